import type { Decoupage } from "../../dispositif/bilan.ts";
import { UserError } from "../../errors.ts";
import { isDiffusion, isPublie } from "../../generated/echanges.js";
import { endroitDe } from "../../words/endroit.ts";
import { visible } from "../../words/visible.ts";
import type { Definition } from "../definition/definition.ts";
import { fauteDe } from "../regroupement/fautes.ts";
import { relireEcrit } from "../regroupement/fichier.ts";
import type { Regroupement } from "../regroupement/index.ts";
import { contradiction, incoherence } from "./coherence.ts";
import { type Diffusion, empreinteDe, FORMAT, type Publie } from "./diffusion.ts";
import { empreinteDeLaNomenclature } from "./nomenclature-publiee.ts";

/**
 * A record read back: what readers know is taken from it, so that it is believed only when it is whole, as it was written, about the
 * tables of this version, and adds up.
 * @throws UserError for the first thing wrong, with its place.
 */
export function lireDiffusion(definition: Definition, file: string, texte: string): Diffusion {
  return diffusionLue(definition, file, lireJson(file, texte));
}

function diffusionLue(definition: Definition, file: string, lu: unknown): Diffusion {
  const refus = (
    raison: string,
    conseil = "Retrouvez-le tel qu'un précédent « cpro dashboard » l'a écrit ; s'il n'a jamais été diffusé, rangez-le ailleurs.",
  ): UserError => new UserError(`${file} : ${raison}`, conseil);
  if (formatDe(lu) === undefined) throw refus("ce fichier n'est pas un relevé de diffusion.");
  if (formatDe(lu) !== FORMAT)
    throw refus(`le format ${visible(String(formatDe(lu)))} n'est pas celui que lit cette version de cpro (${FORMAT}).`);
  if (!isDiffusion(lu)) throw refus(`ce relevé de diffusion est incomplet ou abîmé, à ${endroitDe(isDiffusion.errors)}.`);
  if (lu.empreinte !== empreinteDe(lu)) throw refus("ce relevé de diffusion a été modifié : son empreinte n'est plus la sienne.");
  const { decoupage, nomenclature, regroupement } = lu.parametres;
  if (nomenclature !== empreinteDeLaNomenclature(definition, decoupage ?? undefined)) {
    throw refus(
      `ses tableaux ou leurs catégories ne sont pas ceux de cette version de cpro (il est de la version ${lu.version}), à « parametres.nomenclature ».`,
      "Publiez avec la version de cpro qui l'a écrit.",
    );
  }
  const faute = regroupement && fauteDe(definition, regroupement);
  if (faute !== undefined) throw refus(`ce relevé de diffusion est incomplet ou abîmé, à « parametres.regroupement » : ${faute.quoi}.`);
  const faux = incoherence(definition, lu);
  if (faux !== undefined) throw refus(`ce relevé de diffusion se contredit, à ${faux}`);
  return lu;
}

/** What somebody has published, as its record or its JSON tell it. */
export interface DejaPublie extends Pick<Diffusion, "semestre" | "date" | "tables"> {
  decoupage: Decoupage | undefined;
  regroupement: Regroupement | undefined;
  secret: { zeros_masques?: readonly string[]; ecart?: number };
  figures: { id: string; valeur: number | null }[];
}

/** @throws UserError when the text is neither a record nor a dashboard as cpro writes them. */
export function lirePublie(definition: Definition, file: string, texte: string): DejaPublie {
  const lu = lireJson(file, texte);
  if (formatDe(lu) === FORMAT) return publieDuReleve(diffusionLue(definition, file, lu));
  const refus = (raison: string): UserError =>
    new UserError(`${file} : ${raison}`, "Donnez le relevé .diffusion.json de ce tableau de bord, ou ce que « --format json » en a écrit.");
  if (formatDe(lu) !== FORMAT_PUBLIE) throw refus("ce fichier n'est ni un relevé de diffusion, ni un tableau de bord en JSON.");
  if (!isPublie(lu)) throw refus(`ce tableau de bord est incomplet ou abîmé, à ${endroitDe(isPublie.errors)}.`);
  return publieDe(definition, lu, refus);
}

/** What a record says was published. */
export function publieDuReleve({ semestre, date, tables, synthese, parametres }: Diffusion): DejaPublie {
  const { decoupage, regroupement, secret } = parametres;
  const figures = Object.entries(synthese).map(([id, valeur]) => ({ id, valeur }));
  const vue = { decoupage: decoupage ?? undefined, regroupement: relireEcrit(regroupement) };
  return { semestre, date, tables, ...vue, secret: secret ?? {}, figures };
}

function publieDe(definition: Definition, lu: Publie, refus: (raison: string) => UserError): DejaPublie {
  const { semestre, date, tables, secret, synthese } = lu;
  const decoupage = definition.indicateurs.find(({ id, selon }) => selon !== undefined && tables.some((une) => une.id === id))?.selon;
  const faute = lu.regroupement && fauteDe(definition, lu.regroupement);
  if (faute !== undefined) throw refus(`ce tableau de bord est incomplet ou abîmé, à « regroupement » : ${faute.quoi}.`);
  const regroupement = relireEcrit(lu.regroupement);
  const faux = contradiction(definition, tables, decoupage, regroupement);
  if (faux !== undefined) throw refus(`ce tableau de bord se contredit, à ${faux}`);
  const figures = Object.entries(synthese).flatMap(([id, valeur]) =>
    typeof valeur === "number" || valeur === null ? [{ id, valeur }] : [],
  );
  return { semestre, date, tables, decoupage, regroupement, secret, figures };
}

const FORMAT_PUBLIE = "cpro/dashboard/1";

function formatDe(lu: unknown): unknown {
  return typeof lu === "object" && lu !== null && "format" in lu ? lu.format : undefined;
}

function lireJson(file: string, texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    throw new UserError(
      `${file} : ce fichier n'est pas du JSON.`,
      "Retrouvez le fichier .diffusion.json tel qu'un « cpro dashboard » l'a écrit ; s'il n'a jamais été diffusé, rangez-le ailleurs.",
    );
  }
}
