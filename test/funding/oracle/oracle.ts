/**
 * The forfait of a contract, computed a second time from the rules alone and in exact fractions. It shares nothing with `src/`, so that
 * what both get wrong must have been misread twice. Where the rules leave room, this is the choice made here:
 *
 * Period and years
 *  Q1  A rupture shortens the contract as soon as it is written, whatever `--date`.
 *  Q2  The months of a short year are counted from the first day of that year, not from the contract's: after a start on 29 February,
 *      the second year starts on the 28th and its sixth month ends on 27 August.
 *  Q3  `mois` is not rounded, neither shown nor inside a proration.
 * Lines to years
 *  Q4  An undated sum below 0 (avoirs) is spread like the same sum above 0, sign changed: ties still favour the earlier year.
 *  Q5  An avoir may be undated: it is then summed with the undated lines of its composante.
 *  Q6  `depense` of a year is the plain sum of its lines, below 0 if need be, before what an earlier year carries over.
 * Ceilings
 *  Q7  « Keeps 0 and lowers the next years' » holds for the pedagogical costs too; what the last year leaves below 0 lowers nothing,
 *      so that a late avoir on money already kept is a trop-perçu.
 *  Q8  `plafond` of a composante with one ceiling a parcours is, each year, what earlier years (and the first contract) left of it.
 *  Q9  Hours and months are summed over the lines of their composante, a line without any counts 0, and the sum of amounts is held
 *      against one ceiling; the lines of an avoir add or take none.
 * Q10  The 40 h of a tutor over several parcours are a warning: they change no amount.
 * Q11  Ceilings other than the pedagogical one round half up too (fractions of hours and months, yearly ceiling in proportion).
 * Q12  L. 6325-1-1 is judged on the day of conclusion; « sans diplôme » is `niveau_entree: aucun`; months registered count whatever the
 *      situation just before, for the key says them; a former contrat aidé is what `ex_contrat_aide` says.
 * Q13  Who was born on 29 February is a year older on 1 March in common years.
 * Renewal
 * Q14  What the first contract used is what was retained for it, before the yearly ceiling and public money; nothing if its refusal
 *      is known. An unknown first contract used nothing. Tutor ceilings are each contract's own.
 * Public money
 * Q15  Undated public lines of a composante, all financers together, are summed then spread; all that exceeds the retained of its year
 *      makes one sum, deducted from the earliest year on.
 * Q16  `deduction_publique` is what step 5 deducts, even where it exceeds the forfait brut of the year; `financements_publics` is all
 *      the public money written.
 * Q17  Public money without `statut` is received.
 * Result and cash
 * Q18  `reste_a_charge` of a parcours may be below 0; `trop_percu` is positive, and a sum over the parcours.
 * Q19  `avance_tresorerie` may be below 0, and is the same formula for a refused contract.
 * Q20  `a_rendre` is, for a refused contract only, the payments known at the date less the repayments, never below 0.
 * Q21  Forfait, complement and reste à charge of a refused contract are shown as they would have been; `refinancable` is 0.
 * Q22  Totals sum the eligible parcours, but `parcours` (all that have a contract) and `a_rendre` (all).
 * Q23  A refusal without a day is known 20 days after the contract was sent; without that day either, always.
 */
import { anneesDuContrat, faitAu, parAnnee } from "./annees.ts";
import { centimes, enEuros, enNombre, maximum, minimum, somme } from "./fraction.ts";
import { refuse } from "./loi.ts";
import { deduirePublics } from "./publics.ts";
import { retenir } from "./retenus.ts";
import {
  type AnneeCalculee,
  COMPOSANTES,
  type Composante,
  type Depense,
  type Lecture,
  type Parcours,
  type ParcoursCalcule,
  type Public,
  type Totaux,
} from "./types.ts";

const deLaComposante = <T extends Depense | Public>(lignes: readonly T[], c: Composante): T[] =>
  lignes.filter((ligne) => ligne.composante === c);

/** Cash on a day: what was paid, and what the porteur bears meanwhile. */
function tresorerie(parcours: Parcours, jour: string): { verse: bigint; avance: bigint } {
  const { depenses, publics = [], versements = [] } = parcours.financement;
  const annees = anneesDuContrat(parcours.contrat);
  const verse = somme(versements.filter(({ le }) => le <= jour).map(({ montant }) => centimes(montant)));
  const cumul = (lignes: readonly (Depense | Public)[]): bigint =>
    somme(COMPOSANTES.map((c) => faitAu(deLaComposante(lignes, c), annees, jour)));
  const recu = cumul(publics.filter(({ statut }) => statut !== "notifie"));
  return { verse, avance: cumul(depenses) - verse - recu };
}

type Montants = "plafond" | "forfait_brut" | "deduction_publique" | "forfait";
type AnneeEnCentimes = Omit<AnneeCalculee, Montants> & Record<Montants, bigint>;

