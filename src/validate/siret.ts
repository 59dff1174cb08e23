import type { Path } from "../dossier/place.ts";
import type { Finding } from "./rule.ts";

/** La Poste numbers its thousands of places without Luhn's key: the sum of their digits is a multiple of 5. */
const LA_POSTE = "356000000";

/** Whether fourteen digits bear the keys of a SIRET: Luhn's on the SIREN and on the whole, with Insee's exception for La Poste. */
export function isSiret(siret: string): boolean {
  const siren = siret.slice(0, 9);
  if (siren === "000000000" || luhn(siren) % 10 !== 0) return false;
  return luhn(siret) % 10 === 0 || (siren === LA_POSTE && sum(siret) % 5 === 0);
}

/** What to say of a SIRET whose keys are wrong; nothing when there is none. */
export function* checkSiret(at: Path, siret: string | undefined): Iterable<Finding> {
  if (siret === undefined || isSiret(siret)) return;
  const siren = siret.slice(0, 9);
  const expected = isSiret(`${siren}${siret.slice(9, 13)}${lastDigit(siret)}`) ? lastDigit(siret) : undefined;
  yield {
    at,
    message:
      expected === undefined
        ? `Le SIRET ${siret} est faux : ses neuf premiers chiffres (${siren}) ne forment pas un numéro SIREN.`
        : `Le SIRET ${siret} est faux : sa clé de contrôle devrait être ${expected}, et non ${siret.at(-1)}.`,
    hint: "Recopiez-le depuis l'avis de situation au répertoire Sirene : un chiffre a sans doute été mal saisi.",
  };
}

/** The digit that Luhn's key expects at the end of the whole number. */
function lastDigit(siret: string): number {
  return (10 - (luhn(`${siret.slice(0, 13)}0`) % 10)) % 10;
}

function luhn(digits: string): number {
  let total = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const digit = Number(digits[digits.length - place]);
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    total += weighted > 9 ? weighted - 9 : weighted;
  }
  return total;
}

function sum(digits: string): number {
  let total = 0;
  for (const digit of digits) total += Number(digit);
  return total;
}
