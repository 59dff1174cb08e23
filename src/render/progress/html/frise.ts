import { isEcheance } from "../../../progress/index.ts";
import type { ProgresParcours } from "../../../progress/parcours.ts";
import type { Phase } from "../../../progress/phases.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { type Html, html } from "../../html.ts";
import { type Echelle, etendue, position } from "../echelle.ts";
import type { Groupe } from "../groupes.ts";
import { libellesEtat, libellesPhase } from "../mots.ts";
import { axe, pourcent, traits } from "./axe.ts";
import { echeances } from "./echeances.ts";

/** The Gantt of the dossier: a row for each parcours, a lane for each phase; a row opens on its due dates. */
export function frise(groupes: readonly Groupe[], echelle: Echelle, date: Day): Html {
  return html`<section aria-labelledby="titre-frise" class="frise" style="--jour:${pourcent(position(date, echelle))};--grille:${traits(echelle)}">
<h2 id="titre-frise">Frise des parcours</h2>
<p class="legende">${groupes.map(legende)}<span class="cle prevu">prévu</span> <span class="cle stop">interrompue</span> <span class="cle losange">prochaine échéance</span> <span class="cle jour">le ${formatDay(date)}</span></p>
<p class="aide">Entrée ouvre un parcours sur ses échéances ; les flèches haut et bas vont d'un parcours à l'autre.</p>
<div class="gantt">
${axe(echelle, date)}
<ol>
${groupes.flatMap(({ parcours }) => parcours.map((un) => rang(un, echelle, date)))}
</ol>
</div>
</section>`;
}

function legende({ titre, parcours: [premier] }: Groupe): Html {
  const cles = premier?.phases.map(({ libelle }, rang) => html`<span class="cle p${rang}">${libelle}</span> `) ?? [];
  return titre === undefined ? html`${cles}` : html`<strong>${titre} :</strong> ${cles}`;
}

function rang(parcours: ProgresParcours, echelle: Echelle, date: Day): Html {
  const { identifiant, fiche, etat, phases, prochaine, etapes } = parcours;
  const echeance = prochaine?.echeance;
  const losange =
    prochaine === undefined || echeance === undefined || echeance < echelle.debut || echeance > echelle.fin
      ? undefined
      : html`<span class="losange ${prochaine.etat}" style="--x:${pourcent(position(echeance, echelle))}"></span>`;
  return html`<li class="rang" data-etat="${etat}" data-fiche="${fiche ?? ""}"><details><summary>
<span class="nom"><strong>${identifiant}</strong> <span class="etat ${etat}">${libellesEtat[etat]}</span></span>
<span class="piste">${phases.map((phase, index) => barre(phase, index, echelle, date))}${losange}</span>
<span class="suite">${suite(parcours)}</span>
</summary>${echeances(parcours, etapes.filter(isEcheance))}</details></li>
`;
}

/** Filled up to the day of the page, outlined beyond; its text says the same. */
function barre(phase: Phase, rang: number, echelle: Echelle, date: Day): Html | undefined {
  const place = etendue(phase, date);
  if (place === undefined) return undefined;
  const [gauche, droite] = [position(place.debut, echelle), position(place.fin, echelle)];
  const jour = position(date, echelle);
  const part = droite <= jour ? 1 : gauche >= jour ? 0 : (jour - gauche) / (droite - gauche);
  const texte = `${phase.libelle}, ${libellesPhase[phase.etat]} : ${periode(phase)}. `;
  return html`<span class="barre p${rang} ${phase.etat}" style="--x:${pourcent(gauche)};--l:${pourcent(droite - gauche)};--fait:${pourcent(part)}" title="${texte.trim()}"><span class="lu">${texte}</span></span>`;
}

/** « du 2 septembre 2024 au 1er mars 2026 », « depuis le … ». */
export function periode({ debut, fin }: Pick<Phase, "debut" | "fin">): string {
  if (debut === undefined) return fin === undefined ? "sans date" : `jusqu'au ${formatDay(fin)}`;
  return fin === undefined ? `depuis le ${formatDay(debut)}` : `du ${formatDay(debut)} au ${formatDay(fin)}`;
}

function suite({ prochaine }: ProgresParcours): Html {
  if (prochaine === undefined) return html`Rien à faire`;
  const { libelle, acteur, echeance, etat } = prochaine;
  const quand = echeance === undefined ? "" : `, ${etat === "en_retard" ? "depuis le" : "au plus tard le"} ${formatDay(echeance)}`;
  return html`<strong>${acteur}</strong>${quand} : ${libelle}`;
}