/** Steps 1 to 5: each contract year, from its expenses to its forfait. */
function calculerAnnees(parcours: Parcours, dossier: readonly Parcours[], date: string, lecture: Lecture): AnneeEnCentimes[] {
  const annees = anneesDuContrat(parcours.contrat);
  const { composantes, plafonds } = retenir(parcours, dossier, date, lecture);
  const deductions = deduirePublics(
    COMPOSANTES.map((c) => ({
      retenus: composantes[c].map(({ retenu }) => retenu),
      publics: parAnnee(deLaComposante(parcours.financement.publics ?? [], c), annees),
    })),
  );
  return annees.map(({ debut, fin, mois }, rang) => {
    const parComposante = COMPOSANTES.map((c) => [c, composantes[c][rang] ?? { depense: 0n, plafond: 0n, retenu: 0n }] as const);
    const plafond = plafonds[rang] ?? 0n;
    const brut = minimum(somme(parComposante.map(([, { retenu }]) => retenu)), plafond);
    const deduction = deductions[rang] ?? 0n;
    const enEurosChacune = parComposante.map(([c, { depense, plafond: limite, retenu }]) => {
      return [c, { depense: enEuros(depense), plafond: enEuros(limite), retenu: enEuros(retenu) }];
    });
    return {
      annee: rang + 1,
      debut,
      fin,
      mois: enNombre(mois),
      composantes: Object.fromEntries(enEurosChacune) as AnneeCalculee["composantes"],
      plafond,
      forfait_brut: brut,
      deduction_publique: deduction,
      forfait: maximum(0n, brut - deduction),
    };
  });
}

function calculer(parcours: Parcours, dossier: readonly Parcours[], date: string, lecture: Lecture): ParcoursCalcule {
  const { identifiant, fiche, opco, financement } = parcours;
  const annees = calculerAnnees(parcours, dossier, date, lecture);
  const total = (lignes: readonly { montant: number }[] = []): bigint => somme(lignes.map(({ montant }) => centimes(montant)));
  const cout = total(financement.depenses);
  const cofinance = total(financement.publics);
  const forfait = somme(annees.map((annee) => annee.forfait));
  const complement = maximum(0n, minimum(centimes(financement.complement?.montant ?? 0), cout - forfait - cofinance));
  const { verse, avance } = tresorerie(parcours, date);
  const refus = refuse(parcours, date);
  return {
    identifiant,
    fiche,
    opco,
    eligible: !refus,
    motifs: refus ? ["contrat-refuse"] : [],
    cout_reel: enEuros(cout),
    annees: annees.map((annee) => ({
      ...annee,
      plafond: enEuros(annee.plafond),
      forfait_brut: enEuros(annee.forfait_brut),
      deduction_publique: enEuros(annee.deduction_publique),
      forfait: enEuros(annee.forfait),
    })),
    forfait_brut: enEuros(somme(annees.map((annee) => annee.forfait_brut))),
    financements_publics: enEuros(cofinance),
    forfait: enEuros(forfait),
    complement: enEuros(complement),
    reste_a_charge: enEuros(cout - forfait - cofinance - complement),
    refinancable: enEuros(refus ? 0n : forfait),
    verse: enEuros(verse),
    avance_tresorerie: enEuros(avance),
    a_rendre: enEuros(refus ? maximum(0n, verse) : 0n),
  };
}

/** Totals of entries whose `eligible` may have been lowered by the rules that this computation does not judge. */
export function totaliser(parcours: readonly ParcoursCalcule[]): Totaux {
  const eligibles = parcours.filter(({ eligible }) => eligible);
  const total = (lignes: readonly ParcoursCalcule[], valeur: (ligne: ParcoursCalcule) => number): number =>
    enEuros(somme(lignes.map((ligne) => centimes(valeur(ligne)))));
  return {
    parcours: parcours.length,
    eligibles: eligibles.length,
    cout_reel: total(eligibles, ({ cout_reel }) => cout_reel),
    forfait: total(eligibles, ({ forfait }) => forfait),
    complement: total(eligibles, ({ complement }) => complement),
    reste_a_charge: total(eligibles, ({ reste_a_charge }) => Math.max(0, reste_a_charge)),
    trop_percu: total(eligibles, ({ reste_a_charge }) => Math.max(0, -reste_a_charge)),
    verse: total(eligibles, ({ verse }) => verse),
    a_rendre: total(parcours, ({ a_rendre }) => a_rendre),
  };
}

/** Every parcours of a dossier that has a contract, and their totals. */
export function calculerDossier(
  dossier: readonly Parcours[],
  date: string,
  lecture: Lecture,
): { parcours: ParcoursCalcule[]; totaux: Totaux } {
  const parcours = dossier.map((un) => calculer(un, dossier, date, lecture));
  return { parcours, totaux: totaliser(parcours) };
}
