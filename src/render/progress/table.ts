import { etats } from "../../progress/index.ts";
import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Progres } from "../../progress/progres.ts";
import { formatDay } from "../../words/dates.ts";
import { count, formatNumber } from "../../words/french.ts";
import { style } from "../terminal/style.ts";
import { table } from "../terminal/table.ts";
import { sectionAVenir, sectionRetards } from "./actions.ts";
import { parDispositif } from "./groupes.ts";
import { couper, largeur } from "./lignes.ts";
import { jourCourt, libellesEtat, libellesFiche } from "./mots.ts";
import { sectionParcours } from "./parcours.ts";

/**
 * The daily view: alerts first, then counts, then a line for each parcours and fiche; in 80 columns, more when the screen has them.
 * `aVenir` adds the list of what is to come.
 */
export function renderTable(progres: Progres, { aVenir = false, columns = largeur } = {}): string {
  const { parcours, fiches } = progres;
  const sections = [
    titre(progres),
    sectionRetards(progres),
    ...(aVenir ? [sectionAVenir(progres)] : []),
    ...parDispositif(progres, parcours).flatMap(({ titre: dispositif, parcours: siens }) => [
      ...(dispositif === undefined ? [] : [style.bold(dispositif)]),
      sectionPhases(siens),
      sectionParcours(siens, progres.date, Math.max(largeur, columns)),
    ]),
    ...(fiches.length > 0 ? [sectionFiches(progres)] : []),
    ...(aVenir ? [] : sectionNationales(progres)),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** After a filter there may be nothing left to count. */
function titre({ date, parcours, fiches }: Progres): string {
  if (parcours.length + fiches.length === 0) return `Au ${formatDay(date)}`;
  return `Au ${formatDay(date)} : ${formatNumber(parcours.length)} parcours, ${count(fiches.length, "fiche projet", "fiches projet")}.`;
}

/** Counts by phase and state; every parcours is counted once. */
function sectionPhases(parcours: readonly ProgresParcours[]): string {
  const colonnes = etats.filter((etat) => etat !== "sans_objet");
  const phases = new Map(parcours.flatMap((un) => un.phases.map(({ id, libelle }) => [id, libelle] as const)));
  const comptes = (gardes: readonly ProgresParcours[]): string[] => [
    ...colonnes.map((etat) => nombre(gardes.filter((un) => un.etat === etat).length)),
    nombre(gardes.length),
  ];
  return table(
    [
      { header: "Phase" },
      ...colonnes.map((etat) => ({ header: majuscule(libellesEtat[etat]), align: "right" as const })),
      { header: "Total", align: "right" },
    ],
    [...phases].map(([id, libelle]) => [couper(libelle, 22), ...comptes(parcours.filter(({ phase }) => phase === id))]),
    ["Ensemble", ...comptes(parcours)],
  );
}

function sectionFiches({ fiches, plafond }: Progres): string {
  return table(
    [
      { header: "Fiche projet" },
      { header: "État" },
      { header: "Avis attendu" },
      { header: "Conclus", align: "right" },
      { header: "Accordés", align: "right" },
      { header: "Restants", align: "right" },
    ],
    fiches.map(({ identifiant, etat, echeance, parcoursConclus, parcoursAccordes, placesRestantes }) => [
      couper(identifiant, 30),
      libellesFiche[etat],
      jourCourt(echeance),
      formatNumber(parcoursConclus),
      parcoursAccordes === undefined ? "" : formatNumber(parcoursAccordes),
      placesRestantes === undefined ? "" : formatNumber(placesRestantes),
    ]),
    plafond === undefined
      ? []
      : [
          "Plafond national",
          "",
          "",
          formatNumber(plafond.parcours),
          formatNumber(plafond.plafond),
          formatNumber(plafond.plafond - plafond.parcours),
        ],
  );
}

function sectionNationales({ nationales }: Progres): string[] {
  const suivantes = nationales.filter(({ etat }) => etat === "a_venir").toSorted((a, b) => (a.echeance < b.echeance ? -1 : 1));
  if (suivantes.length === 0) return [];
  return [
    table(
      [{ header: "Échéance nationale" }, { header: "Qui" }, { header: "Échéance" }],
      suivantes.map(({ libelle, acteur, echeance }) => [couper(libelle, 50), acteur, jourCourt(echeance)]),
    ),
  ];
}

const nombre = (number: number): string => (number === 0 ? "·" : formatNumber(number));
const majuscule = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
