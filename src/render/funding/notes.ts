import { count } from "../../french.ts";
import type { FinancementParcours, Funding } from "../../funding/index.ts";
import { formatEuros } from "../../money.ts";

/** What standard error says of a run: remarks, and the problems of the data that bear on the money. */
interface FundingNotes {
  remarks: string[];
  problems: string[];
}

/** The notes of a funding, or of the same one under several readings: a trop-perçu may exist under one and not under another. */
export function fundingNotes(fundings: readonly Funding[]): FundingNotes {
  const { parcours, nonConclus } = fundings[0] ?? { parcours: [], nonConclus: 0 };
  const remarks =
    nonConclus === 0 ? [] : [`${count(nonConclus, "parcours", "parcours")} sans contrat conclu : rien à financer pour l'instant.`];
  const tropPercus = fundings.flatMap((funding) => {
    const where = fundings.length === 1 ? "" : ` (${funding.lecture})`;
    return funding.parcours.flatMap((one) => [...tropPercu(one, where), ...tropVerse(one, where, funding)]);
  });
  return { remarks, problems: [...ineligibles(parcours), ...tropPercus] };
}

function ineligibles(parcours: readonly FinancementParcours[]): string[] {
  const number = parcours.filter(({ motifs }) => motifs.length > 0).length;
  return number === 0 ? [] : [`${count(number, "parcours non éligible", "parcours non éligibles")} : hors des totaux.`];
}

/** The real cost is all that may be covered: what comes above it has to be given back. */
function tropPercu({ identifiant, resteACharge }: FinancementParcours, where: string): string[] {
  if (resteACharge.cents >= 0) return [];
  const montant = formatEuros(-resteACharge.cents);
  return [
    `erreur  ${identifiant}${where} : trop-perçu de ${montant}, car le forfait, les financements publics et le complément dépassent le coût réel.`,
  ];
}

/** While the contract runs, what is paid above what is due may be but an instalment. */
function tropVerse({ identifiant, annees, forfait, complement, verse }: FinancementParcours, where: string, { date }: Funding): string[] {
  const trop = verse.cents - forfait.cents - complement.cents;
  if (trop <= 0 || (annees.at(-1)?.fin ?? date) >= date) return [];
  return [`erreur  ${identifiant}${where} : trop-perçu de ${formatEuros(trop)}, car l'OPCO a versé plus que le forfait et le complément.`];
}
