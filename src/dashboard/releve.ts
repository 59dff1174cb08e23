import { endroitDe } from "../endroit.ts";
import { UserError } from "../errors.ts";
import { isDiffusion } from "../generated/echanges.js";
import { visible } from "../visible.ts";
import { incoherence } from "./coherence.ts";
import { type Diffusion, empreinteDe, FORMAT } from "./diffusion.ts";
import { empreinteDeLaNomenclature } from "./nomenclature-publiee.ts";

/**
 * A record read back: what readers know is taken from it, so that it is believed only when it is whole, as it was written, about the
 * tables of this version, and adds up.
 * @throws UserError for the first thing wrong, with its place.
 */
export function lireDiffusion(file: string, texte: string): Diffusion {
  const refus = (
    raison: string,
    conseil = "Donnez le fichier .diffusion.json tel qu'un précédent « cpro dashboard » l'a écrit.",
  ): UserError => new UserError(`${file} : ${raison}`, conseil);
  let lu: unknown;
  try {
    lu = JSON.parse(texte);
  } catch {
    throw refus("ce fichier n'est pas du JSON.");
  }
  if (typeof lu !== "object" || lu === null || !("format" in lu)) throw refus("ce fichier n'est pas un relevé de diffusion.");
  if (lu.format !== FORMAT)
    throw refus(`le format ${visible(String(lu.format))} n'est pas celui que lit cette version de cpro (${FORMAT}).`);
  if (!isDiffusion(lu)) throw refus(`ce relevé de diffusion est incomplet ou abîmé, à ${endroitDe(isDiffusion.errors)}.`);
  if (lu.empreinte !== empreinteDe(lu)) throw refus("ce relevé de diffusion a été modifié : son empreinte n'est plus la sienne.");
  const { decoupage, nomenclature } = lu.parametres;
  if (nomenclature !== empreinteDeLaNomenclature(decoupage ?? undefined)) {
    throw refus(
      `ses tableaux ou leurs catégories ne sont pas ceux de cette version de cpro (il est de la version ${lu.version}), à « parametres.nomenclature ».`,
      "Publiez avec la version de cpro qui l'a écrit.",
    );
  }
  const faux = incoherence(lu);
  if (faux !== undefined) throw refus(`ce relevé de diffusion se contredit, à ${faux}`);
  return lu;
}
