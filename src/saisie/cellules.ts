import type { Day } from "../words/dates.ts";
import type { Champ, Choix } from "./champs.ts";
import { enLignes } from "./lignes.ts";
import { nomenclatureDe, nomenclatures } from "./propositions.ts";

/** What a cell shows: a text, a number, a day, or nothing. */
export type Cellule = string | number | { jour: Day } | undefined;

/** What stands between the codes of a list that fits in one cell. */
const SEPARATEUR = ", ";

export const OUI_NON = ["Oui", "Non"] as const;

/** A code with its name, « 02 – Aisne »: what is before the dash is the code. */
export function codeNomme({ valeur, libelle }: Choix): string {
  return `${valeur} – ${libelle}`;
}

/** A value of a document as a person reads it in a workbook; one list of codes is one text. */
export function enCellule(champ: Champ, valeur: unknown): Cellule {
  if (valeur === undefined || valeur === null) return undefined;
  if (champ.type === "lignes") return Array.isArray(valeur) && valeur.length > 0 ? enLignes(champ, valeur, texteDe) : undefined;
  if (Array.isArray(valeur)) return valeur.length === 0 ? undefined : valeur.map((each) => libelleDe(champ, each)).join(SEPARATEUR);
  if (champ.type === "oui_non") return valeur === true ? OUI_NON[0] : OUI_NON[1];
  if (champ.type === "jour") return { jour: String(valeur) };
  return typeof valeur === "number" && champ.type !== "choix" ? valeur : libelleDe(champ, valeur);
}

/** A value as a text, a day as people write it. */
function texteDe(champ: Champ, valeur: unknown): string {
  const cellule = enCellule(champ, valeur);
  if (cellule === undefined) return "";
  if (typeof cellule === "number") return String(cellule).replace(".", ",");
  return typeof cellule === "string" ? cellule : cellule.jour.split("-").reverse().join("/");
}

function libelleDe(champ: Champ, valeur: unknown): string {
  const choix = champ.choix.find((each) => each.valeur === valeur);
  if (choix !== undefined) return choix.libelle;
  const nomenclature = nomenclatureDe(champ);
  const code = nomenclature && nomenclatures[nomenclature].find((each) => each.valeur === valeur);
  return code === undefined ? String(valeur) : codeNomme(code);
}
