import type { Bilan, ColonneDeclaree, Figure, FigurePublique, Taux } from "../../dispositif/bilan.ts";
import { UserError } from "../../errors.ts";
import { catalogue } from "./columns/catalogue.ts";
import type { Colonne, DimensionDefinie } from "./columns/colonne.ts";
import { colonneDeclaree, colonneRenommee, estDeclaree } from "./columns/declarees.ts";
import { echellesConnues, eclatees } from "./eclatees.ts";
import type { Indicateur } from "./indicateur.ts";
import type { TypeSql } from "./ligne.ts";
import { sqlDeLaCondition } from "./sql.ts";

/** Whom a table is about: the column that dates the event, and a condition in SQL. */
export interface PopulationDefinie {
  libelle: string;
  date: string;
  condition?: string;
}

/** All that is made of a bilan once, and asked for by whoever counts, protects or shows. */
export interface Definition {
  bilan: Bilan;
  /** The column without which a parcours does not count. */
  entree: string;
  colonnes: Readonly<Record<string, Colonne>>;
  /** In their order. */
  noms: readonly string[];
  jours: readonly string[];
  mesures: readonly string[];
  dimensionnees: readonly string[];
  typesSql: Readonly<Record<string, TypeSql>>;
  /** Every dimension but `domaine`, whose categories are those of the dossier. */
  dimensions: Readonly<Record<string, DimensionDefinie>>;
  populations: Readonly<Record<string, PopulationDefinie>>;
  /** In the order in which they are published. */
  indicateurs: readonly Indicateur[];
  /** With the words of their groups. */
  figures: readonly Figure[];
  publiques: readonly FigurePublique[];
  taux: readonly Taux[];
  echelles: ReadonlySet<string>;
}

const connues = new WeakMap<Bilan, Definition>();

/**
 * What a bilan says, made ready: once for each.
 * @throws UserError when it names a column that nobody knows, or counts what it has not.
 */
export function definitionDe(bilan: Bilan): Definition {
  const connue = connues.get(bilan) ?? nouvelle(bilan);
  connues.set(bilan, connue);
  return connue;
}

/** The same of a dispositif. @throws UserError when it has no dashboard. */
export function definitionDuDispositif({ libelle, bilan }: { libelle: string; bilan?: Bilan | undefined }): Definition {
  if (bilan !== undefined) return definitionDe(bilan);
  throw new UserError(`Le dispositif « ${libelle} » n'a pas de tableau de bord.`, "Décrivez-le sous la clé bilan de son fichier.");
}

function nouvelle(bilan: Bilan): Definition {
  const { entree, populations, synthese, echelles = [] } = bilan;
  const colonnes = colonnesDe(bilan.colonnes);
  const noms = Object.keys(colonnes);
  const ayant = (estDe: (colonne: Colonne) => boolean): string[] => noms.filter((nom) => estDe(colonneDe(colonnes, nom)));
  const dimensionnees = ayant((colonne) => "dimension" in colonne);
  const desColonnes = Object.entries(colonnes).flatMap(([nom, une]) => ("dimension" in une ? [[nom, une.dimension] as const] : []));
  const groupee = <F extends { groupe: string }>(figure: F): F => ({ ...figure, groupe: synthese.groupes[figure.groupe] ?? figure.groupe });
  const definition: Definition = {
    bilan,
    entree,
    colonnes,
    noms,
    jours: ayant(({ nature }) => nature === "jour"),
    mesures: ayant(({ type }) => type === "DOUBLE"),
    dimensionnees,
    typesSql: Object.fromEntries(noms.map((nom) => [nom, colonneDe(colonnes, nom).type])),
    dimensions: { ...Object.fromEntries(desColonnes), ...eclatees },
    populations: Object.fromEntries(
      populations.map(({ id, libelle, date, si }) => [id, { libelle, date, ...(si !== undefined && { condition: sqlDeLaCondition(si) }) }]),
    ),
    indicateurs: bilan.tables.map((table) => ({ ...table, grandeur: table.grandeur ?? { type: "effectif" } })),
    figures: synthese.figures.map(groupee),
    publiques: (synthese.publiques ?? []).map(groupee),
    taux: synthese.taux ?? [],
    echelles: new Set([...echellesConnues, ...echelles]),
  };
  controler(definition);
  controlerLesMots(definition);
  return definition;
}

