import type { TableauDeBord } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import { sections } from "../lisez-moi.ts";
import { periode } from "../periode.ts";
import { marksText } from "../secret.ts";
import { chartHtml } from "./chart.ts";
import { figuresHtml, ratesHtml } from "./figures.ts";
import { style } from "./style.ts";
import { tableHtml } from "./table.ts";

/** The dashboard as one page that asks nothing of the network and runs no script; it is well-formed XML too, to be read back. */
export function dashboardHtml(report: TableauDeBord): string {
  const title = `${report.presentation.titre} – ${report.semestre.libelle}`;
  const parts = partsOf(report);
  const links = parts.map(({ id, name }) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`).join("");
  const body = parts.map(
    ({ id, name, content }) =>
      `<section aria-labelledby="${id}"><h2 id="${id}" tabindex="-1">${escapeHtml(name)}</h2>\n${content}\n</section>`,
  );
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="generator" content="cpro ${escapeHtml(report.version)}"/>
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="saut" href="#contenu">Aller au contenu</a>
<header>
<h1>${escapeHtml(report.presentation.titre)}</h1>
<p class="note">${escapeHtml(periode(report))}. ${report.secret === undefined ? "" : escapeHtml(marksText(report.secret))}</p>
${report.secret === undefined ? '<p class="alerte">Données confidentielles – diffusion interne : rien n&#39;est masqué, ne pas transmettre.</p>' : ""}
<nav aria-label="Rubriques"><ul>${links}</ul></nav>
</header>
<main id="contenu" tabindex="-1">
${body.join("\n")}
</main>
<footer><p>Établi avec cpro ${escapeHtml(report.version)}. Empreinte des données : ${escapeHtml(report.sources.empreinte)}.</p></footer>
</body>
</html>
`;
}

function partsOf(report: TableauDeBord): { id: string; name: string; content: string }[] {
  const families = [...new Set(report.tables.map(({ famille }) => famille))].map((name, rank) => ({
    id: `famille-${rank + 1}`,
    name,
    content: report.tables
      .filter(({ famille }) => famille === name)
      .map((table) => tableHtml(table, report))
      .join("\n"),
  }));
  const charts = `<div class="graphiques">\n${report.graphiques.map(chartHtml).join("\n")}\n</div>`;
  return [
    { id: "synthese", name: "Synthèse", content: figuresHtml(report) + ratesHtml(report) },
    { id: "graphiques", name: "Graphiques", content: charts },
    ...families,
    { id: "lisez-moi", name: "Lisez-moi", content: readMe(report) },
  ];
}

function readMe(report: TableauDeBord): string {
  return sections(report)
    .map(([title, entries]) => {
      const lines = entries.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`);
      return `<h3>${escapeHtml(title)}</h3><dl class="lire">${lines.join("")}</dl>`;
    })
    .join("\n");
}
