import { addDays, type Day, formatDay } from "../dates.ts";
import { dateDuDroit, dernierJour, factureManque, type ParcoursConclu } from "../dossier/faits.ts";
import { valueAt } from "../legal.ts";
import { type Cents, formatEuros, toCents } from "../money.ts";
import { composantes } from "./composantes.ts";
import type { FinancementParcours } from "./parcours.ts";

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
export function blocagesDe(parcours: ParcoursConclu, financement: FinancementParcours, date: Day): Blocage[] {
  const points = [
    ...eligibilite(financement),
    ...pieces(parcours, financement, date),
    ...lignes(parcours, date),
    ...certificat(parcours, date),
    ...tropPercus(parcours, financement, date),
  ];
  return points.map((point) => ({ parcours: financement.identifiant, ...point }));
}

function eligibilite(financement: FinancementParcours): Point[] {
  return financement.motifs.map((regle) => ({
    genre: "eligibilite",
    action: `Régler ce qui rend le parcours non éligible : règle ${regle}.`,
    montant: resteAVerser(financement),
  }));
}

/** The contract and its annex at the OPCO, then its decision; its silence is an acceptance. */
function pieces(parcours: ParcoursConclu, financement: FinancementParcours, date: Day): Point[] {
  const { document_annexe, decision_opco: decision, transmis_opco_le: transmis } = parcours.contrat;
  // What comes after the day is not known on it.
  const decision_opco = decision !== undefined && decision.le <= date ? decision : undefined;
  const transmis_opco_le = transmis !== undefined && transmis <= date ? transmis : undefined;
  const montant = resteAVerser(financement);
  const points: Point[] = [];
  if (!document_annexe) points.push({ genre: "piece", action: "Annexer au contrat le document de l'article D. 6325-11.", montant });
  if (decision_opco?.sens === "refuse") {
    points.push({ genre: "decision", action: `Répondre au refus de l'OPCO du ${formatDay(decision_opco.le)}.`, montant });
  }
  if (decision_opco !== undefined) return points;
  if (transmis_opco_le === undefined) return [...points, { genre: "piece", action: "Transmettre le contrat à l'OPCO.", montant }];
  const silence = addDays(transmis_opco_le, valueAt("delai-opco-decision", dateDuDroit(parcours)).value);
  if (silence < date) return points;
  return [...points, { genre: "decision", action: `Attendre la décision de l'OPCO, tacite après le ${formatDay(silence)}.`, montant }];
}

function lignes({ financement }: ParcoursConclu, date: Day): Point[] {
  return financement.depenses.flatMap((depense): Point[] => {
    const { composante, libelle, heures, mois } = depense;
    const montant = toCents(depense.montant);
    const quoi = `« ${libelle ?? composantes[composante].libelle} » (${formatEuros(montant)})`;
    if (composante === "tuteur_formation" && heures === undefined)
      return [{ genre: "declaration", action: `Déclarer les heures de ${quoi}.`, montant }];
    if (composante === "tuteur_exercice" && mois === undefined)
      return [{ genre: "declaration", action: `Déclarer les mois de ${quoi}.`, montant }];
    return factureManque(depense, date) ? [{ genre: "facture", action: `Joindre la facture de ${quoi}.`, montant }] : [];
  });
}

/** The training done is paid on a certificat de réalisation, due once the action is over. */
function certificat(parcours: ParcoursConclu, date: Day): Point[] {
  const { financement } = parcours;
  const montants = financement.depenses.filter(({ composante }) => composante === "pedagogique").map(({ montant }) => toCents(montant));
  const montant = montants.reduce((total, each) => total + each, 0);
  const isOver = dernierJour(parcours) < date;
  if (financement.certificat_realisation_le !== undefined || montant === 0 || !isOver) return [];
  return [{ genre: "piece", action: "Remettre à l'OPCO le certificat de réalisation de la formation.", montant }];
}

/** Before the end of the contract, what is paid above what is due may be but an instalment. */
function tropPercus(parcours: ParcoursConclu, financement: FinancementParcours, date: Day): Point[] {
  const [cumul, versements] = [-financement.resteACharge.cents, -resteAVerser(financement)];
  const points: Point[] = [];
  if (cumul > 0) {
    points.push({ genre: "trop_percu", action: "Rendre ce qui dépasse le coût réel, tous financements compris.", montant: cumul });
  }
  if (versements > 0 && dernierJour(parcours) < date) {
    points.push({ genre: "trop_percu", action: "Rendre à l'OPCO ce qu'il a versé de trop.", montant: versements });
  }
  return points;
}

/** Forfait and complement less what the OPCO has paid. */
function resteAVerser({ forfait, complement, verse }: FinancementParcours): Cents {
  return forfait.cents + complement.cents - verse.cents;
}
