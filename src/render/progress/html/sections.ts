import { echeancier, etats } from "../../../progress/index.ts";
import type { ProgresParcours } from "../../../progress/parcours.ts";
import type { Progres } from "../../../progress/progres.ts";
import { formatDay } from "../../../words/dates.ts";
import { count, formatNumber } from "../../../words/french.ts";
import { type Html, html } from "../../html.ts";
import { titreRetards } from "../actions.ts";
import type { Groupe } from "../groupes.ts";
import { libellesEtat, libellesFiche, nonOuvre } from "../mots.ts";

/** What is late, the longest first. */
export function retards(progres: Progres): Html {
  const lignes = echeancier(progres)
    .filter(({ echeance }) => echeance.etat === "en_retard")
    .toSorted((a, b) => b.echeance.retardJours - a.echeance.retardJours);
  if (lignes.length === 0) return html`<p class="calme">Aucune échéance en retard.</p>`;
  return html`<section class="retards">
<h2 id="titre-retards">${titreRetards(lignes)}</h2>
<div class="defile" tabindex="0" role="region" aria-labelledby="titre-retards"><table>
<thead><tr><th scope="col" class="nombre">Retard</th><th scope="col">Qui</th><th scope="col">De</th><th scope="col">Quoi</th></tr></thead>
<tbody>${lignes.map(
    ({ de, echeance }) =>
      html`<tr><td class="nombre">${count(echeance.retardJours, "jour")}</td><td>${echeance.acteur}</td><th scope="row">${de}</th><td>${echeance.libelle} <small>${echeance.reference}</small></td></tr>
`,
  )}</tbody></table></div>
</section>`;
}

/** Counts by phase and state; every parcours is counted once. */
export function synthese(groupes: readonly Groupe[]): Html {
  const colonnes = etats.filter((etat) => etat !== "sans_objet");
  const cellules = (gardes: readonly ProgresParcours[]): Html =>
    html`${colonnes.map((etat) => html`<td class="nombre">${nombre(gardes.filter((un) => un.etat === etat).length)}</td>`)}<td class="nombre">${nombre(gardes.length)}</td>`;
  return html`<section>
<h2 id="titre-synthese">Où en sont les parcours</h2>
<div class="defile" tabindex="0" role="region" aria-labelledby="titre-synthese"><table class="comptes">
<thead><tr><th scope="col">Phase</th>${colonnes.map((etat) => html`<th scope="col" class="nombre">${libellesEtat[etat]}</th>`)}<th scope="col" class="nombre">total</th></tr></thead>
<tbody>${groupes.flatMap(({ titre, parcours }) =>
    (parcours[0]?.phases ?? []).map(
      ({ id, libelle }) =>
        html`<tr><th scope="row">${titre === undefined ? libelle : `${titre} : ${libelle}`}</th>${cellules(parcours.filter(({ phase }) => phase === id))}</tr>`,
    ),
  )}</tbody>
<tfoot><tr><th scope="row">Ensemble</th>${cellules(groupes.flatMap(({ parcours }) => parcours))}</tr></tfoot></table></div>
</section>`;
}

/** The fiches, the places they have left, and what the country waits for. */
export function fiches({ fiches: toutes, plafond, nationales }: Progres): Html | undefined {
  if (toutes.length === 0) return undefined;
  const suivantes = nationales.filter(({ etat }) => etat === "a_venir").toSorted((a, b) => (a.echeance < b.echeance ? -1 : 1));
  return html`<section>
<h2 id="titre-fiches">Fiches projet</h2>
<div class="defile" tabindex="0" role="region" aria-labelledby="titre-fiches"><table>
<thead><tr><th scope="col">Fiche projet</th><th scope="col">État</th><th scope="col">Avis attendu</th><th scope="col" class="nombre">Conclus</th><th scope="col" class="nombre">Accordés</th><th scope="col" class="nombre">Restants</th></tr></thead>
<tbody>${toutes.map(
    ({ identifiant, etat, echeance, parcoursConclus, parcoursAccordes, placesRestantes }) =>
      html`<tr><th scope="row">${identifiant}</th><td>${libellesFiche[etat]}</td><td>${echeance === undefined ? "" : formatDay(echeance)}</td><td class="nombre">${formatNumber(parcoursConclus)}</td><td class="nombre">${parcoursAccordes === undefined ? "" : formatNumber(parcoursAccordes)}</td><td class="nombre">${placesRestantes === undefined ? "" : formatNumber(placesRestantes)}</td></tr>
`,
  )}</tbody></table></div>
${plafond === undefined ? undefined : html`<p>Ces dossiers prennent ${formatNumber(plafond.parcours)} des ${formatNumber(plafond.plafond)} parcours de l'expérimentation (${plafond.reference}).</p>`}
${suivantes.length === 0 ? undefined : html`<h3>Échéances nationales</h3><ul>${suivantes.map((une) => html`<li>${formatDay(une.echeance)} : ${une.libelle} (${une.acteur})${nonOuvre(une) && ` · ${nonOuvre(une)}`}</li>`)}</ul>`}
</section>`;
}

const nombre = (number: number): string => (number === 0 ? "·" : formatNumber(number));
