import { createHash } from "node:crypto";
import type { Progres } from "../../../progress/progres.ts";
import { formatDay } from "../../../words/dates.ts";
import { count } from "../../../words/french.ts";
import { largest } from "../../../words/largest.ts";
import { type Html, html, raw } from "../../html.ts";
import { echelle } from "../echelle.ts";
import { parDispositif } from "../groupes.ts";
import { libellesEtat } from "../mots.ts";
import { urgence } from "../parcours.ts";
import { frise } from "./frise.ts";
import { script } from "./script.ts";
import { fiches, retards, synthese } from "./sections.ts";
import { couleurs, style } from "./style.ts";
import { tableau } from "./tableau.ts";

/** A page that holds all it needs: it asks nothing of the network, and its policy forbids it to. */
export function renderHtml(progres: Progres): string {
  const { date, parcours } = progres;
  const tries = parcours.toSorted((a, b) => urgence.indexOf(a.etat) - urgence.indexOf(b.etat));
  const groupes = parDispositif(progres, tries);
  const etendue = echelle(
    parcours.flatMap(({ phases }) => phases),
    date,
  );
  const page = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${politique()}">
<meta name="color-scheme" content="light dark">
<title>Suivi des parcours au ${formatDay(date)}</title>
<style>${raw(style)}${raw(couleurs(largest(parcours.map(({ phases }) => phases.length))))}</style>
</head>
<body>
<header>
<h1>Suivi des parcours au ${formatDay(date)}</h1>
<p>${count(parcours.length, "parcours", "parcours")}, ${count(progres.fiches.length, "fiche projet", "fiches projet")}.</p>
</header>
<main>
${retards(progres)}
${parcours.length === 0 ? undefined : [synthese(groupes), filtres(progres), frise(groupes, etendue, date), tableau(groupes)]}
${fiches(progres)}
</main>
<script>${raw(script)}</script>
</body>
</html>
`;
  return page.html;
}

function politique(): string {
  const empreinte = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${empreinte}'; base-uri 'none'; form-action 'none'`;
}

/** Shown by the script, for they are nothing without it. */
function filtres({ parcours }: Progres): Html {
  const etats = urgence.filter((etat) => parcours.some((un) => un.etat === etat));
  const identifiants = [...new Set(parcours.flatMap(({ fiche }) => fiche ?? []))].toSorted();
  return html`<form id="filtres" class="filtres" hidden>
<label>État <select name="etat"><option value="">tous</option>${etats.map((etat) => html`<option value="${etat}">${libellesEtat[etat]}</option>`)}</select></label>
<label>Fiche projet <select name="fiche"><option value="">toutes</option>${identifiants.map((id) => html`<option>${id}</option>`)}</select></label>
<button type="reset">Tout montrer</button>
<output name="compte" aria-live="polite"></output>
</form>`;
}
