import type { Day } from "../dates.ts";
import type { ParcoursConclu } from "../dossier/faits.ts";
import type { ReferenceId } from "../legal.ts";
import { toCents } from "../money.ts";
import { type Amount, again, figure, least, minus, sum } from "./amount.ts";
import { composantes, nomsDesComposantes, type ParComposante } from "./composantes.ts";
import { type ForfaitAnnuel, forfaitsAnnuels } from "./forfait.ts";
import type { Lecture } from "./lectures.ts";
import { type Ligne, lignesDeDepense, lignesPubliques } from "./lignes.ts";
import { tresorerie } from "./tresorerie.ts";

/** What a contract costs, who pays it and what is left; every amount with its proof. */
export interface FinancementParcours {
  identifiant: string;
  fiche: string;
  opco: string;
  /** The rules that make it ineligible: it is then shown, but left out of the totals. */
  motifs: readonly string[];
  annees: ForfaitAnnuel[];
  coutReel: Amount;
  forfaitBrut: Amount;
  financementsPublics: Amount;
  forfait: Amount;
  complement: Amount;
  /** Below 0, it is a trop-perçu: more is due than the parcours costs. */
  resteACharge: Amount;
  refinancable: Amount;
  /** Cash on the day it is counted on: spent, paid by the OPCO, received from others, and what that leaves to the porteur. */
  depenseAuJour: Amount;
  verse: Amount;
  publicsAuJour: Amount;
  avanceTresorerie: Amount;
}

const sources = {
  forfait: ["decret-2023-408-art-2-ii"],
  complement: ["ct-l6332-1-2", "cahier-des-charges-3"],
  refinancement: ["cahier-des-charges-3", "arrete-2020-09-02"],
} satisfies Record<string, ReferenceId[]>;

/** Finances a concluded contract, eligible or not, under a reading; `date` is the day that cash is counted on. */
export function financerParcours(parcours: ParcoursConclu, motifs: readonly string[], date: Day, lecture: Lecture): FinancementParcours {
  const depenses = lignesDeDepense(parcours);
  const publics = lignesPubliques(parcours);
  const annees = forfaitsAnnuels(parcours, depenses, publics, lecture);
  const coutReel = parPoste("Coût réel", depenses);
  const financementsPublics = parPoste("Financements publics", publics);
  const forfait = sum(
    "Forfait",
    annees.map((annee) => annee.forfait),
    sources.forfait,
  );
  const couvert = [minus(forfait), minus(financementsPublics)];
  const complement = complementDe(parcours, () => sum("Coût restant à couvrir", [again(coutReel), ...couvert]));
  const { depense, verse, recu, avance } = tresorerie(parcours, depenses, publics, date);
  return {
    identifiant: parcours.identifiant,
    fiche: parcours.fiche,
    opco: parcours.opco,
    motifs,
    annees,
    coutReel,
    forfaitBrut: sum(
      "Forfait brut",
      annees.map((annee) => annee.forfaitBrut),
    ),
    financementsPublics,
    forfait,
    complement,
    resteACharge: sum("Reste à charge", [coutReel, ...couvert, minus(complement)]),
    refinancable: sum("Refinancement par la péréquation", [again(forfait)], sources.refinancement),
    depenseAuJour: depense,
    verse,
    publicsAuJour: recu,
    avanceTresorerie: avance,
  };
}

const sansComplement = figure("Complément", 0);

/** What the OPCO adds on the contributions of L. 6332-1-2: what is asked, within the cost that nothing else covers. */
function complementDe({ financement }: ParcoursConclu, solde: () => Amount): Amount {
  if (financement.complement === undefined) return sansComplement;
  const demande = figure("Complément demandé", toCents(financement.complement.montant));
  return least("Complément", [demande, solde()], sources.complement);
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