function colonnesDe(dites: Bilan["colonnes"]): Record<string, Colonne> {
  const colonnes: Record<string, Colonne> = {};
  for (const [nom, dite] of Object.entries(dites)) colonnes[nom] = colonneDite(nom, dite, (autre) => colonneDe(colonnes, autre));
  return colonnes;
}

function colonneDite(nom: string, dite: ColonneDeclaree, autre: (nom: string) => Colonne): Colonne {
  if (estDeclaree(dite)) return colonneDeclaree(dite, autre);
  const connue = (catalogue as Readonly<Record<string, Colonne>>)[nom];
  if (connue !== undefined && Object.hasOwn(catalogue, nom)) return colonneRenommee(connue, dite);
  throw refus(`sa colonne ${nom} n'est pas de celles que cpro connaît`);
}

function colonneDe(colonnes: Readonly<Record<string, Colonne>>, nom: string): Colonne {
  const colonne = colonnes[nom];
  if (colonne === undefined) throw refus(`il n'a pas de colonne ${nom}`);
  return colonne;
}

/** What a query would stumble on. */
function controler({ entree, colonnes, populations, indicateurs, dimensions }: Definition): void {
  // Rows are told apart, and their porteurs found, by it.
  colonneDe(colonnes, "id");
  for (const date of [entree, ...Object.values(populations).map((une) => une.date)])
    if (colonneDe(colonnes, date).nature !== "jour") throw refus(`sa colonne ${date} n'est pas un jour`);
  for (const { id, population, dimensions: siennes, grandeur } of indicateurs) {
    if (populations[population] === undefined) throw refus(`le tableau ${id} est d'une population inconnue, ${population}`);
    const inconnue = siennes.find((une) => dimensions[une] === undefined && !(une === "domaine" && une in colonnes));
    if (inconnue !== undefined) throw refus(`le tableau ${id} est selon une dimension inconnue, ${inconnue}`);
    for (const nom of exigees(siennes, grandeur, dimensions)) colonneDe(colonnes, nom);
  }
}

/** What is published is read back by the words around each number: a figure, a rate or a chart may not be called as a place of a table is. */
function controlerLesMots({ bilan, dimensions, figures, publiques, taux }: Definition): void {
  const desTables = Object.values(dimensions).flatMap(({ libelle, categories }) => [libelle, ...categories.map((une) => une.libelle)]);
  const pris = new Set([...desTables, ...Object.values(bilan.familles)]);
  const chiffres = [...figures, ...publiques, ...taux].map(({ libelle }) => libelle);
  const double = [...chiffres, ...(bilan.graphiques ?? []).map(({ titre }) => titre)].find((mot) => pris.has(mot));
  if (double !== undefined) throw refus(`« ${double} » y nomme deux choses`);
}

/** The columns that a table adds up or tells apart; the secrecy of amounts asks who they are of. */
function exigees([une = ""]: readonly string[], grandeur: Indicateur["grandeur"], dimensions: Definition["dimensions"]): string[] {
  if (grandeur.type === "effectif") return [];
  if (grandeur.type === "distincts") return [grandeur.colonne];
  if (grandeur.type === "moyenne") return ["entreprise", grandeur.colonne];
  const codes = dimensions[une]?.categories.map(({ code }) => `${grandeur.eclater}_${code}`) ?? [];
  return grandeur.type === "somme" ? ["entreprise", ...codes] : codes;
}

function refus(raison: string): UserError {
  return new UserError(`Le bilan du dispositif ne peut pas être suivi : ${raison}.`, "Corrigez la clé bilan de son fichier.");
}
