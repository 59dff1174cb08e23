import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect } from "vitest";

/** A workbook of 10 July 2025 with some of its parts changed, or with one more, packed as it was. */
export function changerClasseur(octets: Uint8Array, changements: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(octets);
  for (const [nom, changer] of Object.entries(changements)) {
    const avant = parts[nom] === undefined ? "" : strFromU8(parts[nom]);
    const apres = changer(avant);
    expect(apres, nom).not.toBe(avant);
    parts[nom] = strToU8(apres);
  }
  return zipSync(parts, { level: 6, mtime: new Date(2025, 6, 10) });
}

/** Where the shared text of a hidden cell is. */
export function rangDeS(octets: Uint8Array): number {
  const textes = strFromU8(unzipSync(octets)["xl/sharedStrings.xml"] ?? new Uint8Array());
  return [...textes.matchAll(/<si>.*?<\/si>/gs)].findIndex(([si]) => si === "<si><t>s</t></si>");
}
