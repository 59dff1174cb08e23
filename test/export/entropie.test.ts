import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitsDe } from "../../src/export/cles/entropie.ts";

const LE_MOINDRE = 80;

describe("ce qu'une clé a d'imprévisible", () => {
  it("suffit dans toute clé tirée au hasard, en hexadécimal ou en base 64", () => {
    fc.assert(
      fc.property(fc.noShrink(fc.uint8Array({ minLength: 32, maxLength: 32 }).map((octets) => hasard(octets))), (octets) => {
        for (const codage of ["hex", "base64", "base64url"] as const) {
          expect(bitsDe(octets.toString(codage))).toBeGreaterThan(LE_MOINDRE);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "motdepasse".repeat(10),
    "azertyuiopqsdfghjklmwxcvbn1234567890",
    "qwertyuiopasdfghjklzxcvbnmQWERTYUIOP",
    "0123456789abcdef".repeat(4),
    "fedcba9876543210".repeat(4),
    "a".repeat(64),
    "abcdefghij".repeat(4),
    "01012024".repeat(8),
    "MonGeiqDeParis2024".repeat(3),
    "le chat du voisin mange la souris grise",
    "Geiq Ile de France cle des pseudonymes",
  ])("manque à « %s »", (texte) => {
    expect(bitsDe(texte)).toBeLessThan(LE_MOINDRE);
  });
});

/** fast-check likes small and repeated values; chance does not: it is stirred. */
function hasard(graine: Uint8Array): Buffer {
  return createHash("sha256").update(graine).digest();
}
