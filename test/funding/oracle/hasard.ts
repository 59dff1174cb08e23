import { anneesDuContrat, dernierJour } from "./annees.ts";
import { plusJours, plusMois } from "./calendrier.ts";
import { financementAuHasard } from "./hasard-financement.ts";
import { completer } from "./modele.ts";
import type { Tirage } from "./tirage.ts";
import type { Contrat, Parcours } from "./types.ts";

export interface Options {
  /** The day of the run: decisions and payments fall around it. */
  date: string;
  /** Whether a refusal may lack its day. */
  refusSansJour?: boolean;
}

const DERNIERE_CONCLUSION = "2026-02-28";
const borner = (jour: string, min: string, max: string): string => (jour < min ? min : jour > max ? max : jour);

/** Any day, half the time one where months and years are hard. */
function debutAuHasard(t: Tirage): string {
  if (t.sur100(50)) return plusJours("2023-08-01", t.entier(0, 1100));
  const jour = t.parmi([
    "02-28",
    "03-01",
    "01-01",
    "12-31",
    "01-29",
    "01-30",
    "01-31",
    "03-30",
    "03-31",
    "05-31",
    "08-29",
    "08-30",
    "08-31",
    "10-31",
  ]);
  return t.sur100(20) ? "2024-02-29" : `${t.parmi(["2024", "2025", "2026"])}-${jour}`;
}

/** From two days to 36 months, often whole months or an anniversary, a day more or less. */
function finAuHasard(t: Tirage, debut: string): string {
  const fin = t.parmi([
    () => plusJours(plusMois(debut, t.entier(1, 36)), -1),
    () => plusJours(debut, t.entier(1, 1095)),
    () => plusJours(plusMois(debut, t.parmi([12, 24, 36])), t.entier(-3, 2)),
  ])();
  return borner(fin, plusJours(debut, 1), plusJours(plusMois(debut, 36), -1));
}

/** One day in four, within the contract, from its first day to its last; a few after its end. */
function ruptureAuHasard(t: Tirage, debut: string, fin: string): NonNullable<Contrat["rupture"]> | undefined {
  if (!t.sur100(25)) return undefined;
  const apres = plusJours(fin, t.entier(1, 200));
  const dedans = t.parmi([debut, fin, plusJours(debut, t.entier(0, 1095)), plusJours(plusMois(debut, t.entier(1, 35)), -1)]);
  const le = t.sur100(15) ? apres : borner(dedans, debut, fin);
  return { le, initiative: t.parmi(["employeur", "salarie", "accord"]), motif: "Motif d'exemple", notifiee_le: plusJours(le, 12) };
}

/** Sent within five days of the start, decided around the day of the run or soon after. */
function decisionAuHasard(t: Tirage, transmis: string, { date, refusSansJour = false }: Options): Contrat["decision_opco"] {
  if (!t.sur100(60)) return undefined;
  const autour = plusJours(date, t.entier(-2, 2));
  const le = t.sur100(50) && autour >= transmis ? autour : plusJours(transmis, t.entier(0, 60));
  if (t.sur100(60)) return { sens: "accepte", le, ...(t.sur100(40) ? { montant: t.entier(0, 900_000) / 100 } : {}) };
  return refusSansJour && t.sur100(40) ? { sens: "refuse" } : { sens: "refuse", le };
}

function contratAuHasard(t: Tirage, options: Options, initial?: Parcours): Contrat {
  const debut = initial ? plusJours(dernierJour(initial.contrat), t.entier(1, 60)) : debutAuHasard(t);
  const conclu_le = borner(plusJours(debut, -t.entier(0, 40)), "2023-07-15", borner(DERNIERE_CONCLUSION, "2023-07-15", debut));
  const fin = finAuHasard(t, debut);
  const transmis = plusJours(debut, t.entier(0, 5));
  const decision = decisionAuHasard(t, transmis, options);
  const rupture = ruptureAuHasard(t, debut, fin);
  return {
    nature: initial || t.sur100(70) ? "cdd" : "cdi",
    conclu_le,
    debut,
    fin,
    ...(decision || t.sur100(70) ? { transmis_opco_le: transmis } : {}),
    ...(decision ? { decision_opco: decision } : {}),
    ...(initial ? { renouvellement: { motif: "echec", contrat_initial: initial.identifiant } } : {}),
    ...(rupture ? { rupture } : {}),
  };
}

/** A person of sixteen or more at conclusion, often at the edge of what L. 6325-1-1 asks. */
function beneficiaireAuHasard(t: Tirage, conclu: string): Partial<Parcours["beneficiaire"]> {
  const ans = t.parmi([16, 25, 26]);
  const bord = plusJours(plusMois(conclu, -12 * ans), t.entier(-25, ans === 16 ? 0 : 25));
  const situation_avant = t.parmi(["scolaire", "salarie", "inactif", "demandeur_emploi", "demandeur_emploi", "contrat_aide"]);
  return {
    date_naissance: t.sur100(40) ? bord : plusJours(plusMois(conclu, -12 * t.entier(17, 60)), -t.entier(0, 364)),
    situation_avant,
    niveau_entree: t.parmi(["aucun", "aucun", 3, 4, 5]),
    ...(situation_avant === "demandeur_emploi" ? { mois_inscription: t.parmi([0, 5, 12, 13, 30]) } : {}),
    ...(t.sur100(10) ? { minimum_social: t.parmi(["rsa", "ass", "aah"]) } : {}),
    ...(t.sur100(30) ? { ex_contrat_aide: situation_avant === "contrat_aide" || t.sur100(25) } : {}),
  };
}

function parcoursAuHasard(t: Tirage, identifiant: string, options: Options, initial?: Parcours): Parcours {
  const contrat = contratAuHasard(t, options, initial);
  const tuteur = t.peutEtre(80, () => `T-${identifiant}`);
  const formateur = t.parmi([undefined, {}, { identifiant: tuteur ?? `F-${identifiant}` }, { identifiant: `F-${identifiant}` }]);
  const naissance = t.sur100(50) ? plusJours(plusMois(contrat.debut, -540), t.entier(-1, 1)) : plusJours("1960-01-01", t.entier(0, 14_000));
  return completer({
    identifiant,
    contrat,
    beneficiaire: initial?.beneficiaire ?? beneficiaireAuHasard(t, contrat.conclu_le),
    tuteur: { ...(tuteur ? { identifiant: tuteur } : {}), date_naissance: naissance },
    ...(formateur ? { formateur_afest: formateur } : {}),
    afest_heures: t.parmi([0, 0, 90, 35.5]),
    financement: financementAuHasard(t, identifiant, contrat, anneesDuContrat(contrat), options.date),
  });
}

/** One to six parcours of a dossier; some renew, once, an earlier one. Identifiers begin with `prefixe`. */
export function dossierAuHasard(t: Tirage, prefixe: string, options: Options): Parcours[] {
  const dossier: Parcours[] = [];
  const renouveles = new Set<string>();
  for (let rang = t.entier(1, 6); rang > 0; rang--) {
    const initial = dossier.find(
      ({ identifiant, contrat }) => contrat.nature === "cdd" && !contrat.renouvellement && !renouveles.has(identifiant),
    );
    const renouvele = t.sur100(40) ? initial : undefined;
    if (renouvele) renouveles.add(renouvele.identifiant);
    dossier.push(parcoursAuHasard(t, `${prefixe}-${dossier.length + 1}`, options, renouvele));
  }
  return dossier;
}
