import { addMonths, calendarMonths, type Day, formatDay } from "../../../words/dates.ts";
import { type Html, html } from "../../html.ts";
import { type Echelle, position } from "../echelle.ts";

/** « 12.34% ». */
export function pourcent(part: number): string {
  return `${Number((part * 100).toFixed(2))}%`;
}

/** Months between two marks: a dozen marks at most. */
const pas = [1, 3, 6, 12];

interface Repere {
  jour: Day;
  /** From 0 to 1. */
  part: number;
  /** One of the few that a narrow screen has room to name. */
  isGrand: boolean;
}

/** The first days of months that mark the scale; they are the same months each year. */
function reperes(echelle: Echelle): Repere[] {
  const total = calendarMonths(echelle.debut, echelle.fin);
  const mois = pas.find((un) => total / un <= 12) ?? Math.ceil(total / 12 / 12) * 12;
  const grand = pas[pas.indexOf(mois) + 1] ?? mois;
  const marques: Repere[] = [];
  for (let jour = `${echelle.debut.slice(0, 4)}-01-01`; jour <= echelle.fin; jour = addMonths(jour, mois)) {
    const isGrand = (Number(jour.slice(5, 7)) - 1) % grand === 0;
    if (jour >= echelle.debut) marques.push({ jour, part: position(jour, echelle), isGrand });
  }
  return marques;
}

/** The lines that the marks draw on every row, as CSS backgrounds. */
export function traits(echelle: Echelle): string {
  const lignes = reperes(echelle).map(({ part }) => `linear-gradient(var(--trait),var(--trait)) ${pourcent(part)} 0/1px 100% no-repeat`);
  return lignes.join(",") || "none";
}

/** The months above the rows; for the eye alone, since each bar says its days. A name needs some room on its right. */
export function axe(echelle: Echelle, date: Day): Html {
  return html`<div class="axe" aria-hidden="true"><div class="regle">
${reperes(echelle)
  .filter(({ part }) => part < 0.92)
  .map(({ jour, part, isGrand }) => {
    const isJanvier = jour.slice(5, 7) === "01";
    const nom = isJanvier ? jour.slice(0, 4) : `${jour.slice(5, 7)}/${jour.slice(2, 4)}`;
    return html`<span class="${isJanvier ? "annee" : isGrand ? "mois" : "mois petit"}" style="--x:${pourcent(part)}">${nom}</span>`;
  })}
<span class="ici" title="${formatDay(date)}"></span>
</div></div>`;
}
