import { estFinance } from "../dispositif/financement.ts";
import { estEntre } from "../dispositif/parcours.ts";
import { aUnContrat } from "../dossier/contrats.ts";
import { isConclu } from "../dossier/faits.ts";
import type { FicheDocument, ParcoursBase, ParcoursDocument } from "../dossier/load.ts";
import { parPorteur } from "../dossier/porteurs.ts";
import type { Day } from "../words/dates.ts";
import { financerParBases } from "./bases/index.ts";
import type { Funding } from "./funding.ts";
import { lectures, type NomLecture } from "./lectures.ts";
import { type FinancementParcours, financerParcours } from "./parcours.ts";
import { dejaRetenus } from "./prevision/renouvellements.ts";
import { type Totaux, totaux } from "./totaux.ts";

export type { Amount } from "./amount.ts";
export type { FinancementParBases } from "./bases/index.ts";
export { composantes, nomsDesComposantes } from "./composantes.ts";
export { type AnneeCivile, parAnneeCivile } from "./engagement.ts";
export type { ForfaitAnnuel } from "./forfait.ts";
export { type Groupe, regrouper } from "./groupes.ts";
export { lectures, type NomLecture, nomsDesLectures } from "./lectures.ts";
export type { Blocage } from "./paiements/blocages.ts";
export type { Mois } from "./paiements/echeancier.ts";
export { type Avance, computePaiements, type Paiements } from "./paiements/index.ts";
export type { FinancementParcours } from "./parcours.ts";
export { computePrevision, type Prevision, type PrevisionDuree } from "./prevision/index.ts";
export { type Changement, computeSimulation, type ParcoursChange, type Simulation } from "./prevision/simulation.ts";
export { CONTRAT_REFUSE, type Compte, chargeDe, type Totaux, totaux, tropPercuDe } from "./totaux.ts";

interface FundingInput {
  /** Of any dispositif: those that are not paid by contract year are set apart. */
  parcours: readonly ParcoursDocument<ParcoursBase>[];
  /** The whole dossier that they are of, for the contracts that some of them renew; by default, they are all there is. */
  dossier?: { parcours: readonly ParcoursDocument<ParcoursBase>[]; fiches: readonly FicheDocument[] };
  /** For the file of a parcours, the ids of the rules that make it ineligible. */
  motifs: ReadonlyMap<string, readonly string[]>;
  /** The day that cash is counted on, and by which the decisions of the OPCO are known. */
  date: Day;
  lecture: NomLecture;
}

/** What is paid for each parcours that has entered its dispositif; for contracts, under one reading of the texts. */
export function computeFunding(input: FundingInput): Funding {
  const { lecture, date, parcours, motifs } = input;
  const results = [...financements(input)];
  const contrats = parcours.filter(aUnContrat);
  const horsContrats = parcours.filter((document) => !aUnContrat(document));
  const entres = horsContrats.filter(({ data, modele }) => !estFinance(modele.dispositif) || estEntre(modele.dispositif, data));
  const autres = entres.map((document) => financerParBases(document, { motifs: motifs.get(document.file) ?? [], date }));
  return {
    lecture,
    date,
    parcours: results,
    nonConclus: contrats.length - results.length,
    autres,
    nonEntres: horsContrats.length - entres.length,
    dispositifs: [...new Set(contrats.map(({ modele }) => modele.dispositif))],
    totaux: totaux(results),
    ensemble: totaux([...results, ...autres]),
  };
}

/** The totals alone: each parcours is forgotten once counted, so that a whole country fits in memory. */
export function fundingTotals(input: FundingInput): Totaux {
  return totaux(financements(input));
}

function* financements({ parcours, dossier, motifs, date, lecture: nom }: FundingInput): Generator<FinancementParcours, void> {
  const lecture = lectures[nom];
  const numeroter = parPorteur((dossier?.fiches ?? []).map(({ data }) => data));
  const deja = dejaRetenus({ parcours: (dossier?.parcours ?? parcours).filter(aUnContrat), numeroter, motifs, date }, (one, avant) =>
    financerParcours(one, { motifs: [], date, lecture, deja: avant }),
  );
  for (const { file, data } of parcours.filter(aUnContrat)) {
    if (isConclu(data)) yield financerParcours(data, { motifs: motifs.get(file) ?? [], date, lecture, deja: deja.get(data) });
  }
}
