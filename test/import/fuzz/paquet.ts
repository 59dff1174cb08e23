import { strToU8, type Zippable, zipSync } from "fflate";

/** A zip of parts, not packed: quicker, and its bytes are there to be changed. */
export function zippe(parties: Record<string, string | Uint8Array>, level: 0 | 6 = 0): Uint8Array {
  const zip: Zippable = {};
  for (const [nom, contenu] of Object.entries(parties)) zip[nom] = [typeof contenu === "string" ? strToU8(contenu) : contenu, { level }];
  return zipSync(zip);
}
