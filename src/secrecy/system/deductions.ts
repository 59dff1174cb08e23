import type { FigureChiffree } from "../../dashboard/count/synthese.ts";
import type { Table } from "../../dashboard/count/tables.ts";
import { ENSEMBLE } from "../../dashboard/definition/categorie.ts";
import { avecMesure, blocDe, cleDeCellule, mesureDe } from "../../dashboard/definition/cles.ts";
import type { Regroupement } from "../../dashboard/regroupement/index.ts";
import { inclusionsDe } from "./inclusions.ts";
import type { Inclusion } from "./inclusions-reunies.ts";
import { type Relation, type Systeme, systemeDe, type Variable } from "./systeme.ts";

/** All cells of a dashboard as one system, with what no table shows and readers get from what several of them show. */
export function systemeComplet(tables: readonly Table[], figures: readonly FigureChiffree[], regroupement?: Regroupement): Systeme {
  const [systeme, diviseurs] = [
    systemeDe(tables, figures, regroupement?.mesures),
    systemeDe(tables.flatMap(diviseursDe), [], regroupement?.mesures),
  ];
  const implicites = diviseurs.variables.map((un): Variable => ({ ...un, implicit: true, usefulness: un.usefulness - 1 }));
  const parCle = new Map([...systeme.variables, ...implicites].map((variable) => [variable.key, variable]));
  const desTables = tables.flatMap((table) => [...sansRecours(table), ...avantLeSemestre(table)]);
  const inclusions = [
    ...inclusionsDe(parCle, regroupement),
    ...desTables.filter(({ tout, parties }) => [...tout, ...parties].every((cle) => parCle.has(cle))),
  ];
  const differences = tenables(inclusions, parCle).map((inclusion) => difference(inclusion, parCle));
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
      tout: [cleDeCellule(indicateur, { mesure, codes: {} })],
      parties: [cleDeCellule(indicateur, { mesure, codes })],
      reste: "groupe",
    }));
}

/** Different enterprises and certifications of before: a half-year's are all among those since the beginning, with the same codes. */
function avantLeSemestre({ indicateur, cellules }: Table): Inclusion[] {
  if (indicateur.grandeur.type !== "distincts") return [];
  return cellules
    .filter(({ mesure }) => mesure === "cumul")
    .map((cellule) => cleDeCellule(indicateur, cellule))
    .map((cle) => ({ tout: [cle], parties: [avecMesure(cle, "semestre")], reste: "groupe" }));
}

type Variables = ReadonlyMap<string, Variable>;

/** Data may be false: where a part is larger than its whole anywhere, being part of it tells readers nothing. */
function tenables(inclusions: readonly Inclusion[], variables: Variables): Inclusion[] {
  const sorteDe = ({ tout, parties }: Inclusion): string => [...tout, "", ...parties].map(blocEtFenetre).join(" ");
  const fausses = new Set(inclusions.filter((une) => resteDe(une, variables) < 0).map(sorteDe));
  return inclusions.filter((une) => !fausses.has(sorteDe(une)));
}

const blocEtFenetre = (cle: string): string => `${blocDe(cle)} ${mesureDe(cle) ?? ""}`;

function resteDe({ tout, parties }: Inclusion, variables: Variables, quoi: "total" | "persons" = "total"): number {
  const somme = (cles: readonly string[]): number => cles.reduce((total, cle) => total + (variables.get(cle)?.[quoi] ?? 0), 0);
  return somme(tout) - somme(parties);
}

function difference(inclusion: Inclusion, variables: Variables): { variable: Variable; relation: Relation } {
  const { tout, parties } = inclusion;
  const modele = variables.get(tout[0] ?? "");
  if (modele === undefined) throw new RangeError(`no variable ${tout[0]}`);
  const key = nomDuReste(inclusion);
  return {
    variable: {
      ...modele,
      key,
      ...grandeurDe(inclusion, modele, variables),
      unpublished: true,
      usefulness: 0,
      block: blocDe(parties[0] ?? ""),
    },
    relation: { left: [...tout], right: [...parties, key] },
  };
}

/**
 * The name of a group says its window and codes where others say theirs, so that an earlier publication's is known to be the same;
 * there is nothing to be known of the room between two numbers.
 */
function nomDuReste({ tout, parties, reste }: Inclusion): string {
  const lus = [...tout, ...parties].map((cle) => cle.split("|"));
  const [premier = [], ...autres] = lus;
  const communs = premier.slice(3).filter((code) => autres.every((autre) => autre.includes(code)));
  const [population = "", , fenetre = ""] = lus.at(-1) ?? [];
  const propre = (parts: readonly string[]): string => parts.filter((part, rang) => rang !== 2 && !communs.includes(part)).join(" ");
  const [des, moins] = [lus.slice(0, tout.length).map(propre), lus.slice(tout.length).map(propre)];
  const nom = [`${des.join(" ou ")} sans ${moins.join(" ni ")}`, fenetre, ...communs].join("|");
  return reste === "marge" ? `marge ${nom}` : `${population}|${nom}`;
}

/** A group has its persons; the room between two numbers has nobody of its own, and nothing says when there is none. */
function grandeurDe(
  inclusion: Inclusion,
  { kind }: Variable,
  variables: Variables,
): Partial<Variable> & Pick<Variable, "total" | "persons"> {
  const total = resteDe(inclusion, variables);
  const rien = { contributors: 0, enterprises: 0, largest: 0 };
  if (inclusion.reste === "marge") return { kind: kind === "amount" ? kind : "certifications", total, persons: 0, quiet: true, ...rien };
  // Certifications are as secret as the persons who aim at them; there is nobody in none.
  const persons = kind === "certifications" && total > 0 ? resteDe(inclusion, variables, "persons") : total;
  return { total, persons };
}
