import { formatDay } from "../../dates.ts";
import { count, formatNumber } from "../../french.ts";
import { etats, type Progres } from "../../progress/index.ts";
import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Etat } from "../../progress/phases.ts";
import { table } from "../terminal/table.ts";
import { sectionAVenir, sectionRetards } from "./actions.ts";
import { couper, largeur, place } from "./lignes.ts";
import { jourCourt, libellesEtat, libellesFiche, nomActeur } from "./mots.ts";

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
    ...(parcours.length > 0 ? [sectionPhases(parcours), sectionParcours(parcours, Math.max(largeur, columns))] : []),
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

const urgence: readonly Etat[] = ["en_retard", "en_cours", "a_venir", "interrompue", "terminee"];

function sectionParcours(parcours: readonly ProgresParcours[], columns: number): string {
  const lignes = parcours
    .toSorted((a, b) => urgence.indexOf(a.etat) - urgence.indexOf(b.etat))
    .map((un) => [
      couper(un.identifiant, 12),
      couper(un.phaseLibelle, 14),
      libellesEtat[un.etat],
      un.prochaine === undefined ? "" : nomActeur(un.prochaine.qui),
      jourCourt(un.prochaine?.echeance),
      un.prochaine?.libelle ?? "",
    ]);
  const entetes = ["Parcours", "Phase", "État", "Qui", "Échéance", "À faire"];
  const occupees = entetes.slice(0, -1).map((entete, index) => 2 + place([entete, ...lignes.map((ligne) => ligne[index] ?? "")], largeur));
  const reste = columns - occupees.reduce((a, b) => a + b, 0);
  return table(
    entetes.map((header) => ({ header })),
    lignes.map((ligne) => ligne.map((cellule, index) => (index === entetes.length - 1 ? couper(cellule, reste) : cellule))),
  );
}

function sectionFiches({ fiches }: Progres): string {
  return table(
    [
      { header: "Fiche projet" },
      { header: "État" },
      { header: "Avis attendu" },
      { header: "Conclus", align: "right" },
      { header: "Accordés", align: "right" },
    ],
    fiches.map(({ identifiant, etat, echeance, parcoursConclus, parcoursAccordes }) => [
      couper(identifiant, 30),
      libellesFiche[etat],
      jourCourt(echeance),
      formatNumber(parcoursConclus),
      parcoursAccordes === undefined ? "" : formatNumber(parcoursAccordes),
    ]),
  );
}

function sectionNationales({ nationales }: Progres): string[] {
  const suivantes = nationales.filter(({ etat }) => etat === "a_venir");
  if (suivantes.length === 0) return [];
  return [
    table(
      [{ header: "Échéance nationale" }, { header: "Qui" }, { header: "Échéance" }],
      suivantes.map(({ libelle, qui, echeance }) => [couper(libelle, 50), nomActeur(qui), jourCourt(echeance)]),
    ),
  ];
}

const nombre = (number: number): string => (number === 0 ? "·" : formatNumber(number));
const majuscule = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
