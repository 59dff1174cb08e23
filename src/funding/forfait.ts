import type { ReferenceId } from "../legal/index.ts";
import { type Amount, again, least, lessLeast, sum } from "./amount.ts";
import type { AnneeContrat } from "./annees.ts";
import { nomsDesComposantes, type ParComposante, parComposante } from "./composantes.ts";
import type { ContratPrepare } from "./contrat.ts";
import { deductionsPubliques } from "./deduction.ts";
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

/** The forfait of each contract year, for some of the expenses of a contract. */
export function forfaitsAnnuels(
  { annees, plafonds, plafondsAnnuels, publics }: ContratPrepare,
  depenses: ContratPrepare["depenses"],
): ForfaitAnnuel[] {
  const kept = parComposante((nom) => retenus(nom, depenses[nom], plafonds[nom]));
  const deductions = publics === undefined ? undefined : deductionsPubliques(kept, publics, annees.length);
  return annees.map((annee, rang) => {
    const ofYear = parComposante((nom) => atYear(kept[nom], rang));
    const plafond = atYear(plafondsAnnuels, rang);
    const forfaitBrut = least("Forfait brut", [sumOfKept(ofYear), plafond], plafonnement);
    const deduction = deductions === undefined ? sansDeduction : atYear(deductions, rang);
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
