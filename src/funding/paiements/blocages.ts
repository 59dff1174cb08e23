import { dateDuDroit, dernierJour, factureManque, isRefuse, type ParcoursConclu } from "../../dossier/faits.ts";
import { reference, valueAt } from "../../legal/index.ts";
import { addDays, type Day, formatDay } from "../../words/dates.ts";
import { type Cents, formatEuros, sumOf, toCents } from "../../words/money.ts";
import { composantes } from "../composantes.ts";
import type { FinancementParcours } from "../parcours.ts";
import { CONTRAT_REFUSE, tropPercuDe } from "../totaux.ts";

/** What keeps the OPCO from paying, or asks for money back: something to do. */
export interface Blocage {
  parcours: string;
  genre: "eligibilite" | "piece" | "decision" | "facture" | "declaration" | "trop_percu";
  /** The thing to do, as a French sentence. */
  action: string;
  /** The money that waits for it. */
  montant: Cents;
}

type Point = Omit<Blocage, "parcours">;

/** The to-do list of a parcours, what holds everything up first. */
export function blocagesDe(financement: FinancementParcours, date: Day): Blocage[] {
  const { parcours } = financement.contrat;
  const points = [
    ...eligibilite(financement),
    ...pieces(parcours, financement, date),
    ...decision(financement),
    ...(isRefuse(parcours, date) ? [] : [...lignes(parcours, date), ...certificat(parcours, date)]),
    ...tropPercus(parcours, financement, date),
  ];
  return points.map((point) => ({ parcours: financement.identifiant, ...point }));
}

function eligibilite(financement: FinancementParcours): Point[] {
  return financement.motifs
    .filter((motif) => motif !== CONTRAT_REFUSE)
    .map((regle) => ({
      genre: "eligibilite",
      action: `Régler ce qui rend le parcours non éligible : règle ${regle}.`,
      montant: resteAVerser(financement),
    }));
}

/** The contract and its annex at the OPCO, then its decision; its silence is an acceptance. */
function pieces(parcours: ParcoursConclu, financement: FinancementParcours, date: Day): Point[] {
  const { document_annexe, decision_opco, transmis_opco_le: transmis } = parcours.contrat;
  const montant = resteAVerser(financement);
  const points: Point[] = [];
  if (!document_annexe) points.push({ genre: "piece", action: "Annexer au contrat le document de l'article D. 6325-11.", montant });
  // What comes after the day is not known on it.
  if (decision_opco !== undefined && decision_opco.le <= date) {
    if (decision_opco.sens === "accepte") return points;
    return [...points, { genre: "decision", action: `Répondre au refus de l'OPCO du ${formatDay(decision_opco.le)}.`, montant }];
  }
  if (transmis === undefined || transmis > date)
    return [...points, { genre: "piece", action: "Transmettre le contrat à l'OPCO.", montant }];
  const silence = addDays(transmis, valueAt("delai-opco-decision", dateDuDroit(parcours)).value);
  if (silence < date) return points;
  return [...points, { genre: "decision", action: `Attendre la décision de l'OPCO, tacite après le ${formatDay(silence)}.`, montant }];
}

/** What the OPCO said that it pays, when that is less than what is computed. */
function decision({ montantAccepte, forfait, complement }: FinancementParcours): Point[] {
  const manque = forfait.cents + complement.cents - (montantAccepte ?? Number.POSITIVE_INFINITY);
  if (montantAccepte === undefined || manque <= 0) return [];
  const action = `Revoir avec l'OPCO ce qu'il accepte (${formatEuros(montantAccepte)}) : le calcul donne ${formatEuros(manque)} de plus.`;
  return [{ genre: "decision", action, montant: manque }];
}

function lignes({ financement }: ParcoursConclu, date: Day): Point[] {
  return financement.depenses.flatMap((depense): Point[] => {
    const { composante, libelle, heures, mois } = depense;
    const montant = toCents(depense.montant);
    const quoi = `« ${libelle ?? composantes[composante].libelle} » (${formatEuros(montant)})`;
    if (composante === "tuteur_formation" && heures === undefined && montant > 0)
      return [{ genre: "declaration", action: `Déclarer les heures de ${quoi}.`, montant }];
    if (composante === "tuteur_exercice" && mois === undefined && montant > 0)
      return [{ genre: "declaration", action: `Déclarer les mois de ${quoi}.`, montant }];
    return factureManque(depense, date) ? [{ genre: "facture", action: `Joindre la facture de ${quoi}.`, montant }] : [];
  });
}

/** What is done is paid on documents (R. 6332-26): the training and the accompaniment on their certificat de réalisation, due once the action is over. */
function certificat(parcours: ParcoursConclu, date: Day): Point[] {
  const { financement } = parcours;
  const montant = sumOf(
    financement.depenses.filter(({ composante }) => composante === "pedagogique" || composante === "accompagnement_vae"),
  );
  const remis = financement.certificat_realisation_le;
  if ((remis !== undefined && remis <= date) || montant <= 0 || dernierJour(parcours) >= date) return [];
  const action = `Remettre à l'OPCO le certificat de réalisation de la formation et de l'accompagnement à la VAE (${reference("ct-r6332-26").titre}).`;
  return [{ genre: "piece", action, montant }];
}

/** Before the end of the contract, what is paid above what is due may be but an advance. */
function tropPercus(parcours: ParcoursConclu, financement: FinancementParcours, date: Day): Point[] {
  const cumul = tropPercuDe(financement);
  const points: Point[] = [];
  if (cumul > 0 && !isRefuse(parcours, date)) {
    points.push({ genre: "trop_percu", action: "Rendre ce qui dépasse le coût réel, tous financements compris.", montant: cumul });
  }
  const enTrop = financement.aRendre + financement.verseEnTrop;
  if (enTrop > 0) points.push({ genre: "trop_percu", action: "Rendre à l'OPCO ce qu'il a versé de trop.", montant: enTrop });
  return points;
}

/** Forfait and complement less what the OPCO has paid, never below 0. */
function resteAVerser({ forfait, complement, verse }: FinancementParcours): Cents {
  return Math.max(0, forfait.cents + complement.cents - verse.cents);
}
