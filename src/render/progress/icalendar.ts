import { Buffer } from "node:buffer";

// What the calendar format asks of its lines (RFC 5545, 3.1 and 3.3.11): written here, for a general writer takes a minute over the due
// dates of a country.

/** Octets of a line, without its end: the format allows 75, and the space that continues a line counts. */
const LONGEST = 74;

/** A component and what it holds, as lines that end in CRLF. */
export function composant(nom: string, lignes: readonly string[]): string {
  return `BEGIN:${nom}\r\n${lignes.join("")}END:${nom}\r\n`;
}

export function ligne(nom: string, valeur: string): string {
  return `${plier(`${nom}:${valeur}`)}\r\n`;
}

/** A text as a value: commas, semicolons, backslashes and line ends have a meaning there. */
export function texte(valeur: string): string {
  return valeur.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");
}

/** Cut in lines that are short enough, never within a character. */
function plier(entiere: string): string {
  if (entiere.length <= LONGEST && Buffer.byteLength(entiere) <= LONGEST) return entiere;
  let pliee = "";
  let octets = 0;
  for (const caractere of entiere) {
    const siens = caractere < "\u0080" ? 1 : Buffer.byteLength(caractere);
    octets += siens;
    if (octets > LONGEST) {
      pliee += "\r\n ";
      octets = siens;
    }
    pliee += caractere;
  }
  return pliee;
}
