import { UserError } from "../errors.ts";
import { visible } from "./visible.ts";

/** What no label holds: signs that are not seen, an address, a number long enough to be somebody's (SIREN, SIRET, telephone, NIR). */
const interdits: readonly [string, RegExp][] = [
  ["un caractère de contrôle ou invisible", /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u],
  ["une adresse électronique", /[^\s@]@[^\s@]/u],
  ["un nombre d'au moins neuf chiffres", /\p{Nd}(?:[\s._/-]*\p{Nd}){8}/u],
];

/** Why a free text may not stand in what is published or sent; nothing when it may. */
export function raisonDeTaire(texte: string): string | undefined {
  return interdits.find(([, signe]) => signe.test(texte))?.[0];
}

/**
 * Lets pass the texts that may be published.
 * @throws UserError for the first that may not, with `ou` it stands.
 */
export function exigerPubliables(textes: readonly string[], ou: string): void {
  for (const texte of textes) {
    const raison = raisonDeTaire(texte);
    if (raison === undefined) continue;
    throw new UserError(
      `« ${visible(texte)} » (${ou}) contient ${raison} : ce texte serait lu de tous.`,
      "Corrigez-le dans la fiche projet : quelques mots, sans rien qui désigne une personne ou une entreprise.",
    );
  }
}
