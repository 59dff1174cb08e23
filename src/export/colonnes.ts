import type { Catalogue } from "../dashboard/definition/columns/catalogue.ts";
import type { Colonne } from "../dashboard/definition/columns/colonne.ts";
import { type Definition, definitionDe } from "../dashboard/definition/definition.ts";
import type { Ligne as LigneQuelconque, TypeSql } from "../dashboard/definition/ligne.ts";
import { dispositifs } from "../dispositif/modele.ts";

export const FORMAT = "cpro/lot/1";

/** The bilan whose rows leave in lots of this format: what a lot holds is what its dashboard counts. */
export const definition = definitionDuFormat();

function definitionDuFormat(): Definition {
  const bilan = Object.values(dispositifs).find((un) => un.bilan?.export === FORMAT)?.bilan;
  if (bilan === undefined) throw new RangeError(`no bilan for ${FORMAT}`);
  return definitionDe(bilan);
}

/** The columns of that bilan that are not of cpro's own. */
type DuBilan = "phase" | "recevabilite" | "jury_le" | "resultat" | "fin_parcours";
export type NomDeColonne = keyof Catalogue | DuBilan;

interface ValeurDe {
  VARCHAR: string | null;
  DOUBLE: number;
  BOOLEAN: boolean;
}

/** A row of a lot, or of the dashboard on its way to be one. */
export type Ligne = { [C in keyof Catalogue]: ValeurDe[Catalogue[C]["type"]] } & { [C in DuBilan]: string | null };

/** The names of the columns that have something. */
type Ayant<P> = { [C in keyof Catalogue]: Catalogue[C] extends P ? C : never }[keyof Catalogue];
export type NomDeJour = Ayant<{ nature: "jour" }> | "jury_le" | "fin_parcours";
export type NomDeMesure = Ayant<{ type: "DOUBLE" }>;
export type NomDeTrait = Ayant<{ utilite: number }>;
export type Bande = Extract<Ayant<{ role: "quasi_identifiant" }>, Ayant<{ type: "VARCHAR" }>>;

export const colonnes = definition.colonnes as Readonly<Record<NomDeColonne, Colonne>>;
export const noms = definition.noms as readonly NomDeColonne[];
export const jours = definition.jours as readonly NomDeJour[];
export const mesures = definition.mesures as readonly NomDeMesure[];
export const typesSql = definition.typesSql as Readonly<Record<NomDeColonne, TypeSql>>;

const ayant = <C extends NomDeColonne>(estDe: (colonne: Colonne) => boolean): readonly C[] =>
  noms.filter((nom): nom is C => estDe(colonnes[nom]));

/** What rows of a lot are compared by: bands and half-years, then hours and amounts. */
export const bandes = ayant<Bande>(({ role, type }) => role === "quasi_identifiant" && type === "VARCHAR");
export const quasiIdentifiants: readonly (Bande | NomDeMesure)[] = [...bandes, ...mesures];
/** What rows of a lot may share under `--k`: a band, being eligible (which has amounts at all), having hours of a kind (which the tables count). */
export const traits = ayant<NomDeTrait>((colonne) => "utilite" in colonne);

/** Rows of that dashboard, as those of a lot. */
export function lignesDeLot(lignes: readonly LigneQuelconque[]): Ligne[] {
  return lignes as readonly Readonly<Ligne>[] as Ligne[];
}
