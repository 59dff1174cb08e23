import type { ReferenceId } from "../legal/index.ts";
import type { Cents } from "../words/money.ts";
import { type Amount, again, figure, least, minus, sum } from "./amount.ts";
import { composantes, nomsDesComposantes, type ParComposante } from "./composantes.ts";
import type { LignePlacee } from "./lignes.ts";
import type { Retenu } from "./retenus.ts";

const nonCumul: readonly ReferenceId[] = ["cahier-des-charges-3"];

const sansDeduction = sum("Financements publics des mêmes dépenses", []);

/**
 * What public money takes off, contract year by contract year. Only lines of the same component count as « the same eligible expenses »,
 * whenever they come (cahier des charges, § 3): first within their year, up to what is kept there; what is left of them, where the
 * component's kept expenses are not used up yet, the earliest year first. What covers no kept expense takes nothing off: it shows in
 * the reste à charge, at worst as a trop-perçu.
 */
export function deductionsPubliques(
  kept: ParComposante<Retenu[]>,
  publics: ParComposante<readonly (readonly LignePlacee[])[]>,
  annees: number,
): Amount[] {
  const parts: Amount[][] = Array.from({ length: annees }, () => []);
  for (const nom of nomsDesComposantes) {
    if (publics[nom].some((lignes) => lignes.length > 0)) {
      for (const [rang, amounts] of duneComposante(composantes[nom].libelle, kept[nom], publics[nom]).entries())
        for (const amount of amounts) parts[rang]?.push(amount);
    }
  }
  return parts.map((amounts) => (amounts.length === 0 ? sansDeduction : sum(sansDeduction.label, amounts, nonCumul)));
}

function duneComposante(libelle: string, kept: readonly Retenu[], publics: readonly (readonly LignePlacee[])[]): Amount[][] {
  const memeAnnee = kept.map(({ retenu }, rang) => {
    const recu = sum(
      "Financements publics",
      (publics[rang] ?? []).map(({ amount }) => amount),
    );
    return { recu, retenu, deduit: least(libelle, [recu, again(retenu)]) };
  });
  let reste: Cents = memeAnnee.reduce((total, { recu, deduit }) => total + recu.cents - deduit.cents, 0);
  return memeAnnee.map(({ recu, retenu, deduit }) => {
    const parts = recu.cents > 0 ? [deduit] : [];
    const libre = retenu.cents - deduit.cents;
    if (reste <= 0 || libre <= 0) return parts;
    const couvert = sum("Retenu sans financement public", deduit.cents === 0 ? [again(retenu)] : [again(retenu), minus(deduit)]);
    const report = least(`${libelle}, financements d'une autre année`, [figure("Financements publics restants", reste), couvert]);
    reste -= report.cents;
    return [...parts, report];
  });
}
