import { type Annee, anneesDuContrat, parAnnee } from "./annees.ts";
import { decimal, demiHaut, entier, fois, maximum, minimum, somme } from "./fraction.ts";
import { enVigueur, plafondDuParcours, prorata, refuse } from "./loi.ts";
import { COMPOSANTES, type Composante, type Lecture, type ParComposante, type Parcours } from "./types.ts";

interface Retenu {
  depense: bigint;
  plafond: bigint;
  retenu: bigint;
}

const PARTAGEES: readonly Composante[] = ["conception_coordination", "accompagnement_vae", "annexes"];

/** Year after year: what is spent, what an earlier avoir still lowers, and what the ceiling lets through. */
function consommer(depenses: readonly bigint[], plafond: (rang: number, utilise: bigint) => bigint): Retenu[] {
  let report = 0n;
  let utilise = 0n;
  return depenses.map((depense, rang) => {
    const net = depense + report;
    report = minimum(0n, net);
    const limite = plafond(rang, utilise);
    const retenu = minimum(maximum(0n, net), limite);
    utilise += retenu;
    return { depense, plafond: limite, retenu };
  });
}

/** The contracts that come before this one in the same parcours individuel: the one it renews, the one that one renews… */
function anterieurs(parcours: Parcours, dossier: readonly Parcours[]): Parcours[] {
  const suite = [parcours];
  for (;;) {
    const initial: string | undefined = suite.at(-1)?.contrat.renouvellement?.contrat_initial;
    const avant = dossier.find(({ identifiant }) => identifiant === initial);
    if (!avant || suite.includes(avant)) return suite.slice(1);
    suite.push(avant);
  }
}

function retenirComposante(composante: Composante, parcours: Parcours, dossier: readonly Parcours[], date: string): Retenu[] {
  const { contrat, financement } = parcours;
  const annees = anneesDuContrat(contrat);
  const lignes = financement.depenses.filter((ligne) => ligne.composante === composante);
  const depenses = parAnnee(lignes, annees);
  if (composante === "pedagogique") {
    const plafonds = annees.map(({ mois }) => prorata("plafond-pedagogique", contrat.conclu_le, mois));
    return consommer(depenses, (rang) => plafonds[rang] ?? 0n);
  }
  const avant = PARTAGEES.includes(composante) ? anterieurs(parcours, dossier).filter((autre) => !refuse(autre, date)) : [];
  const pris = avant.map((autre) => somme(retenirComposante(composante, autre, dossier, date).map(({ retenu }) => retenu)));
  const enveloppe = maximum(0n, plafondDuParcours(composante, lignes, parcours) - somme(pris));
  return consommer(depenses, (_, utilise) => enveloppe - utilise);
}

/** The ceiling of a contract year: the same for a short one, or in proportion to its months, as the reading says. */
function plafondAnnuel({ mois }: Annee, conclu: string, lecture: Lecture): bigint {
  if (lecture === "foire_aux_questions") return prorata("plafond-annuel", conclu, mois);
  return demiHaut(fois(decimal(enVigueur("plafond-annuel", conclu)), entier(100)));
}

/** What is retained of each composante in each contract year, and the ceiling of each year. */
export function retenir(
  parcours: Parcours,
  dossier: readonly Parcours[],
  date: string,
  lecture: Lecture,
): { composantes: ParComposante<Retenu[]>; plafonds: bigint[] } {
  const composantes = Object.fromEntries(COMPOSANTES.map((c) => [c, retenirComposante(c, parcours, dossier, date)]));
  return {
    composantes: composantes as ParComposante<Retenu[]>,
    plafonds: anneesDuContrat(parcours.contrat).map((annee) => plafondAnnuel(annee, parcours.contrat.conclu_le, lecture)),
  };
}
