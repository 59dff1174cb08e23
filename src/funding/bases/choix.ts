import { type Condition, isRemplie } from "../../dispositif/conditions.ts";
import type { Vue } from "../../dispositif/fait.ts";
import type { Base } from "../../dispositif/financement.ts";
import { type SchemaNode, schemaAt } from "../../dispositif/schema-node.ts";
import type { BaseDuParcours } from "./base.ts";

/** Whether nothing stands against a base being due. */
export function estDue({ si }: Pick<BaseDuParcours, "si">, vue: Vue): boolean {
  return si === undefined || isRemplie(vue, si);
}

/** The bases to show: the first that is due, and those in addition of which the file holds something, due or not. */
export function basesPossibles(bases: readonly Base[], vue: Vue): BaseDuParcours[] {
  const duParcours = bases.filter((base) => base.type !== "annuel");
  const premiere = duParcours.find((base) => !base.en_plus && estDue(base, vue));
  return duParcours.filter((base) => base === premiere || (base.en_plus && estLa(base, vue)));
}

function estLa(base: BaseDuParcours, vue: Vue): boolean {
  return base.type === "cout_reel" || vue(base.type === "heures" ? base.heures : base.unites) !== undefined;
}

/** What is to be said before any base may be due: the places that their conditions ask about and that the file does not hold. */
export function manquesPourChoisir(bases: readonly Base[], vue: Vue, schema: SchemaNode): string[] {
  const premieres = bases.filter((base) => base.type !== "annuel").filter(({ en_plus }) => !en_plus);
  if (premieres.some((base) => estDue(base, vue))) return [];
  const chemins = premieres.flatMap(({ si }) => (si === undefined ? [] : cheminsDe(si)));
  const absents = [...new Set(chemins)].filter((chemin) => vue(chemin) === undefined);
  return absents.map((chemin) => `${nomDe(chemin, schema)} à saisir`);
}

function cheminsDe(condition: Condition): string[] {
  if (condition.chemin !== undefined) return [condition.chemin];
  const { tous = [], un_de = [], aucun_de = [] } = condition;
  return [...tous, ...un_de, ...aucun_de].flatMap(cheminsDe);
}

/** What a place is called, as the schema titles it. */
function nomDe(chemin: string, schema: SchemaNode): string {
  const titre = schemaAt({ schema }, chemin.split("/")).title ?? chemin;
  return titre.charAt(0).toLowerCase() + titre.slice(1);
}
