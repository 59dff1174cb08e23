import type { Grandeur } from "../../dispositif/bilan.ts";
import type { Categorie } from "./categorie.ts";
import type { Definition } from "./definition.ts";
import { dimension } from "./nomenclature.ts";

/** What a table is, in words, for those who use its data. */
export interface TableDite {
  id: string;
  famille: string;
  titre: string;
  unite: string;
  population: string;
  /** What a cell holds. */
  valeur: string;
  dimensions: readonly string[];
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

/** What a bilan counts, in words: every table, from the very entries that make it, and every dimension with its codes. */
export interface Dictionnaire {
  tables: TableDite[];
  /** The domains are those of each dossier, and are not listed. */
  dimensions: { id: string; libelle: string; categories: readonly Categorie[] }[];
}

export function dictionnaireDe(definition: Definition): Dictionnaire {
  const { bilan, indicateurs, populations } = definition;
  const ids = new Set(indicateurs.flatMap((indicateur) => indicateur.dimensions));
  return {
    tables: indicateurs.map(({ id, famille, titre, unite, population, grandeur, dimensions, selon }) => ({
      id,
      famille: bilan.familles[famille] ?? famille,
      titre,
      unite,
      population: populations[population]?.libelle ?? population,
      valeur: valeurs[grandeur.type],
      dimensions,
      selon,
    })),
    dimensions: [...ids].map((id) => dimension(definition, id, [])),
  };
}
