import type { Role } from "../../../dispositif/bilan.ts";
import type { Categorie } from "../categorie.ts";
import type { Faits } from "./faits.ts";

/** What a dimension is called, and its categories. */
export interface DimensionDefinie {
  libelle: string;
  categories: readonly Categorie[];
}

/** What a value with no closed list becomes when it leaves in a lot. */
export interface Depart {
  pseudonyme(genre: "parcours" | "entreprise" | "certification", ...identifiants: string[]): string;
  /** The domains of the fiche projet, which DGEFP already has; any other text stays at home. */
  domaines: ReadonlySet<string>;
  identifiant: string;
  fiche: string;
}

interface Commune<R extends Role, V> {
  role: R;
  libelle: string;
  valeur(faits: Faits): V;
}

/** How soon a column of a lot is left out under `--k`: the greatest number is kept longest. */
interface Utile {
  utilite: number;
}

/** One of the codes of a dimension; null where there is nothing to say. */
interface Code<R extends Role> extends Commune<R, string | null> {
  dimension: DimensionDefinie;
  /** Nothing means that it did not happen, not that it is unknown. */
  sansObjet?: true;
  /** In a lot, told only of the parcours that have the day of this column, or of job-seekers (`demandeurs`). */
  concernes?: string;
}

/** A day, a half-year in lots. */
type Jour<R extends Role> = Commune<R, string | null>;

/** Words that no list closes: what they become in a lot, and which ones are expected there, by what the manifest announces. */
interface Libre<R extends Role> extends Commune<R, string> {
  partir(valeur: string, depart: Depart): string;
  estAttendue(valeur: string, domaines: readonly string[]): boolean;
}

/** Cents or hundredths of an hour, for sums of whole numbers do not depend on their order; euros and hours in lots. */
interface Nombre {
  libelle: string;
  valeur(faits: Faits): number;
}

export const quasi = {
  code: (colonne: Omit<Code<"quasi_identifiant">, "role"> & Utile) =>
    ({ type: "VARCHAR", nature: "code", role: "quasi_identifiant", ...colonne }) as const,
  jour: (colonne: Omit<Jour<"quasi_identifiant">, "role"> & Utile) =>
    ({ type: "VARCHAR", nature: "jour", role: "quasi_identifiant", ...colonne }) as const,
  libre: (colonne: Omit<Libre<"quasi_identifiant">, "role"> & Utile) =>
    ({ type: "VARCHAR", nature: "libre", role: "quasi_identifiant", ...colonne }) as const,
};

export const sensible = {
  code: (colonne: Omit<Code<"sensible">, "role">) => ({ type: "VARCHAR", nature: "code", role: "sensible", ...colonne }) as const,
  jour: (colonne: Omit<Jour<"sensible">, "role">) => ({ type: "VARCHAR", nature: "jour", role: "sensible", ...colonne }) as const,
};

export const pseudonyme = (colonne: Omit<Libre<"pseudonyme">, "role">) =>
  ({ type: "VARCHAR", nature: "libre", role: "pseudonyme", ...colonne }) as const;

export const ouiOuNon = (colonne: Omit<Commune<"sensible", boolean>, "role"> & Utile) =>
  ({ type: "BOOLEAN", nature: "booleen", role: "sensible", ...colonne }) as const;

export const heures = (colonne: Nombre & Utile) =>
  ({ type: "DOUBLE", nature: "nombre", role: "quasi_identifiant", unite: "heures", ...colonne }) as const;

export const euros = (colonne: Nombre) =>
  ({ type: "DOUBLE", nature: "nombre", role: "quasi_identifiant", unite: "euros", ...colonne }) as const;

type Nature<N, C> = C & { nature: N };

/** A column of the rows: what it holds, and what it says in a lot. */
export type Colonne = Partial<Utile> &
  (
    | Nature<"code", Code<Role> & { type: "VARCHAR" }>
    | Nature<"jour", Jour<Role> & { type: "VARCHAR" }>
    | Nature<"libre", Libre<Role> & { type: "VARCHAR" }>
    | Nature<"booleen", Commune<Role, boolean> & { type: "BOOLEAN" }>
    | Nature<"nombre", Nombre & { type: "DOUBLE"; role: Role; unite: "heures" | "euros" }>
  );
