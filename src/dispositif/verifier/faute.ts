import type { Path } from "../../dossier/place.ts";
import { list } from "../../words/french.ts";
import { nearest } from "../../words/suggest.ts";

/** What is wrong at a place of a dispositif's file, beyond its form. */
export interface Faute {
  at: Path;
  on?: "key" | "value";
  message: string;
  hint?: string;
}

/** More names than these are not listed. */
const MOST_LISTED = 12;

/** What to do about a name that is none of those known. */
export function conseilParmi(nom: string, connus: readonly string[]): string {
  const proche = nearest(nom, connus);
  if (proche !== undefined) return `Vouliez-vous dire « ${proche} » ?`;
  return connus.length > 0 && connus.length <= MOST_LISTED ? `On attend ${list(connus)}.` : "Vérifiez ce nom.";
}
