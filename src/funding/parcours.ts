import { isRefuse, type ParcoursConclu } from "../dossier/faits.ts";
import type { ReferenceId } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import { type Cents, toCents } from "../words/money.ts";
import { type Amount, again, figure, least, minus, sum } from "./amount.ts";
import { composantes, nomsDesComposantes, type ParComposante } from "./composantes.ts";
import { type ContratPrepare, lignesDe, preparer } from "./contrat.ts";
import { type ForfaitAnnuel, forfaitsAnnuels } from "./forfait.ts";
import type { Lecture } from "./lectures.ts";
import type { Ligne } from "./lignes.ts";
import { tresorerie } from "./paiements/tresorerie.ts";
import type { DejaRetenu } from "./plafonds.ts";
import { CONTRAT_REFUSE, type Compte } from "./totaux.ts";

/** What a contract costs, who pays it and what is left; every amount with its proof. */
export interface FinancementParcours extends Compte {
  identifiant: string;
  fiche: string;
  opco: string;
  annees: ForfaitAnnuel[];
  forfaitBrut: Amount;
  financementsPublics: Amount;
  refinancable: Amount;
  /** Cash on the day it is counted on: spent, paid by the OPCO, received from others, and what that leaves to the porteur. */
  depenseAuJour: Amount;
  publicsAuJour: Amount;
  /** Once the contract is over, what the OPCO has paid above what it owes; before, that may be but an advance (R. 6332-25). */
  verseEnTrop: Cents;
  /** What the OPCO's decision accepts to pay, when it says so. */
  montantAccepte: Cents | undefined;
  /** What it was computed from, for the calendar of the same amounts. */
  contrat: ContratPrepare;
}

const sources = {
  forfait: ["decret-2023-408-art-2-ii"],
  complement: ["ct-l6332-1-2", "cahier-des-charges-3"],
  refinancement: ["cahier-des-charges-3", "arrete-2020-09-02"],
  refus: ["ct-d6325-2"],
} satisfies Record<string, ReferenceId[]>;

/** What decides of a funding besides the contract itself. */
export interface Circonstances {
  /** The rules that the parcours breaks and that make it ineligible. */
  motifs: readonly string[];
  /** The day that cash is counted on, and by which a decision of the OPCO is known. */
  date: Day;
  lecture: Lecture;
  /** What the contracts that this one renews have kept. */
  deja?: DejaRetenu | undefined;
}

/** Finances a concluded contract, eligible or not, under a reading. */
export function financerParcours(parcours: ParcoursConclu, { motifs, date, lecture, deja }: Circonstances): FinancementParcours {
  const contrat = preparer(parcours, lecture, deja);
  const { annees, forfait, complement } = duPour(contrat, contrat.depenses);
  const coutReel = parPoste("Coût réel", contrat.lignes);
  const financementsPublics = parPoste("Financements publics", contrat.lignesPubliques);
  const isRefusee = isRefuse(parcours, date);
  const { depense, verse, recu, avance } = tresorerie(contrat, date);
  const montantAccepte = decisionAu(parcours, date)?.montant;
  return {
    identifiant: parcours.identifiant,
    fiche: parcours.fiche,
    opco: parcours.opco,
    motifs: isRefusee ? [...motifs, CONTRAT_REFUSE] : motifs,
    annees,
    coutReel,
    forfaitBrut: sum(
      "Forfait brut",
      annees.map((annee) => annee.forfaitBrut),
    ),
    financementsPublics,
    forfait,
    complement,
    resteACharge: sum("Reste à charge", [coutReel, minus(forfait), minus(financementsPublics), minus(complement)]),
    refinancable: isRefusee
      ? figure("Refinancement par la péréquation, le contrat étant refusé", 0, sources.refus)
      : sum("Refinancement par la péréquation", [again(forfait)], sources.refinancement),
    depenseAuJour: depense,
    verse,
    publicsAuJour: recu,
    avanceTresorerie: avance,
    aRendre: isRefusee ? Math.max(0, verse.cents) : 0,
    verseEnTrop: isRefusee || !isFini(contrat, date) ? 0 : Math.max(0, verse.cents - forfait.cents - complement.cents),
    montantAccepte: montantAccepte === undefined ? undefined : toCents(montantAccepte),
    contrat,
  };
}

/** What the OPCO comes to owe for some of a contract's expenses; all its public money is taken off from the first, whenever it comes. */
export function duPour(
  contrat: ContratPrepare,
  depenses: ContratPrepare["depenses"],
): { annees: ForfaitAnnuel[]; forfait: Amount; complement: Amount } {
  const annees = forfaitsAnnuels(contrat, depenses);
  const forfait = sum(
    "Forfait",
    annees.map((annee) => annee.forfait),
    sources.forfait,
  );
  return { annees, forfait, complement: complementDe(contrat, depenses, forfait) };
}

const sansComplement = figure("Complément", 0);

/** What the OPCO adds on the contributions of L. 6332-1-2: what is asked, within the cost that nothing else covers. */
function complementDe({ parcours, publics }: ContratPrepare, depenses: ContratPrepare["depenses"], forfait: Amount): Amount {
  const { complement } = parcours.financement;
  if (complement === undefined) return sansComplement;
  const demande = figure("Complément demandé", toCents(complement.montant));
  const cout = figure("Coût réel", totalDe(depenses));
  const aide = figure("Financements publics", 0 - (publics === undefined ? 0 : totalDe(publics)));
  return least("Complément", [demande, sum("Coût restant à couvrir", [cout, minus(forfait), aide])], sources.complement);
}

function totalDe(places: ContratPrepare["depenses"]): Cents {
  let total: Cents = 0;
  for (const { amount } of lignesDe(places)) total += amount.cents;
  return total;
}

function decisionAu({ contrat }: ParcoursConclu, date: Day): ParcoursConclu["contrat"]["decision_opco"] {
  const { decision_opco: decision } = contrat;
  return decision !== undefined && decision.le <= date ? decision : undefined;
}

function isFini({ annees }: ContratPrepare, date: Day): boolean {
  return (annees.at(-1)?.fin ?? date) < date;
}

function parPoste(label: string, lignes: ParComposante<Ligne[]>): Amount {
  const noms = nomsDesComposantes.filter((nom) => lignes[nom].length > 0);
  return sum(
    label,
    noms.map((nom) =>
      sum(
        composantes[nom].libelle,
        lignes[nom].map(({ amount }) => amount),
      ),
    ),
  );
}
