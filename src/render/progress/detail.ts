import type { Etape } from "../../progress/etape.ts";
import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Progres } from "../../progress/progres.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { style } from "../terminal/style.ts";
import { table } from "../terminal/table.ts";
import { couper, largeur, place, plier, suspendre } from "./lignes.ts";
import { jourCourt, libellesEcheance, libellesEtat, libellesPhase, nonOuvre, phrasesDeSuite } from "./mots.ts";

/** One parcours in full: its phases, then every step that has an object, done or to be done. */
export function renderDetail({ date, parcours }: Progres): string {
  return parcours.map((un) => `Au ${formatDay(date)}\n${detail(un)}\n`).join("\n");
}

function detail(parcours: ProgresParcours): string {
  const { identifiant, phaseLibelle, etat, avancement, phases, etapes, prochaine } = parcours;
  const lignes = phases.map(({ libelle, etat: un, debut, fin }) => [
    couper(libelle, 30),
    libellesPhase[un],
    jourCourt(debut),
    jourCourt(fin),
  ]);
  const utiles = etapes.filter((etape) => etape.etat !== "sans_objet");
  const largeurDesActeurs = Math.max(
    13,
    place(
      utiles.map(({ acteur }) => acteur),
      20,
    ),
  );
  const titre = `${identifiant} : ${phaseLibelle}, ${libellesEtat[etat]} (${formatNumber(Math.round(avancement * 100))} % des phases terminées)`;
  return [
    ...plier(titre, largeur).map((ligne) => style.bold(ligne)),
    ...(prochaine === undefined ? [] : [suite(prochaine)]),
    ...phrasesDeSuite(parcours).flatMap((phrase) => plier(phrase, largeur)),
    "",
    table([{ header: "Phase" }, { header: "État" }, { header: "Début" }, { header: "Fin" }], lignes),
    "",
    ...utiles.map((etape) => ligneEtape(etape, largeurDesActeurs)),
  ].join("\n");
}

function suite({ libelle, acteur, echeance }: Etape): string {
  const quand = echeance === undefined ? "" : `, au plus tard le ${formatDay(echeance)}`;
  return plier(`Prochaine étape : ${libelle} (${acteur}${quand}).`, largeur).join("\n");
}

function ligneEtape(etape: Etape, largeurDesActeurs: number): string {
  const { etat, echeance, faiteLe, acteur, libelle, reference, retardJours, documents } = etape;
  const jour = etat === "faite" ? (faiteLe ?? echeance) : echeance;
  const retard = retardJours === 0 ? "" : `, ${formatNumber(retardJours)} j de retard`;
  const ligne = suspendre(
    [
      { text: libellesEcheance[etat], width: 9 },
      { text: jourCourt(jour), width: 10 },
      { text: acteur, width: largeurDesActeurs },
    ],
    [libelle, `${reference}${retard}`, nonOuvre(etape), ...(documents === undefined ? [] : [`pièces : ${documents.join(" ; ")}`])]
      .filter(Boolean)
      .join(" · "),
  );
  return etat === "en_retard" ? style.red(ligne) : etat === "faite" ? style.dim(ligne) : ligne;
}
