import type { Funding } from "../../funding/funding.ts";
import { CONTRAT_REFUSE, type Compte, type FinancementParBases, type FinancementParcours, tropPercuDe } from "../../funding/index.ts";
import { count } from "../../words/french.ts";
import { formatEuros } from "../../words/money.ts";

/** What standard error says of a run: remarks, and the problems of the data that bear on the money. */
interface FundingNotes {
  remarks: string[];
  problems: string[];
}

/** The notes of a funding, or of the same one under several readings: a trop-perçu may exist under one and not under another. */
export function fundingNotes(fundings: readonly Funding[]): FundingNotes {
  const { parcours, nonConclus, autres, nonEntres } = fundings[0] ?? { parcours: [], nonConclus: 0, autres: [], nonEntres: 0 };
  const remarks =
    nonConclus === 0 ? [] : [`${count(nonConclus, "parcours", "parcours")} sans contrat conclu : rien à financer pour l'instant.`];
  const tropPercus = fundings.flatMap((funding) => {
    const where = fundings.length === 1 ? "" : ` (${funding.lecture})`;
    return funding.parcours.flatMap((one) => [...tropPercu(one, where), ...aRendre(one, where)]);
  });
  return {
    remarks: [...remarks, ...pasEntres(nonEntres), ...sansFinancement(autres), ...refuses([...parcours, ...autres]), ...acceptes(parcours)],
    problems: [...ineligibles([...parcours, ...autres]), ...tropPercus, ...autres.flatMap(tropPercuParBases)],
  };
}

function pasEntres(nombre: number): string[] {
  return nombre === 0 ? [] : [`${count(nombre, "parcours", "parcours")} qui n'ont pas commencé : rien à financer pour l'instant.`];
}

/** By dispositif that nobody pays: how many, and what they cost their structure. */
function sansFinancement(autres: readonly FinancementParBases[]): string[] {
  const gratuits = autres.filter(({ isFinance }) => !isFinance);
  const libelles = [...new Set(gratuits.map(({ libelle }) => libelle))];
  return libelles.map((libelle) => {
    const siens = gratuits.filter((un) => un.libelle === libelle);
    const cout = siens.reduce((somme, { coutStructure = 0 }) => somme + coutStructure, 0);
    const reste = cout === 0 ? "" : ` ; ${formatEuros(cout)} à la charge de la structure`;
    return `${libelle} : ${count(siens.length, "parcours", "parcours")} que personne ne finance par parcours${reste}.`;
  });
}

function isRefuse({ motifs }: Compte): boolean {
  return motifs.includes(CONTRAT_REFUSE);
}

function refuses(parcours: readonly Compte[]): string[] {
  const number = parcours.filter(isRefuse).length;
  return number === 0 ? [] : [`${count(number, "contrat refusé", "contrats refusés")} par l'OPCO : rien n'en est dû, hors des totaux.`];
}

/** The OPCO may accept less than what the texts come to. */
function acceptes(parcours: readonly FinancementParcours[]): string[] {
  return parcours.flatMap(({ identifiant, montantAccepte, forfait, complement }) => {
    const manque = forfait.cents + complement.cents - (montantAccepte ?? Number.POSITIVE_INFINITY);
    if (montantAccepte === undefined || manque <= 0) return [];
    return [`${identifiant} : l'OPCO accepte ${formatEuros(montantAccepte)}, soit ${formatEuros(manque)} de moins que le calcul.`];
  });
}

function ineligibles(parcours: readonly Compte[]): string[] {
  const number = parcours.filter(({ motifs }) => motifs.some((motif) => motif !== CONTRAT_REFUSE)).length;
  return number === 0 ? [] : [`${count(number, "parcours non éligible", "parcours non éligibles")} : hors des totaux.`];
}

/** The real cost is all that may be covered: what comes above it has to be given back. */
function tropPercu(parcours: FinancementParcours, where: string): string[] {
  if (tropPercuDe(parcours) === 0 || isRefuse(parcours)) return [];
  const montant = formatEuros(tropPercuDe(parcours));
  return [
    `erreur  ${parcours.identifiant}${where} : trop-perçu de ${montant}, car le forfait, les financements publics et le complément dépassent le coût réel.`,
  ];
}

function tropPercuParBases(un: FinancementParBases): string[] {
  const { identifiant, aRendre: rendu } = un;
  if (rendu > 0) return [`erreur  ${identifiant} : ${formatEuros(rendu)} à rendre, car l'OPCO a refusé le contrat.`];
  if (tropPercuDe(un) === 0) return [];
  return [
    `erreur  ${identifiant} : trop-perçu de ${formatEuros(tropPercuDe(un))}, car ce qui est dû et les financements publics dépassent le coût réel.`,
  ];
}

function aRendre(parcours: FinancementParcours, where: string): string[] {
  const { identifiant, aRendre: rendu, verseEnTrop } = parcours;
  if (rendu > 0) return [`erreur  ${identifiant}${where} : ${formatEuros(rendu)} à rendre, car l'OPCO a refusé le contrat.`];
  if (verseEnTrop === 0) return [];
  return [
    `erreur  ${identifiant}${where} : trop-perçu de ${formatEuros(verseEnTrop)}, car l'OPCO a versé plus que le forfait et le complément.`,
  ];
}
