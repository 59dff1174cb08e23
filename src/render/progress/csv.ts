import type { Ligne } from "../../progress/echeancier.ts";
import { echeancier } from "../../progress/index.ts";
import type { Progres } from "../../progress/progres.ts";
import { type Cell, csv } from "../csv.ts";

const colonnes: Readonly<Record<string, (ligne: Ligne) => Cell>> = {
  genre: ({ genre }) => genre,
  fiche: ({ fiche }) => fiche,
  parcours: ({ parcours }) => parcours?.identifiant,
  phase: ({ parcours }) => parcours?.phase,
  etat_parcours: ({ parcours }) => parcours?.etat,
  id: ({ echeance }) => echeance.id,
  libelle: ({ echeance }) => echeance.libelle,
  qui: ({ echeance }) => echeance.qui,
  echeance: ({ echeance }) => echeance.echeance,
  jour_ouvre: ({ echeance }) => echeance.jourOuvre,
  etat: ({ echeance }) => echeance.etat,
  retard_jours: ({ echeance }) => echeance.retardJours,
  faite_le: ({ echeance }) => echeance.faiteLe,
  reference: ({ echeance }) => echeance.reference,
  documents: ({ echeance }) => echeance.documents?.join(" ; "),
};

/** One line a due date, for a spreadsheet; the codes and ISO days of the JSON. */
export function renderCsv(progres: Progres): string {
  return csv(
    Object.keys(colonnes),
    echeancier(progres).map((ligne) => Object.values(colonnes).map((cell) => cell(ligne))),
  );
}
