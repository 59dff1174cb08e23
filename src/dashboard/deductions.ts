import { avecMesure, blocDe, cleDeCellule } from "./cles.ts";
import { ENSEMBLE } from "./nomenclature.ts";
import type { PopulationId } from "./populations.ts";
import type { FigureChiffree } from "./synthese.ts";
import { type Relation, type Systeme, systemeDe, type Variable } from "./systeme.ts";
import type { Table } from "./tables.ts";

/** Populations of which one is part of another on the same dates: the others are had by subtraction, category by category. */
const parties: readonly [tout: PopulationId, partie: PopulationId][] = [
  ["conclus", "demandeurs_emploi"],
  ["conclus", "eligibles"],
  ["sortis", "ruptures"],
];

/** All cells of a dashboard as one system, with what no table shows and readers get from what two of them show. */
export function systemeComplet(tables: readonly Table[], figures: readonly FigureChiffree[]): Systeme {
  const [systeme, diviseurs] = [systemeDe(tables, figures), systemeDe(tables.flatMap(diviseursDe), [])];
  const implicites = diviseurs.variables.map((un): Variable => ({ ...un, implicit: true, usefulness: un.usefulness - 1 }));
  const parCle = new Map([...systeme.variables, ...implicites].map((variable) => [variable.key, variable]));
  const paires = [
    ...parties.flatMap((paire) => horsDe(paire, parCle)),
    ...tables.flatMap((table) => [...sansRecours(table), ...avantLeSemestre(table)]),
  ];
  const differences = paires.flatMap(([tout, partie]) => {
    const [entiere, incluse] = [parCle.get(tout), parCle.get(partie)];
    return entiere === undefined || incluse === undefined ? [] : [difference(entiere, incluse)];
  });
  return {
    variables: [...parCle.values(), ...differences.map(({ variable }) => variable)],
    relations: [...systeme.relations, ...diviseurs.relations, ...differences.map(({ relation }) => relation)],
  };
}

/** The table of the persons that a table of means divides by, which whoever has the sum gets by a division. */
function diviseursDe({ indicateur, dimensions, cellules }: Table): Table[] {
  if (indicateur.grandeur.type !== "moyenne") return [];
  const comptees = cellules.map((cellule) => ({ ...cellule, total: cellule.personnes, contributeurs: 0, entreprises: 0, plusGros: 0 }));
  return [{ indicateur: { ...indicateur, grandeur: { type: "effectif" } }, dimensions, cellules: comptees }];
}

type Paire = [tout: string, partie: string];

function horsDe([tout, partie]: (typeof parties)[number], parCle: ReadonlyMap<string, Variable>): Paire[] {
  const [debut, autre] = [`${partie}|effectif|`, `${tout}|effectif|`];
  return [...parCle.keys()].filter((cle) => cle.startsWith(debut)).map((cle): Paire => [autre + cle.slice(debut.length), cle]);
}

/** Contracts that do not use a modality. */
function sansRecours({ indicateur, cellules }: Table): Paire[] {
  if (indicateur.grandeur.type !== "utilisateurs") return [];
  return cellules
    .filter(({ codes }) => Object.values(codes).some((code) => code !== ENSEMBLE))
    .map(({ mesure, codes }): Paire => [cleDeCellule(indicateur, { mesure, codes: {} }), cleDeCellule(indicateur, { mesure, codes })]);
}

/** Different enterprises and certifications of before: a half-year's are all among those since the beginning, with the same codes. */
function avantLeSemestre({ indicateur, cellules }: Table): Paire[] {
  if (indicateur.grandeur.type !== "distincts") return [];
  return cellules
    .filter(({ mesure }) => mesure === "cumul")
    .map((cellule) => cleDeCellule(indicateur, cellule))
    .map((cle): Paire => [cle, avecMesure(cle, "semestre")]);
}

function difference(tout: Variable, partie: Variable): { variable: Variable; relation: Relation } {
  const key = `${blocDe(tout.key)} sans ${partie.key}`;
  const total = tout.total - partie.total;
  // Certifications are as secret as the persons who aim at them; there is nobody in none.
  const persons = tout.kind === "certifications" && total > 0 ? tout.persons - partie.persons : total;
  return {
    variable: { ...tout, key, total, persons, unpublished: true, usefulness: 0, block: blocDe(partie.key) },
    relation: { left: [tout.key], right: [partie.key, key] },
  };
}
