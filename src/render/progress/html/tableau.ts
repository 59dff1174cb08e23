import type { ProgresParcours } from "../../../progress/parcours.ts";
import { formatDay } from "../../../words/dates.ts";
import { type Html, html } from "../../html.ts";
import type { Groupe } from "../groupes.ts";
import { libellesEtat, libellesPhase } from "../mots.ts";
import { periode } from "./frise.ts";

/** The same as the Gantt, in words: one row a parcours, one column a phase. */
export function tableau(groupes: readonly Groupe[]): Html {
  return html`<details class="equivalent"><summary>La frise en tableau</summary>
${groupes.map(duGroupe)}</details>`;
}

function duGroupe({ titre, parcours }: Groupe): Html {
  const phases = parcours[0]?.phases ?? [];
  const apres = titre === undefined ? "" : ` : ${titre}`;
  return html`<div class="defile" tabindex="0" role="region" aria-label="La frise en tableau${apres}"><table>
<caption>Chaque parcours, ses phases et ce qui reste à faire${apres}</caption>
<thead><tr><th scope="col">Parcours</th><th scope="col">Fiche projet</th><th scope="col">État</th>${phases.map(({ libelle }) => html`<th scope="col">${libelle}</th>`)}<th scope="col">Prochaine étape</th><th scope="col">Qui</th><th scope="col">Échéance</th></tr></thead>
<tbody>${parcours.map(ligne)}</tbody></table></div>
`;
}

function ligne({ identifiant, fiche, etat, phases, prochaine }: ProgresParcours): Html {
  const echeance = prochaine?.echeance === undefined ? "" : formatDay(prochaine.echeance);
  return html`<tr data-etat="${etat}" data-fiche="${fiche ?? ""}"><th scope="row">${identifiant}</th><td>${fiche ?? ""}</td><td>${libellesEtat[etat]}</td>${phases.map(
    (phase) => html`<td>${libellesPhase[phase.etat]}${phase.debut === undefined ? "" : ` ${periode(phase)}`}</td>`,
  )}<td>${prochaine?.libelle ?? ""}</td><td>${prochaine?.acteur ?? ""}</td><td>${echeance}</td></tr>
`;
}
