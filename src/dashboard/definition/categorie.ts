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

/** The code of every margin, and of what is not known or falls outside all bands. */
export const ENSEMBLE = "ensemble";

export const NON_CONNU = "non_connu";

/** Also the row that a table gets when rows do not say, although the dimension has no such category. */
export const nonConnu: Categorie = { code: NON_CONNU, libelle: "Non connu" };

export function categories(libelles: Readonly<Record<string, string>>): Categorie[] {
  return Object.entries(libelles).map(([code, libelle]) => ({ code, libelle }));
}

/** « 16-17 » is 16 to 17, « 12 » is 12 alone, « 50+ » is 50 or more. */
export function bandes(codes: readonly string[], unite: string): Categorie[] {
  return codes.map((code) => {
    const [min, max = min] = code.replace("+", "").split("-").map(Number) as [number, number?];
    if (code.endsWith("+")) return { code, libelle: `${min} ${unite} et plus`, min, max: Number.POSITIVE_INFINITY, unite };
    return { code, libelle: min === max ? `${min} ${unite}` : `${min} à ${max} ${unite}`, min, max, unite };
  });
}

/** The one band that bands which follow one another make; undefined of anything else. */
export function bandeReunie(categories: readonly Categorie[]): Categorie | undefined {
  const [{ min, unite = "" } = {}, ...autres] = categories;
  const { max } = categories.at(-1) ?? {};
  if (min === undefined || max === undefined) return undefined;
  const seSuivent = autres.every((une, rang) => une.min !== undefined && une.min === (categories[rang]?.max ?? Number.NaN) + 1);
  return seSuivent ? bandes([Number.isFinite(max) ? `${min}-${max}` : `${min}+`], unite)[0] : undefined;
}

/** The code of the band that holds a number; what is not known is in none. */
export function dans(bandes: readonly Categorie[], nombre: number | undefined): string {
  const bande = bandes.find(
    ({ min, max }) => nombre !== undefined && min !== undefined && max !== undefined && min <= nombre && nombre <= max,
  );
  return bande?.code ?? NON_CONNU;
}
