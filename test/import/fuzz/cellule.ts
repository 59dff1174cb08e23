import type { Parties } from "../corpus/parties.ts";
import type { Hasard } from "./hasard.ts";

/** A cell as the XML of its sheet writes it. */
export interface Cellule {
  partie: string;
  r: string;
  /** Without the space in front. */
  attributs: string;
  dedans: string;
  xml: string;
  /** Where it begins in the part. */
  ici: number;
}

const CELLULE = /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const feuilles = Array.from({ length: 19 }, (_, rang) => `xl/worksheets/sheet${rang + 3}.xml`);

/** The cells of a sheet that have something in them. */
export function cellulesDe(parties: Parties, partie: string): Cellule[] {
  return [...(parties[partie] ?? "").matchAll(CELLULE)]
    .filter(([, , dedans]) => dedans !== undefined)
    .map(({ 0: xml, 1: attributs = "", 2: dedans = "", index }) => ({
      partie,
      r: attribut(attributs, "r") ?? "",
      attributs,
      dedans,
      xml,
      ici: index,
    }));
}

/** A cell of a sheet that is read, most often under its headings, and of a kind that is asked for. */
export function uneCellule(parties: Parties, hasard: Hasard, garde: (cellule: Cellule) => boolean = () => true): Cellule | undefined {
  const partie = hasard.choix(feuilles);
  const toutes = cellulesDe(parties, partie).filter(garde);
  const remplies = toutes.filter(({ r }) => ligneDe(r) > 5);
  const choisies = remplies.length > 0 && hasard.entier(8) > 0 ? remplies : toutes;
  return choisies.length === 0 ? undefined : hasard.choix(choisies);
}

export function attribut(attributs: string, nom: string): string | undefined {
  return new RegExp(`(?:^|\\s)${nom}="([^"]*)"`).exec(attributs)?.[1];
}

/** The attributes of an element, one of them changed; undefined takes it away. */
export function avec(attributs: string, nom: string, valeur: string | undefined): string {
  const sans = attributs.replace(new RegExp(`(?:^|\\s)${nom}="[^"]*"`), "").trim();
  return valeur === undefined ? sans : `${sans} ${nom}="${valeur}"`.trim();
}

export function remplacee(parties: Parties, { partie, ici, xml }: Cellule, par: string): Parties {
  const avant = parties[partie] ?? "";
  return { ...parties, [partie]: avant.slice(0, ici) + par + avant.slice(ici + xml.length) };
}

export const ligneDe = (r: string): number => Number(/\d+$/.exec(r)?.[0] ?? 0);

export const colonneDe = (r: string): number =>
  [...(/^[A-Z]+/.exec(r)?.[0] ?? "")].reduce((somme, lettre) => somme * 26 + lettre.charCodeAt(0) - 64, 0);

/** 1 is A: no sheet of the workbook has as many columns as letters twice. */
export const lettreDe = (colonne: number): string =>
  colonne > 26 ? `A${String.fromCharCode(38 + colonne)}` : String.fromCharCode(64 + colonne);
