import type { TableauDeBord } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import { rateText, valueText } from "../values.ts";
import { scrolled } from "./table.ts";

/** The key figures, a card for each group. */
export function figuresHtml({ figures }: TableauDeBord): string {
  const groups = [...new Set(figures.map(({ groupe }) => groupe))].map((groupe) => {
    const lines = figures
      .filter((figure) => figure.groupe === groupe)
      .map((figure) => `<div><dt>${escapeHtml(figure.libelle)}</dt><dd>${valueText(figure, figure.unite)}</dd></div>`);
    return `<section><h3>${escapeHtml(groupe)}</h3><dl>${lines.join("")}</dl></section>`;
  });
  return `<div class="cles">\n${groups.join("\n")}\n</div>`;
}

/** The rates, each with what it divides. */
export function ratesHtml({ taux }: TableauDeBord): string {
  const rows = taux.map((one) => {
    const formula = `${one.numerateur.libelle} ÷ ${one.denominateur.libelle.toLowerCase()}`;
    return `<tr><th scope="row">${escapeHtml(one.libelle)}</th><td>${rateText(one)}</td><td class="texte">${escapeHtml(formula)}</td></tr>`;
  });
  const table = `<table><caption>Taux</caption><thead><tr><th scope="col">Taux</th><th scope="col">Valeur</th><th scope="col" class="texte">Calculé ainsi</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return scrolled("Taux", table);
}
