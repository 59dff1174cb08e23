import type { FigureChiffree } from "../../dashboard/count/synthese.ts";
import type { Cellule, Table } from "../../dashboard/count/tables.ts";
import { ENSEMBLE, NON_CONNU } from "../../dashboard/definition/categorie.ts";
import { blocDe } from "../../dashboard/definition/cle.ts";
import { cleDe, cleDeCellule, cleDuCompte } from "../../dashboard/definition/cles.ts";
import type { Indicateur } from "../../dashboard/definition/indicateur.ts";
import { type Fenetre, mesures } from "../../dashboard/definition/semestre.ts";
import type { Variable as Protected, Relation } from "../../disclosure/index.ts";

/** What the secrecy protects, with what it takes to tie a publication to another. */
export interface Variable extends Protected {
  /** The table it shows in first, « Synthèse » for a figure of its own. */
  table: string;
  /** The most that readers know it to be. */
  ceiling?: number;
  /** For amounts, the count of persons behind. */
  sur?: string;
}

/** All cells of a dashboard as one system: what shows in several tables is one variable, and each total is a relation. */
export interface Systeme {
  variables: Variable[];
  relations: Relation[];
}

/** `publiees` are the measures published: by default, all. */
export function systemeDe(tables: readonly Table[], figures: readonly FigureChiffree[], publiees: readonly Fenetre[] = mesures): Systeme {
  const composees = figures.filter(({ termes }) => termes.length > 1);
  const variables = [...tables.flatMap((table) => variablesDe(table, publiees)), ...composees.map(variableDeFigure)];
  const relations = [...tables.flatMap(relationsDe), ...composees.map(relationDeFigure)];
  return {
    // The first of a name stands for all: they are the same persons.
    variables: [...new Map(variables.toReversed().map((variable) => [variable.key, variable])).values()].toReversed(),
    relations: [...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values()],
  };
}

function variablesDe({ indicateur, cellules }: Table, publiees: readonly Fenetre[]): Variable[] {
  const kind = natureDe(indicateur);
  return cellules.map((cellule) => ({
    key: cleDeCellule(indicateur, cellule),
    kind,
    total: cellule.total,
    persons: indicateur.grandeur.type === "utilisateurs" ? cellule.total : cellule.personnes,
    contributors: cellule.contributeurs,
    enterprises: cellule.entreprises,
    largest: cellule.plusGros,
    unpublished: !publiees.includes(cellule.mesure),
    table: indicateur.id,
    block: blocDe(cleDe(indicateur, cellule)),
    ...(kind === "amount" && { sur: cleDuCompte(indicateur, cellule) }),
    usefulness: utilite(cellule),
  }));
}

/** Margins before inner cells, what is known before what is not, the cumul before the half-year. */
function utilite({ mesure, codes }: Cellule): number {
  const precis = Object.values(codes).filter((code) => code !== ENSEMBLE);
  return 8 - 4 * precis.length + (precis.includes(NON_CONNU) ? 0 : 2) + (mesure === "cumul" ? 1 : 0);
}

function natureDe({ grandeur }: Indicateur): Variable["kind"] {
  if (grandeur.type === "somme" || grandeur.type === "moyenne") return "amount";
  if (grandeur.type !== "distincts") return "persons";
  return grandeur.colonne === "entreprise" ? "enterprises" : "certifications";
}

function variableDeFigure({ cle, valeur }: FigureChiffree): Variable {
  const total = valeur ?? 0;
  const amounts = { contributors: 0, enterprises: 0, largest: 0 };
  return {
    key: cle,
    kind: "persons",
    total,
    persons: total,
    ...amounts,
    unpublished: false,
    table: "Synthèse",
    block: cle,
    usefulness: 12,
  };
}

function relationDeFigure({ cle, termes }: FigureChiffree): Relation {
  const cles = (moins: boolean): string[] => termes.filter((terme) => terme.moins === moins).map((terme) => terme.cle);
  return { left: [cle, ...cles(true)], right: cles(false) };
}

/** Every margin is the sum of its categories, save where a parcours may be in several; every cumul is what came before and the half-year. */
function relationsDe(table: Table): Relation[] {
  const cle = (cellule: Pick<Cellule, "mesure" | "codes">): string => cleDeCellule(table.indicateur, cellule);
  const marges = table.cellules.flatMap(({ mesure, codes }) =>
    table.dimensions
      .filter(({ id }) => codes[id] === ENSEMBLE)
      .map(({ id, categories }) => ({
        left: [cle({ mesure, codes })],
        right: categories.map(({ code }) => cle({ mesure, codes: { ...codes, [id]: code } })),
      })),
  );
  const avecLeTemps = table.cellules
    .filter(({ mesure }) => mesure === "anterieur")
    .map(({ codes }) => ({
      left: [cle({ mesure: "cumul", codes })],
      right: [cle({ mesure: "semestre", codes }), cle({ mesure: "anterieur", codes })],
    }));
  return [...margesSures(table, marges), ...avecLeTemps];
}

/** A certification found at two levels is counted twice: such margins tell a reader nothing. */
function margesSures(table: Table, marges: readonly Relation[]): readonly Relation[] {
  const { type } = table.indicateur.grandeur;
  if (type === "utilisateurs") return [];
  if (type !== "distincts") return marges;
  const totaux = new Map(table.cellules.map((cellule) => [cleDeCellule(table.indicateur, cellule), cellule.total]));
  const somme = (cles: readonly string[]): number => cles.reduce((total, cle) => total + (totaux.get(cle) ?? 0), 0);
  return marges.filter(({ left, right }) => somme(left) === somme(right));
}
