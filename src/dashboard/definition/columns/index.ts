import { connus } from "./connus.ts";
import { mesurees } from "./mesures.ts";
import { susEnsuite } from "./sus-ensuite.ts";

/**
 * The columns of the dashboard's only table, one row a concluded parcours, and of a lot (cpro/lot/1), where days are half-years. A new
 * one is an entry: its type, its value, its dimension, what it says in a lot and to whom it may be told.
 */
export const colonnes = { ...connus, ...susEnsuite, ...mesurees };

export type Colonnes = typeof colonnes;
export type NomDeColonne = keyof Colonnes;
export type TypeSql = Colonnes[NomDeColonne]["type"];

interface ValeurDe {
  VARCHAR: string | null;
  DOUBLE: number;
  BOOLEAN: boolean;
}

/** One concluded parcours, with everything the tables ask. Days and codes are text; amounts are cents and hours hundredths of an hour. */
export type Ligne = { [C in NomDeColonne]: ValeurDe[Colonnes[C]["type"]] };

/** The names of the columns that have something. */
type Ayant<P> = { [C in NomDeColonne]: Colonnes[C] extends P ? C : never }[NomDeColonne];
export type NomDeJour = Ayant<{ nature: "jour" }>;
export type NomDeMesure = Ayant<{ type: "DOUBLE" }>;
export type NomDeTrait = Ayant<{ utilite: number }>;
export type NomDeDimension = Ayant<{ dimension: unknown }>;
export type Bande = Extract<Ayant<{ role: "quasi_identifiant" }>, Ayant<{ type: "VARCHAR" }>>;

export const noms = Object.keys(colonnes) as NomDeColonne[];
const ayant = <C extends NomDeColonne>(estDe: (colonne: Colonnes[NomDeColonne]) => boolean): readonly C[] =>
  noms.filter((nom): nom is C => estDe(colonnes[nom]));

export const jours = ayant<NomDeJour>(({ nature }) => nature === "jour");
export const mesures = ayant<NomDeMesure>(({ type }) => type === "DOUBLE");
export const dimensionnees = ayant<NomDeDimension>((colonne) => "dimension" in colonne);
/** What rows of a lot are compared by: bands and half-years, then hours and amounts. */
export const bandes = ayant<Bande>(({ role, type }) => role === "quasi_identifiant" && type === "VARCHAR");
export const quasiIdentifiants: readonly (Bande | NomDeMesure)[] = [...bandes, ...mesures];
/** What rows of a lot may share under `--k`: a band, being eligible (which has amounts at all), having hours of a kind (which the tables count). */
export const traits = ayant<NomDeTrait>((colonne) => "utilite" in colonne);

/** The type of each column in SQL. */
export const typesSql = Object.fromEntries(noms.map((nom) => [nom, colonnes[nom].type])) as { [C in NomDeColonne]: Colonnes[C]["type"] };
