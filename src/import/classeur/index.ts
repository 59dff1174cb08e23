import type { Contexte } from "./cellule.ts";
import { lirePlan } from "./classeur.ts";
import { lireFeuille } from "./feuille.ts";
import { ouvrirClasseur } from "./fichier.ts";
import { lireFormats } from "./formats.ts";
import type { Comptes } from "./lignes.ts";
import type { FeuilleLue } from "./lue.ts";
import { abime } from "./paquet/abime.ts";
import { lireTextes } from "./textes.ts";

export { type CelluleLue, type FeuilleLue, type Illisible, isIllisible, type LigneLue, type ValeurLue } from "./lue.ts";

/**
 * The sheets of an .xlsx workbook as plain data, one by one, hidden ones included: its parts are found by their relationships, as
 * ECMA-376 has it. What cannot be told of a cell is said in its place.
 * @throws UserError when the file is no workbook, does not hold together, or has more in it than anyone types.
 */
export function* lireFeuilles(file: string): Generator<FeuilleLue> {
  const { archive, principale } = ouvrirClasseur(file);
  const { isDe1904, feuilles, textes, styles } = lirePlan(archive, principale);
  const presentes = new Set(archive.names.map((name) => name.toLowerCase()));
  for (const { nom, partie } of feuilles)
    if (!presentes.has(partie.toLowerCase())) throw abime(`sa feuille « ${nom} » n'y est pas (partie « ${partie} »)`);
  const contexte: Contexte = {
    textes: textes === undefined ? undefined : lireTextes(textes, archive.read(textes)),
    formats: styles === undefined ? undefined : lireFormats(styles, archive.read(styles)),
    isDe1904,
  };
  const comptes: Comptes = { fusions: 0, cellules: 0 };
  for (const { nom, partie } of feuilles) yield lireFeuille({ nom, partie, octets: archive.read(partie) }, contexte, comptes);
}
