import { readText } from "../../dossier/entry.ts";
import { linesOf, locate, type Placed, rangeOf } from "../../dossier/place.ts";
import { UserError } from "../../errors.ts";
import { NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { dimension } from "../definition/nomenclature.ts";
import { type FauteDeRegroupement, fauteDe } from "./fautes.ts";
import { FORMAT, type RegroupementEcrit, relireEcrit } from "./fichier.ts";
import type { Regroupement, Reunion } from "./index.ts";

const CONSEILS = "cpro/advise/1";

/**
 * The regroupement that a file says, or the one of this rank among advice kept in a file.
 * @throws UserError with its place when it cannot be followed.
 */
export async function lireRegroupement(
  definition: Definition,
  file: string,
  texte: string,
  rang: number | undefined,
): Promise<Regroupement> {
  const lignes = linesOf(Buffer.from(texte));
  const refus = (quoi: string, conseil: string, ou = { line: 1, column: 1 }): UserError =>
    new UserError(`${file}:${ou.line}:${ou.column} : ${quoi}.`, conseil);
  const lu = await readText(texte);
  if ("faults" in lu) throw refus("ce fichier n'est pas du JSON", comment, rangeOf(lignes, lu.faults[0]?.from ?? 0, lu.faults[0]?.to ?? 0));
  const racine = lu.places();
  const chemin = cheminDe(racine, rang);
  if ("quoi" in chemin) throw refus(chemin.quoi, chemin.conseil);
  const noeud = chemin.reduce<Placed | undefined>((un, pas) => un?.child(pas), racine);
  const faute = fauteDe(definition, noeud?.data);
  if (faute !== undefined) throw refus(faute.quoi, faute.conseil, locate(lignes, racine, [...chemin, ...faute.chemin]));
  const regroupement = relireEcrit(noeud?.data as RegroupementEcrit);
  if (regroupement === undefined) throw refus("ce fichier ne dit rien", comment);
  return { ...regroupement, reunions: regroupement.reunions.map((reunion) => dansLOrdre(definition, reunion)) };
}

const comment =
  "Donnez à --regroupement un fichier que « cpro dashboard … --advise --output conseil.json » a écrit, ou le vôtre : le guide en dit la forme.";

/** Where the regroupement stands in the file. */
function cheminDe(racine: Placed, rang: number | undefined): (string | number)[] | Omit<FauteDeRegroupement, "chemin"> {
  const format = racine.child("format")?.data;
  if (format === FORMAT && rang === undefined) return [];
  if (format === FORMAT)
    return { quoi: `ce fichier dit un seul regroupement, et n'en a pas de n° ${rang}`, conseil: "Retirez le # et le numéro." };
  if (format !== CONSEILS) return { quoi: `son format n'est ni ${FORMAT} ni ${CONSEILS}`, conseil: comment };
  const conseils = racine.child("conseils")?.data;
  const nombre = Array.isArray(conseils) ? conseils.length : 0;
  if (nombre === 0) return { quoi: "ce fichier ne donne aucun conseil", conseil: "Écrivez vous-même un regroupement, ou publiez sans." };
  const choix = rang ?? (nombre === 1 ? 1 : 0);
  if (choix >= 1 && choix <= nombre) return ["conseils", choix - 1, "regroupement"];
  const quoi =
    rang === undefined ? `ce fichier donne ${nombre} conseils, et rien ne dit lequel suivre` : `ce fichier n'a pas de conseil n° ${rang}`;
  return { quoi, conseil: `Dites lequel, de 1 à ${nombre}, après un # : « conseil.json#1 ».` };
}

/** As the nomenclature orders them, so that the same is always called the same. */
function dansLOrdre(definition: Definition, { dimension: id, codes }: Reunion): Reunion {
  const connus = dimension(definition, id, [...codes].filter((code) => code !== NON_CONNU).sort()).categories.map(({ code }) => code);
  return { dimension: id, codes: [...new Set([...connus, NON_CONNU])].filter((code) => codes.includes(code)) };
}
