/** A value of a dimension; a band of whole numbers also says its bounds, both included, and what they count. */
export interface Categorie {
  code: string;
  libelle: string;
  min?: number;
  max?: number;
  unite?: string;
}

/** A column or a row title of a table. Its categories never change from one half-year to the next, whoever is in them. */
export interface Dimension {
  id: string;
  libelle: string;
  categories: readonly Categorie[];
}
