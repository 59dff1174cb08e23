export type TypeSql = "VARCHAR" | "DOUBLE" | "BOOLEAN";
export type Valeur = string | number | boolean | null;

/** One parcours, with everything the tables ask. Days and codes are text; amounts are cents and hours hundredths of an hour. */
export type Ligne = Readonly<Record<string, Valeur>>;
