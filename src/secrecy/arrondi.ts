import { additionne, type Precedent } from "../dashboard/index.ts";
import { keptOf, protect, prove, proveRounding, roundCounts, type Thresholds } from "../disclosure/index.ts";
import { UserError } from "../errors.ts";
import type { Dashboard, Recompute } from "./dashboard.ts";
import { dejaArrondis } from "./earlier/arrondis.ts";
import { vuesDe } from "./earlier/en-vues.ts";
import { parutionsDe } from "./earlier/parutions.ts";
import { enchainer } from "./earlier/suite.ts";
import { avecConnus, type Connue } from "./known/connus.ts";
import { revisionsDe, type Safe, zerosTus } from "./safe.ts";

type Systeme = Dashboard["systeme"];

/**
 * A dashboard whose counts are rounded, and whose amounts are hidden where they must be, next to what was published before; proved
 * on what it is about to give.
 * @throws UserError when no such table exists, or when an audit finds something wrong in it.
 */
export async function publishRounded(
  dashboard: Dashboard,
  { base, ...thresholds }: Thresholds & { base: number },
  precedents: readonly Precedent[],
  recompute: Recompute,
  connues: readonly Connue[] = [],
): Promise<Safe> {
  // What is shown of fewer persons than the base would be divided by a count rounded to zero.
  const secret = { ...thresholds, persons: Math.max(thresholds.persons, base) };
  const { systeme } = dashboard;
  const vues = vuesDe(dashboard, precedents);
  if (vues.length > 1) throw otherwiseGrouped();
  const parutions = await parutionsDe(precedents, vues, recompute);
  const chaine = avecConnus(enchainer(dashboard, parutions), systeme, connues);
  const { values, reach } = await roundCounts(seulement(systeme, "effectifs"), base, dejaArrondis(parutions, dashboard.semestre.id));
  const montants = seulement(chaine, "montants");
  const { hidden: masques, quiet } = await protect(montants, secret);
  const hidden = new Set(masques);
  for (const { key, persons, sur } of systeme.variables) if (persons > 0 && sur !== undefined && values.get(sur) === 0) hidden.add(key);
  const publication = dashboard.publier(hidden, values);
  const lus = dashboard.lire(publication);
  const shown = dashboard.relire(publication);
  await prove({ ...montants, shown: new Set(shown.keys()), quiet }, secret);
  const dossier = { ...chaine, shown: lus, rates: publication.taux, charted: traces(publication, dashboard, precedents) };
  await proveRounding(dossier, { base, reach, persons: secret.persons });
  const kept = keptOf(
    systeme.variables,
    shown,
    publication.tables.filter((table) => additionne(dashboard.definition, table)),
  );
  // Nobody is surely in a category: a zero beside it may hide some.
  return {
    publication,
    shown,
    secret: { ...secret, arrondi: { base, ecart: reach }, kept, ...zerosTus(dashboard, quiet, publication) },
    attributes: [],
    revisions: revisionsDe(parutions),
  };
}

/** A sum rounded as one and its parts rounded apart say more together than each: rounding holds for the same numbers only. */
function otherwiseGrouped(): UserError {
  return new UserError(
    "Rien n'a été écrit : un semestre déjà publié l'a été avec d'autres catégories ; arrondis une fois ensemble et une fois séparément, des effectifs en diraient trop.",
    "Donnez à --regroupement le même fichier qu'alors (aucun s'il n'y en avait pas), ou publiez par suppression.",
  );
}

/** Sums never mix amounts and counts. */
function seulement({ variables, relations }: Systeme, quoi: "montants" | "effectifs"): Systeme {
  const gardees = variables.filter(({ kind }) => (kind === "amount") === (quoi === "montants"));
  const cles = new Set(gardees.map(({ key }) => key));
  return { variables: gardees, relations: relations.filter(({ left: [premiere = ""] }) => cles.has(premiere)) };
}

/** The counts that charts show of this half-year; those of earlier ones are as they were published. */
function traces({ graphiques }: Safe["publication"], { semestre: { id } }: Dashboard, precedents: readonly Precedent[]): number[] {
  const passes = new Set(precedents.map(({ semestre }) => semestre).filter((un) => un !== id));
  return graphiques
    .filter(({ unite }) => unite !== "euros")
    .flatMap(({ categories, series }) =>
      series.flatMap(({ points }) =>
        points.flatMap(({ valeur }, rang) => (valeur === null || passes.has(categories[rang] ?? "") ? [] : [valeur])),
      ),
    );
}
