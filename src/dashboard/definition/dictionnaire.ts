import type { Categorie } from "./categorie.ts";
import { familles, type Grandeur, indicateurs } from "./indicators.ts";
import { type DimensionId, dimension } from "./nomenclature.ts";
import { populations } from "./populations.ts";

/** What a table is, in words, for those who use its data. */
export interface Definition {
  id: string;
  famille: string;
  titre: string;
  unite: string;
  population: string;
  /** What a cell holds. */
  valeur: string;
  dimensions: readonly DimensionId[];
  /** Only published with `--by`. */
  selon: string | undefined;
}

const valeurs: Record<Grandeur["type"], string> = {
  effectif: "nombre",
  utilisateurs: "nombre de contrats qui ont quelque chose dans la modalité ; un contrat peut être dans plusieurs",
  distincts: "nombre de valeurs différentes, chacune comptée une fois",
  somme: "somme",
  moyenne: "moyenne, vide quand il n'y a personne",
};

/** Every table, from the very entries that make it. */
export function definitions(): Definition[] {
  return indicateurs.map(({ id, famille, titre, unite, population, grandeur, dimensions, selon }) => ({
    id,
    famille: familles[famille],
    titre,
    unite,
    population: populations[population].libelle,
    valeur: valeurs[grandeur.type],
    dimensions,
    selon,
  }));
}

/** Every dimension of the tables with its codes; the domains are those of each dossier, and are not listed. */
export function dimensions(): { id: string; libelle: string; categories: readonly Categorie[] }[] {
  const ids = new Set(indicateurs.flatMap((indicateur) => indicateur.dimensions));
  return [...ids].map((id) => dimension(id, []));
}
