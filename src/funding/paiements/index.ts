import { accepteLe } from "../../dossier/faits.ts";
import type { Day } from "../../words/dates.ts";
import type { Cents } from "../../words/money.ts";
import { type AnneeCivile, parAnneeCivile } from "../engagement.ts";
import type { Funding } from "../funding.ts";
import type { NomLecture } from "../lectures.ts";
import type { FinancementParcours } from "../parcours.ts";
import { type Blocage, blocagesDe } from "./blocages.ts";
import { echeancier, type Mois, type Mouvement, parMois } from "./echeancier.ts";

/** Where the money of some parcours stands on the day. */
export interface Avance {
  cle: string;
  parcours: number;
  depense: Cents;
  verse: Cents;
  publics: Cents;
  /** What the porteur carries alone meanwhile. */
  avance: Cents;
  /** Of what is due for the expenses known up to the day, what is not paid yet; never netted between parcours. */
  resteDu: Cents;
  /** What is paid above what is due on the day: an advance while the contract runs, then to be given back. */
  verseDAvance: Cents;
}

/** All that helps to get paid, for the eligible parcours; the to-do list names the others too. */
export interface Paiements {
  lecture: NomLecture;
  date: Day;
  annees: AnneeCivile[];
  mois: Mois[];
  parcours: Avance[];
  fiches: Avance[];
  opcos: Avance[];
  total: Avance;
  blocages: Blocage[];
  /** Parcours of which nothing is due yet, for the OPCO has neither accepted them nor been sent them. */
  nonAcceptes: number;
}

const rien: Omit<Avance, "cle"> = { parcours: 0, depense: 0, verse: 0, publics: 0, avance: 0, resteDu: 0, verseDAvance: 0 };

export function computePaiements({ lecture, date, parcours: finances }: Funding): Paiements {
  const suivis = finances
    .filter(({ motifs }) => motifs.length === 0)
    .map((one) => {
      const mouvements = echeancier(one.contrat, date);
      return { one, mouvements, avance: avanceDe(one, mouvements, date) };
    });
  const par = (cle: (one: FinancementParcours) => string): Avance[] =>
    cumuler(suivis.map(({ one, avance }) => ({ ...avance, cle: cle(one) })));
  return {
    lecture,
    date,
    annees: parAnneeCivile(finances),
    mois: parMois(suivis.map(({ mouvements }) => mouvements)),
    parcours: suivis.map(({ avance }) => avance),
    fiches: par(({ fiche }) => fiche),
    opcos: par(({ opco }) => opco),
    total: par(() => "")[0] ?? { cle: "", ...rien },
    blocages: finances.flatMap((one) => blocagesDe(one, date)),
    nonAcceptes: suivis.filter(({ one }) => accepteLe(one.contrat.parcours, date) === undefined).length,
  };
}

function avanceDe(one: FinancementParcours, mouvements: readonly Mouvement[], date: Day): Avance {
  const du = mouvements.reduce((sum, mouvement) => (mouvement.le <= date ? sum + mouvement.du : sum), 0);
  return {
    cle: one.identifiant,
    parcours: 1,
    depense: one.depenseAuJour.cents,
    verse: one.verse.cents,
    publics: one.publicsAuJour.cents,
    avance: one.avanceTresorerie.cents,
    resteDu: Math.max(0, du - one.verse.cents),
    verseDAvance: Math.max(0, one.verse.cents - du),
  };
}

/** One by key, in the order of the keys. */
function cumuler(avances: readonly Avance[]): Avance[] {
  const sums = new Map<string, Avance>();
  for (const one of avances) {
    const sum = sums.get(one.cle) ?? { cle: one.cle, ...rien };
    for (const montant of Object.keys(rien) as (keyof typeof rien)[]) sum[montant] += one[montant];
    sums.set(one.cle, sum);
  }
  return [...sums.values()].sort((a, b) => (a.cle < b.cle ? -1 : 1));
}
