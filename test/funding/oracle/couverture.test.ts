/** What the draws reach, and laws that hold for all of them: an oracle that is never tried at an edge proves nothing. */
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { anneesDuContrat, dernierJour, repartir } from "./annees.ts";
import { centimes, enNombre, somme } from "./fraction.ts";
import { dossierAuHasard } from "./hasard.ts";
import { calculerDossier } from "./oracle.ts";
import { Tirage } from "./tirage.ts";
import { COMPOSANTES, type Parcours, type ParcoursCalcule } from "./types.ts";

const DATE = "2025-06-30";
const DOSSIERS = Array.from({ length: 300 }, (_, graine) =>
  dossierAuHasard(new Tirage(graine), `C${graine}`, { date: DATE, refusSansJour: true }),
);
const TOUS: readonly [Parcours, ParcoursCalcule, ParcoursCalcule][] = DOSSIERS.flatMap((dossier) => {
  const [defaut, faq] = (["cahier_des_charges", "foire_aux_questions"] as const).map((nom) => calculerDossier(dossier, DATE, nom).parcours);
  return dossier.map((un, rang) => [un, defaut?.[rang], faq?.[rang]] as [Parcours, ParcoursCalcule, ParcoursCalcule]);
});
const retenusDe = (annee: ParcoursCalcule["annees"][number]): number =>
  Object.values(annee.composantes).reduce((s, { retenu }) => s + retenu, 0);
const enCents = (valeurs: readonly number[]): bigint => somme(valeurs.map(centimes));

const atteints: Record<string, (parcours: Parcours, calcul: ParcoursCalcule, faq: ParcoursCalcule) => boolean> = {
  "yearly ceiling": (_, { annees }) => annees.some((annee) => retenusDe(annee) > annee.plafond),
  "yearly ceiling of the other reading only": (_, calcul, faq) => faq.forfait < calcul.forfait,
  "three years": (_, { annees }) => annees.length === 3,
  "short last year": (_, { annees }) => annees.length > 1 && (annees.at(-1)?.mois ?? 12) < 12,
  "one day": (_, { annees }) => annees[0]?.debut === annees[0]?.fin,
  "29 February": ({ contrat }) => contrat.debut.endsWith("-02-29"),
  "rupture after the end": ({ contrat }) => (contrat.rupture?.le ?? "") > contrat.fin,
  "a year below 0": (_, { annees }) => annees.some(({ composantes }) => Object.values(composantes).some(({ depense }) => depense < 0)),
  "public money above its year's retained": ({ financement }, { annees }) =>
    annees.some(
      (annee) =>
        annee.deduction_publique > 0 &&
        financement.publics?.every(({ date }) => date !== undefined && (date < annee.debut || date > annee.fin)),
    ),
  "deduction above the forfait": (_, calcul, faq) =>
    [...calcul.annees, ...faq.annees].some((annee) => annee.deduction_publique > annee.forfait_brut),
  "complement asked above what is left": ({ financement }, { complement }) =>
    complement > 0 && complement < (financement.complement?.montant ?? 0),
  "trop-perçu": (_, { reste_a_charge }) => reste_a_charge < 0,
  "refusal known": (_, { eligible }) => !eligible,
  "refusal to come": ({ contrat }, { eligible }) => eligible && contrat.decision_opco?.sens === "refuse",
  "money to give back": (_, { a_rendre }) => a_rendre > 0,
  "renewal with part of a ceiling left": ({ contrat }, { annees }) => {
    const { plafond = 0 } = annees[0]?.composantes.conception_coordination ?? {};
    return contrat.renouvellement !== undefined && plafond > 0 && plafond < 1000;
  },
};

test.each(Object.entries(atteints))("the draws reach: %s", (_, atteint) => {
  expect(TOUS.filter((trois) => atteint(...trois)).length).toBeGreaterThanOrEqual(5);
});

test("the months of a year are Temporal's", () => {
  for (const [{ contrat }] of TOUS) {
    for (const { debut, fin, mois } of anneesDuContrat(contrat)) {
      const depuis = Temporal.PlainDate.from(debut);
      const duree = depuis.until(Temporal.PlainDate.from(fin).add({ days: 1 }));
      expect(enNombre(mois), `${debut} ${fin}`).toBeCloseTo(duree.total({ unit: "months", relativeTo: depuis }), 9);
    }
  }
});

test("years follow one another from the first day to the last", () => {
  for (const [{ contrat }, { annees }] of TOUS) {
    const suivants = annees.map(({ fin }) => Temporal.PlainDate.from(fin).add({ days: 1 }).toString());
    expect(annees.map(({ debut }) => debut)).toEqual([contrat.debut, ...suivants.slice(0, -1)]);
    expect(annees.at(-1)?.fin).toBe(dernierJour(contrat));
  }
});

test("nothing is lost: each sum is that of its parts", () => {
  for (const [{ contrat, financement }, calcul] of TOUS) {
    const { annees, cout_reel, forfait, financements_publics, complement, reste_a_charge } = calcul;
    const depenses = annees.flatMap(({ composantes }) => COMPOSANTES.map((c) => composantes[c].depense));
    expect(enCents(depenses)).toBe(enCents(financement.depenses.map(({ montant }) => montant)));
    expect(centimes(cout_reel)).toBe(enCents([forfait, financements_publics, complement, reste_a_charge]));
    expect(centimes(forfait)).toBe(enCents(annees.map((annee) => annee.forfait)));
    expect(somme(repartir(12_345_677n, anneesDuContrat(contrat)))).toBe(12_345_677n);
  }
});

test("public money that a composante's retained can take is no trop-perçu", () => {
  for (const [{ financement }, { annees, reste_a_charge }] of TOUS) {
    const prise = COMPOSANTES.every((c) => {
      const publics = (financement.publics ?? []).filter(({ composante }) => composante === c).map(({ montant }) => montant);
      return enCents(publics) <= enCents(annees.map(({ composantes }) => composantes[c].retenu));
    });
    if (prise && !financement.depenses.some(({ montant }) => montant < 0)) expect(reste_a_charge).toBeGreaterThanOrEqual(0);
  }
});
