import type { ParcoursConclu } from "../dossier/faits.ts";
import type { ReferenceId } from "../legal.ts";
import { type Amount, again, least, lessLeast, sum } from "./amount.ts";
import { type AnneeContrat, anneesDuContrat } from "./annees.ts";
import { composantes, nomsDesComposantes, type ParComposante, parComposante } from "./composantes.ts";
import type { Lecture } from "./lectures.ts";
import { type Ligne, parAnnee } from "./lignes.ts";
import { plafondAnnuel } from "./plafonds.ts";
import { type Retenu, retenus } from "./retenus.ts";

/** A contract year with all that leads to its forfait. */
export interface ForfaitAnnuel extends AnneeContrat {
  composantes: ParComposante<Retenu>;
  plafond: Amount;
  forfaitBrut: Amount;
  deduction: Amount;
  forfait: Amount;
}

const composition: readonly ReferenceId[] = ["decret-2023-408-art-2-i"];
const plafonnement: readonly ReferenceId[] = ["decret-2023-408-art-2-ii"];
const nonCumul: readonly ReferenceId[] = ["cahier-des-charges-3"];

/** The forfait of each contract year. Only lines of the same component count as « the same eligible expenses » for public money. */
export function forfaitsAnnuels(
  parcours: ParcoursConclu,
  depenses: ParComposante<Ligne[]>,
  publics: ParComposante<Ligne[]>,
  lecture: Lecture,
): ForfaitAnnuel[] {
  const annees = anneesDuContrat(parcours);
  const kept = parComposante((nom) => retenus(nom, parcours, annees, depenses[nom]));
  const isAide = nomsDesComposantes.some((nom) => publics[nom].length > 0);
  const received = isAide ? parComposante((nom) => parAnnee(publics[nom], annees, "Financements publics")) : undefined;
  return annees.map((annee, rang) => {
    const ofYear = parComposante((nom) => atYear(kept[nom], rang));
    const plafond = plafondAnnuel(parcours, annee, lecture);
    const forfaitBrut = least("Forfait brut", [sumOfKept(ofYear), plafond], plafonnement);
    const deduction =
      received === undefined
        ? sansDeduction
        : deductionPublique(
            ofYear,
            parComposante((nom) => atYear(received[nom], rang)),
          );
    const { debut, fin, mois } = annee;
    const forfait = forfaitNet(annee, forfaitBrut, deduction);
    // Spelled out: a spread takes as long as all the rest.
    return { annee: annee.annee, debut, fin, mois, composantes: ofYear, plafond, forfaitBrut, deduction, forfait };
  });
}

function sumOfKept(ofYear: ParComposante<Retenu>): Amount {
  return sum(
    "Composantes retenues",
    nomsDesComposantes.map((nom) => ofYear[nom].retenu),
    composition,
  );
}

const sansDeduction = sum("Financements publics des mêmes dépenses", []);

/**
 * For each component, the public money of the year, up to what was kept of the component. Public money for expenses that were not
 * kept, or dated in a year without any, takes nothing off: it shows in the reste à charge, at worst as a trop-perçu.
 */
function deductionPublique(ofYear: ParComposante<Retenu>, received: ParComposante<Amount>): Amount {
  const noms = nomsDesComposantes.filter((nom) => received[nom].cents > 0);
  if (noms.length === 0) return sansDeduction;
  const parts = noms.map((nom) => least(composantes[nom].libelle, [received[nom], again(ofYear[nom].retenu)]));
  return sum(sansDeduction.label, parts, nonCumul);
}

/** The deduction cannot exceed what it is taken off from, even when the public money covers expenses above the annual ceiling. */
function forfaitNet({ annee }: AnneeContrat, brut: Amount, deduction: Amount): Amount {
  const label = `Forfait de l'année ${annee}`;
  if (deduction.cents === 0) return sum(label, [brut]);
  return sum(label, [brut, lessLeast("Déduction", [deduction, again(brut)], nonCumul)]);
}

function atYear<T>(values: readonly T[], rang: number): T {
  const value = values[rang];
  if (value === undefined) throw new RangeError(`no contract year ${rang + 1}`);
  return value;
}
