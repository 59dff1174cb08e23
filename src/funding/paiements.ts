import type { Day } from "../dates.ts";
import { isConclu } from "../dossier/faits.ts";
import type { ParcoursDocument } from "../dossier/load.ts";
import type { Cents } from "../money.ts";
import { type Blocage, blocagesDe } from "./blocages.ts";
import { echeancier, type Mois, type Mouvement, parMois } from "./echeancier.ts";
import { type AnneeCivile, parAnneeCivile } from "./engagement.ts";
import type { Funding } from "./index.ts";
import { lectures, type NomLecture } from "./lectures.ts";
import type { FinancementParcours } from "./parcours.ts";

/** Where the money of some parcours stands on the day. */
export interface Avance {
  cle: string;
  parcours: number;
  depense: Cents;
  verse: Cents;
  publics: Cents;
  /** What the porteur carries alone meanwhile. */
  avance: Cents;
  /** Of what is due for the expenses known up to the day, what is not paid yet. */
  resteDu: Cents;
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
}

/** `parcours` are those that were financed, in whatever order. */
export function computePaiements({ lecture, date, parcours: finances }: Funding, parcours: readonly ParcoursDocument[]): Paiements {
  const conclus = parcours.flatMap(({ data }) => (isConclu(data) ? [data] : []));
  const mouvements: Mouvement[] = [];
  const blocages: Blocage[] = [];
  const avances: { one: FinancementParcours; avance: Avance }[] = [];
  finances.forEach((one, rang) => {
    const data = conclus[rang];
    if (data === undefined) throw new RangeError("parcours financed without its data");
    blocages.push(...blocagesDe(data, one, date));
    if (one.motifs.length > 0) return;
    const sien = echeancier(data, lectures[lecture]);
    mouvements.push(...sien);
    avances.push({ one, avance: avanceDe(one, sien, date) });
  });
  const par = (cle: (one: FinancementParcours) => string): Avance[] =>
    cumuler(avances.map(({ one, avance }) => ({ ...avance, cle: cle(one) })));
  return {
    lecture,
    date,
    annees: parAnneeCivile(finances),
    mois: parMois(mouvements),
    parcours: avances.map(({ avance }) => avance),
    fiches: par(({ fiche }) => fiche),
    opcos: par(({ opco }) => opco),
    total: par(() => "")[0] ?? { cle: "", parcours: 0, depense: 0, verse: 0, publics: 0, avance: 0, resteDu: 0 },
    blocages,
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
    resteDu: du - one.verse.cents,
  };
}

/** One by key, in the order of the keys. */
function cumuler(avances: readonly Avance[]): Avance[] {
  const sums = new Map<string, Avance>();
  for (const one of avances) {
    const sum = sums.get(one.cle);
    if (sum === undefined) {
      sums.set(one.cle, { ...one });
      continue;
    }
    for (const montant of ["parcours", "depense", "verse", "publics", "avance", "resteDu"] as const) sum[montant] += one[montant];
  }
  return [...sums.values()].sort((a, b) => (a.cle < b.cle ? -1 : 1));
}
