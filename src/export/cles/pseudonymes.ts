import { createHmac } from "node:crypto";

/** Turns an identifier into a name that only the holder of the key can make again. */
export type Pseudonymes = (genre: "parcours" | "entreprise" | "certification", ...identifiants: string[]) => string;

/** HMAC-SHA-256, its first 128 bits in hexadecimal: too many for two parcours to meet, and nothing without the key. */
export function pseudonymesDe(cle: Uint8Array): Pseudonymes {
  // The length keeps « ab », « c » apart from « a », « bc ».
  return (genre, ...identifiants) =>
    createHmac("sha256", cle)
      .update([genre, ...identifiants].map((part) => `${part.length}:${part}`).join(""))
      .digest("hex")
      .slice(0, 32);
}
