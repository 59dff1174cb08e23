import { isDeepStrictEqual } from "node:util";
import type { Parties } from "../corpus/parties.ts";
import { type Cellule, remplacee, uneCellule } from "./cellule.ts";
import type { Hasard } from "./hasard.ts";
import { dite, simple } from "./oracle.ts";

/** A workbook that says another thing: its plainest writing, and what a text of it stands for. */
export interface Temoin {
  temoin: Parties;
  /** A word of the plain writing, and the text that the files must have in its place. */
  mis?: readonly [mot: string, texte: string];
}

/**
 * What a mutated workbook must give. A writing that keeps the meaning gives the same files; one that the standard gives no meaning to
 * may be refused; one that hides a value is; one that says another thing gives what its plainest writing gives, or is refused.
 */
export type Attendu = "memes" | "memes ou refus" | "refus" | Temoin;

export interface Mutant {
  octets: Parties | Uint8Array;
  attendu: Attendu;
}

/** Changes one thing; undefined when the workbook has no such thing where it looked. */
export type Mutation = (parties: Parties, hasard: Hasard) => Mutant | undefined;

type Changee = readonly [xml: string, attendu: Attendu] | string | undefined;

/** Changes a cell: what is then to be expected is said, or read by the oracle. */
export function surCellule(change: (cellule: Cellule, hasard: Hasard) => Changee, garde?: (cellule: Cellule) => boolean): Mutation {
  return (parties, hasard) => {
    const cellule = uneCellule(parties, hasard, garde);
    const changee = cellule && change(cellule, hasard);
    if (cellule === undefined || changee === undefined) return undefined;
    const [xml, attendu] = typeof changee === "string" ? [changee, parOracle(parties, cellule, changee)] : changee;
    return xml === cellule.xml ? undefined : { octets: remplacee(parties, cellule, xml), attendu };
  };
}

function parOracle(parties: Parties, cellule: Cellule, xml: string): Attendu {
  const [avant, apres] = [dite(cellule.xml, parties), dite(xml, parties)];
  if (apres === undefined) return "memes ou refus";
  return isDeepStrictEqual(avant, apres) ? "memes" : { temoin: remplacee(parties, cellule, simple(cellule.r, apres)) };
}

/** Changes the XML of one part. */
export function surPartie(
  ou: string | ((hasard: Hasard) => string),
  change: (xml: string, hasard: Hasard) => string,
  attendu: Attendu,
): Mutation {
  return (parties, hasard) => {
    const nom = typeof ou === "string" ? ou : ou(hasard);
    const avant = parties[nom];
    if (avant === undefined) return undefined;
    const apres = change(avant, hasard);
    return apres === avant ? undefined : { octets: { ...parties, [nom]: apres }, attendu };
  };
}

/** One of the sheets that are filled in. */
export const uneFeuille = (hasard: Hasard): string => `xl/worksheets/sheet${3 + hasard.entier(19)}.xml`;
