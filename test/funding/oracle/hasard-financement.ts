import { type Annee, dernierJour } from "./annees.ts";
import { plusJours, rangDuJour } from "./calendrier.ts";
import type { Tirage } from "./tirage.ts";
import { COMPOSANTES, type Contrat, type Depense, type Parcours, type Public } from "./types.ts";

/** Euros with cents, most of the time of the size of a real invoice, up to `maximum` cents. */
const montant = (t: Tirage, maximum: number): number => t.entier(1, t.sur100(75) ? maximum : t.parmi([10_000, 300])) / 100;

/** A day before, during or after the contract, often the first or the last of a contract year. */
function jourAuHasard(t: Tirage, contrat: Contrat, annees: readonly Annee[]): string {
  const dernier = dernierJour(contrat);
  const bords = annees.flatMap(({ debut, fin }) => [debut, fin]);
  return t.parmi([
    () => plusJours(contrat.conclu_le, -t.entier(0, 170)),
    () => plusJours(contrat.debut, t.entier(0, rangDuJour(dernier) - rangDuJour(contrat.debut))),
    () => plusJours(contrat.debut, t.entier(0, rangDuJour(dernier) - rangDuJour(contrat.debut))),
    () => t.parmi([contrat.debut, ...bords]),
    () => plusJours(dernier, t.entier(1, 700)),
  ])();
}

function depenseAuHasard(t: Tirage, facture: string, jour: () => string): Depense {
  const composante = t.sur100(25) ? "pedagogique" : t.parmi(COMPOSANTES);
  const date = t.peutEtre(65, jour);
  return {
    composante,
    montant: montant(t, composante === "pedagogique" ? 900_000 : 250_000),
    ...(date ? { date } : {}),
    facture,
    ...(composante === "tuteur_formation" && t.sur100(85) ? { heures: t.parmi([7, 14.5, 21.25, 7.33, 35, 45]) } : {}),
    ...(composante === "tuteur_exercice" && t.sur100(85) ? { mois: t.parmi([1, 2.5, 3.33, 5, 6, 7, 12, 14]) } : {}),
  };
}

/** A parcours at its ceilings: a large invoice for each composante. */
function grosses(t: Tirage, identifiant: string, jour: () => string): Depense[] {
  return COMPOSANTES.map((composante) => ({
    composante,
    montant: t.entier(100_000, composante === "pedagogique" ? 2_400_000 : 500_000) / 100,
    date: t.peutEtre(50, jour),
    facture: `${identifiant}-G-${composante}`,
    ...(composante === "tuteur_formation" ? { heures: t.entier(30, 50) } : {}),
    ...(composante === "tuteur_exercice" ? { mois: t.entier(5, 14) } : {}),
  }));
}

/** A credit on part or all of an invoice, dated or not, often in another contract year. */
function avoirDe(t: Tirage, { composante, montant: du, facture }: Depense, jour: () => string): Depense {
  const date = t.peutEtre(80, jour);
  const cents = t.sur100(20) ? Math.round(du * 100) : t.entier(1, Math.round(du * 100));
  return { composante, montant: -cents / 100, ...(date ? { date } : {}), facture: `${facture}-A`, avoir_de: facture };
}

function publicAuHasard(t: Tirage, depenses: readonly Depense[], jour: () => string): Public {
  const date = t.peutEtre(70, jour);
  const statut = t.peutEtre(66, () => t.parmi(["notifie", "recu"] as const));
  const visee = t.sur100(90) ? depenses[t.entier(0, Math.max(0, depenses.length - 1))] : undefined;
  const plafond = visee && t.sur100(80) ? Math.round(visee.montant * 100) : 100_000;
  return {
    financeur: t.parmi(["Région", "Département", "Agence d'exemple"]),
    composante: visee?.composante ?? t.parmi(COMPOSANTES),
    montant: montant(t, plafond),
    ...(date ? { date } : {}),
    ...(statut ? { statut } : {}),
  };
}

/** A few subsidies, or, one time in ten, one for each invoice in full. */
function publicsAuHasard(t: Tirage, factures: readonly Depense[], jour: () => string): Public[] {
  if (!t.sur100(10)) return t.liste(3, () => publicAuHasard(t, factures, jour));
  return factures.map(({ composante, montant: du }) => ({ ...publicAuHasard(t, factures, jour), composante, montant: du }));
}

/** Payments of the OPCO, some of them partly repaid later; what is paid, less what is repaid, is never below 0. */
function versementsAuHasard(t: Tirage, jour: () => string): { le: string; montant: number }[] {
  return t
    .liste(3, () => ({ le: jour(), montant: montant(t, 500_000) }))
    .flatMap((paye) => {
      const rendu = -t.entier(1, Math.round(paye.montant * 100)) / 100;
      return t.sur100(30) ? [paye, { le: plusJours(paye.le, t.entier(0, 90)), montant: rendu }] : [paye];
    });
}

export function financementAuHasard(
  t: Tirage,
  identifiant: string,
  contrat: Contrat,
  annees: readonly Annee[],
  date: string,
): Parcours["financement"] {
  const jour = (): string => jourAuHasard(t, contrat, annees);
  const petites = t.liste(12, (rang) => depenseAuHasard(t, `${identifiant}-F${rang}`, jour));
  const factures = [...petites, ...(t.sur100(20) ? grosses(t, identifiant, jour) : [])];
  const avoirs = factures.flatMap((depense) => (t.sur100(20) ? [avoirDe(t, depense, jour)] : []));
  const complement = t.peutEtre(30, () => ({ montant: montant(t, 400_000), origine: t.parmi(["conventionnelle", "volontaire"]) }));
  const autour = (): string => (t.sur100(50) ? plusJours(date, t.entier(-2, 2)) : jour());
  return {
    depenses: [...factures, ...avoirs],
    publics: publicsAuHasard(t, factures, jour),
    ...(complement ? { complement } : {}),
    versements: versementsAuHasard(t, autour),
  };
}
