import { avecMesure, cleDeCellule, cleDuCompte, mesureDe } from "./cles.ts";
import { diviseursDe } from "./deductions.ts";
import { type Population, populations } from "./populations.ts";
import type { Parution } from "./suite.ts";
import type { FigureChiffree } from "./synthese.ts";
import { type Relation, type Systeme, systemeDe, type Variable } from "./systeme.ts";
import type { Cellule, Table } from "./tables.ts";

/** Tables with their counts as rounded (by name of variable), and their means divided by rounded counts; sums stay as they are. */
export function arrondir(tables: readonly Table[], arrondis: ReadonlyMap<string, number>): Table[] {
  return tables.map((table) => ({
    ...table,
    arrondie: true,
    cellules: table.cellules.map((cellule) => celluleArrondie(table, cellule, arrondis)),
  }));
}

function celluleArrondie({ indicateur }: Table, cellule: Cellule, arrondis: ReadonlyMap<string, number>): Cellule {
  if (indicateur.grandeur.type === "somme") return cellule;
  if (indicateur.grandeur.type === "moyenne")
    return { ...cellule, personnes: arrondis.get(cleDuCompte(indicateur, cellule)) ?? cellule.personnes };
  return { ...cellule, total: arrondis.get(cleDeCellule(indicateur, cellule)) ?? cellule.total };
}

/**
 * The system to round: besides all that tables show, the counts that means are divided by, and what is left of a population beside
 * the part of it that another table counts. The same persons then never have two roundings.
 */
export function systemeArrondi(tables: readonly Table[], figures: readonly FigureChiffree[]): Systeme {
  const [systeme, diviseurs] = [systemeDe(tables, figures), systemeDe(tables.flatMap(diviseursDe), [])];
  const variables = new Map([...diviseurs.variables, ...systeme.variables].map((variable) => [variable.key, variable]));
  const restes = [...variables.values()].flatMap((partie) => resteDe(partie, variables));
  return {
    variables: [...variables.values(), ...restes.map(({ variable }) => variable)],
    relations: [...systeme.relations, ...diviseurs.relations, ...restes.map(({ relation }) => relation)],
  };
}

/** Those of the whole population that are not in the part: of the same date, without the condition. */
function resteDe(partie: Variable, variables: ReadonlyMap<string, Variable>): { variable: Variable; relation: Relation }[] {
  const [population = "", ...ou] = partie.key.split("|");
  const toutes: Record<string, Population> = populations;
  const { date, condition } = toutes[population] ?? {};
  const [entiere] = Object.entries(toutes).find(([, une]) => une.date === date && une.condition === undefined) ?? [];
  const tout = variables.get([entiere, ...ou].join("|"));
  if (condition === undefined || partie.kind !== "persons" || tout === undefined) return [];
  const total = tout.total - partie.total;
  const variable = { ...partie, key: `hors ${partie.key}`, total, persons: total, unpublished: true };
  return [{ variable, relation: { left: [tout.key], right: [partie.key, variable.key] } }];
}

/**
 * What each count was last rounded to, for a publication of the half-year: what was a cumul then is what comes before now, and the
 * cumul of now had better stay where it was if it can.
 */
export function dejaArrondis(parutions: readonly Parution[], semestre: string): Map<string, number> {
  const arrondies = parutions.filter(({ ecart }) => ecart !== undefined);
  const ordre = arrondies.sort((a, b) => (a.arreteAu + a.date < b.arreteAu + b.date ? -1 : 1));
  return new Map(
    ordre.flatMap((parution) =>
      [...parution.montres].flatMap(([cle, valeur]): [string, number][] => {
        const mesure = mesureDe(cle);
        if (parution.semestre.id === semestre || mesure === undefined) return [[cle, valeur]];
        return mesure === "cumul" ? [cle, avecMesure(cle, "anterieur")].map((apres) => [apres, valeur]) : [];
      }),
    ),
  );
}
