import { ENSEMBLE } from "./categorie.ts";
import { type Fenetre, mesures } from "./semestre.ts";

/** A category by dimension; `ensemble` on margins. */
export type Codes = Readonly<Record<string, string>>;

/** What a number is of. The same in every table that shows it: « femmes de 26 à 29 ans, cumul » is one population. */
export interface Cle {
  /** The earlier publication or the part of the rows that it is in; this publication's when absent. */
  parution?: string;
  population: string;
  /** What is counted or added up of it. */
  quoi: string;
  fenetre: Fenetre;
  codes: Codes;
}

const fenetres: ReadonlySet<string> = new Set<Fenetre>([...mesures, "anterieur"]);

const SEPARATEUR = "|";

/** The text of a key, the same for the same key: margins are not said, and codes are in the order of their dimensions. */
export function texteDe({ parution, population, quoi, fenetre, codes }: Cle): string {
  const cle = [population, quoi, fenetre, ...codesDits(codes)].join(SEPARATEUR);
  return parution === undefined ? cle : sous(parution, cle);
}

/** The text of a number of an earlier publication, or of a part of the rows. */
export function sous(parution: string, texte: string): string {
  return `${parution}${SEPARATEUR}${texte}`;
}

/** The codes of a key, as its text says them. */
export function codesDits(codes: Codes): string[] {
  return Object.entries(codes)
    .filter(([, code]) => code !== ENSEMBLE)
    .map(([id, code]) => `${id}=${code.replaceAll(/[%|]/g, encodeURIComponent)}`)
    .sort();
}

/** The key that a text says; undefined for what is named otherwise: a figure of its own, a difference, a margin. */
export function lireCle(texte: string): Cle | undefined {
  const parts = texte.split(SEPARATEUR);
  const rang = parts.findIndex((part, au) => au > 1 && fenetres.has(part));
  if (rang === -1) return undefined;
  const codes = parts.slice(rang + 1).map((part) => part.split(/=(.*)/s));
  if (codes.some(({ length }) => length === 1)) return undefined;
  const parution = parts.slice(0, rang - 2).join(SEPARATEUR);
  return {
    ...(parution !== "" && { parution }),
    population: parts[rang - 2] ?? "",
    quoi: parts[rang - 1] ?? "",
    fenetre: parts[rang] as Fenetre,
    codes: Object.fromEntries(codes.map(([id = "", code = ""]) => [id, decodeURIComponent(code)])),
  };
}

/** The name of the room between two numbers, which is no key. */
export function nomDeMarge({ quoi, fenetre, codes }: Cle): string {
  return [`marge ${quoi}`, fenetre, ...codesDits(codes)].join(SEPARATEUR);
}

/** What is counted, whatever the window and the codes: the tables of a block show the same persons. */
export function blocDe({ population, quoi }: Pick<Cle, "population" | "quoi">): string {
  return [population, quoi].join(SEPARATEUR);
}

const SYNTHESE = `synthese${SEPARATEUR}`;

/** The name of a figure of « Synthèse » that has one of its own; it is a block by itself. */
export function nomDeFigure(id: string): string {
  return `${SYNTHESE}${id}`;
}

/** The figure of a name; undefined for the name of anything else. */
export function figureDe(nom: string): string | undefined {
  return nom.startsWith(SYNTHESE) ? nom.slice(SYNTHESE.length) : undefined;
}
