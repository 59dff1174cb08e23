import type { Nature } from "./formats.ts";
import { jourDeSerie, jourIso } from "./jours.ts";
import type { Illisible, ValeurLue } from "./lue.ts";
import { booleen } from "./paquet/espaces.ts";
import { sansCodes } from "./textes.ts";

/** A cell as its XML writes it. */
export interface CelluleBrute {
  type: string;
  style: number;
  isFormule: boolean;
  /** What its `v` holds; undefined when there is none. */
  v: string | undefined;
  /** The text written in the cell itself. */
  texte: string | undefined;
}

/** What the cells of a workbook refer to. */
export interface Contexte {
  /** Undefined when the workbook has no list of texts. */
  textes: readonly string[] | undefined;
  /** Undefined when the workbook has no styles: all numbers are shown as they are. */
  formats: readonly Nature[] | undefined;
  isDe1904: boolean;
}

const NOMBRE = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const ressaisir = "Écrivez la valeur à nouveau dans cette cellule, puis enregistrez le classeur.";

/** What a cell holds, by its type and by the format of its numbers; undefined for an empty one. */
export function valeurDe(brute: CelluleBrute, contexte: Contexte): ValeurLue | undefined {
  const { type, v, texte, isFormule } = brute;
  if (type === "inlineStr") {
    if (texte !== undefined) return texteValable(texte);
    return v === undefined || v === "" ? undefined : inconnue(`du texte qu'elle annonce, il n'y a que « ${v} »`);
  }
  if (texte !== undefined) return inconnue(`elle contient un texte et se dit « ${type} »`);
  // A formula may give an empty text, and says so; without that, it was never calculated.
  if (v === undefined || (v.trim() === "" && type !== "str")) return isFormule ? { sansValeur: true } : undefined;
  return typee(brute, v, contexte);
}

function typee({ type, style }: CelluleBrute, v: string, { textes, formats, isDe1904 }: Contexte): ValeurLue | undefined {
  switch (type) {
    case "n":
      return nombre(v.trim(), formats === undefined ? "nombre" : formats[style], isDe1904);
    case "s": {
      const partage = /^\s*\d+\s*$/.test(v) ? textes?.[Number(v)] : undefined;
      return partage === undefined ? inconnue(`elle renvoie au texte n° ${v}, que le classeur ne contient pas`) : texteValable(partage);
    }
    case "str":
      return texteValable(sansCodes(v));
    case "b":
      return booleen(v) ?? inconnue(`« ${v} » n'est ni vrai ni faux`);
    case "e":
      return { erreur: v.trim() };
    case "d": {
      const jour = jourIso(v);
      return jour === undefined ? inconnue(`« ${v} » n'est pas une date`) : { jour };
    }
    default:
      return inconnue(`son type « ${type} » n'existe pas`);
  }
}

function nombre(v: string, nature: Nature | undefined, isDe1904: boolean): ValeurLue {
  const valeur = Number(v);
  if (!NOMBRE.test(v) || !Number.isFinite(valeur)) return inconnue(`« ${v} » n'est pas un nombre`);
  if (nature === undefined) return inconnue("le format de ce nombre n'est pas dans le classeur");
  if (nature === "nombre") return valeur;
  if (nature === "heure")
    return {
      illisible: `La cellule montre une heure ou une durée, enregistrée comme le nombre ${v}.`,
      conseil: "Donnez à la cellule le format Nombre, Date ou Texte, puis écrivez la valeur à nouveau.",
    };
  const jour = jourDeSerie(valeur, isDe1904);
  if (jour !== undefined) return { jour };
  return {
    illisible: `La cellule a le format d'une date, et le nombre ${v} n'en est pas une sur laquelle les tableurs s'accordent.`,
    conseil: "Donnez à la cellule le format Nombre ou Texte, ou écrivez la date en entier : 02/09/2024.",
  };
}

/** The signs that neither XML nor the files can hold, and those that a terminal obeys. */
const INTERDITS = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u;

function texteValable(texte: string): ValeurLue | undefined {
  const interdit = INTERDITS.exec(texte)?.[0];
  if (interdit === undefined) return texte === "" ? undefined : texte;
  const code = interdit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return {
    illisible: `Le texte de cette cellule contient un caractère invisible qui n'en est pas un (U+${code}).`,
    conseil: "Effacez la cellule, puis écrivez son texte à nouveau au clavier, sans le coller.",
  };
}

function inconnue(pourquoi: string): Illisible {
  return { illisible: `Cette cellule ne peut pas être lue : ${pourquoi}.`, conseil: ressaisir };
}
