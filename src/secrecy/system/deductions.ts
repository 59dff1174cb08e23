import type { FigureChiffree } from "../../dashboard/count/synthese.ts";
import type { Table } from "../../dashboard/count/tables.ts";
import { ENSEMBLE } from "../../dashboard/definition/categorie.ts";
import { lireCle, texteDe } from "../../dashboard/definition/cle.ts";
import { cleDe } from "../../dashboard/definition/cles.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import type { Regroupement } from "../../dashboard/regroupement/index.ts";
import { differencesDe } from "./differences.ts";
import { inclusionsDe } from "./inclusions.ts";
import type { Inclusion } from "./inclusions-reunies.ts";
import { type Systeme, systemeDe, type Variable } from "./systeme.ts";

/** All cells of a dashboard as one system, with what no table shows and readers get from what several of them show. */
export function systemeComplet(
  definition: Definition,
  tables: readonly Table[],
  figures: readonly FigureChiffree[],
  regroupement?: Regroupement,
): Systeme {
  const [systeme, diviseurs] = [
    systemeDe(tables, figures, regroupement?.mesures),
    systemeDe(tables.flatMap(diviseursDe), [], regroupement?.mesures),
  ];
  const implicites = diviseurs.variables.map((un): Variable => ({ ...un, implicit: true, usefulness: un.usefulness - 1 }));
  const parCle = new Map([...systeme.variables, ...implicites].map((variable) => [variable.key, variable]));
  const desTables = tables.flatMap((table) => [...sansRecours(table), ...avantLeSemestre(table)]);
  const inclusions = [
    ...inclusionsDe(
      definition,
      [...parCle.keys()].flatMap((texte) => lireCle(texte) ?? []),
      regroupement,
    ),
    ...desTables.filter(({ tout, parties }) => [...tout, ...parties].every((cle) => parCle.has(texteDe(cle)))),
  ];
  const differences = differencesDe(inclusions, parCle);
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

/** Contracts that do not use a modality. */
function sansRecours({ indicateur, cellules }: Table): Inclusion[] {
  if (indicateur.grandeur.type !== "utilisateurs") return [];
  return cellules
    .filter(({ codes }) => Object.values(codes).some((code) => code !== ENSEMBLE))
    .map(({ mesure, codes }) => ({
      tout: [cleDe(indicateur, { mesure, codes: {} })],
      parties: [cleDe(indicateur, { mesure, codes })],
      reste: "groupe",
    }));
}

/** Different enterprises and certifications of before: a half-year's are all among those since the beginning, with the same codes. */
function avantLeSemestre({ indicateur, cellules }: Table): Inclusion[] {
  if (indicateur.grandeur.type !== "distincts") return [];
  return cellules
    .filter(({ mesure }) => mesure === "cumul")
    .map((cellule) => cleDe(indicateur, cellule))
    .map((cle) => ({ tout: [cle], parties: [{ ...cle, fenetre: "semestre" }], reste: "groupe" }));
}
