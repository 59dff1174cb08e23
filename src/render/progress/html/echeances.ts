import type { Echeance } from "../../../progress/etape.ts";
import type { ProgresParcours } from "../../../progress/parcours.ts";
import { formatDay } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { type Html, html } from "../../html.ts";
import { libellesEcheance, nonOuvre, phrasesDeSuite } from "../mots.ts";

/** The due dates of a parcours, those that have an object, and what links it to another. */
export function echeances(parcours: ProgresParcours, toutes: readonly Echeance[]): Html {
  const utiles = toutes.filter(({ etat }) => etat !== "sans_objet");
  const table = html`<div class="defile" tabindex="0" role="region" aria-label="Échéances de ${parcours.identifiant}"><table>
<thead><tr><th scope="col">Échéance</th><th scope="col">État</th><th scope="col">Qui</th><th scope="col">Quoi</th><th scope="col">Source</th></tr></thead>
<tbody>${utiles.map(ligne)}</tbody></table></div>`;
  return html`<div class="detail">${phrasesDeSuite(parcours).map((phrase) => html`<p>${phrase}</p>`)}${utiles.length === 0 ? html`<p>Aucune échéance encore.</p>` : table}</div>`;
}

function ligne(echeance: Echeance): Html {
  const { etat, retardJours, acteur, libelle, reference, documents, faiteLe } = echeance;
  const retard = retardJours === 0 ? "" : ` (${formatNumber(retardJours)} j)`;
  const fait = faiteLe === undefined || faiteLe === echeance.echeance ? "" : ` le ${formatDay(faiteLe)}`;
  return html`<tr><td>${formatDay(echeance.echeance)}${chome(echeance)}</td><td><span class="etat ${etat}">${libellesEcheance[etat]}</span>${retard}${fait}</td><td>${acteur}</td><td>${libelle}${documents === undefined ? "" : ` · pièces : ${documents.join(" ; ")}`}</td><td>${reference}</td></tr>`;
}

function chome(echeance: Echeance): Html | undefined {
  const texte = nonOuvre(echeance);
  return texte === "" ? undefined : html`<small>${texte}</small>`;
}
