import { type Champ, type Choix, estEnCellule } from "../saisie/champs.ts";
import { lireLignes } from "../saisie/lignes.ts";
import { lireCode, lireNombre } from "../saisie/notations.ts";
import { nomenclatureDe } from "../saisie/propositions.ts";
import { lireJour } from "../words/jour-dit.ts";
import { plainText } from "../words/texte.ts";
import { type Illisible, isIllisible, type ValeurLue } from "./classeur/index.ts";

/** What a cell says: a value, nothing, or why it cannot be told. */
export type Lecture = { valeur: unknown } | { vide: true } | { message: string; conseil: string };

/**
 * The value of a cell for a field. What is clearly written is understood; what could mean two things is refused; anything else is
 * kept as it stands, for the schema to refuse in the words of `cpro validate`.
 */
export function lireValeur(champ: Champ, lue: ValeurLue): Lecture {
  if (isIllisible(lue)) return { message: lue.illisible, conseil: lue.conseil };
  if (typeof lue === "object" && "erreur" in lue)
    return {
      message: `La formule de cette cellule donne l'erreur ${lue.erreur}.`,
      conseil: "Corrigez la formule, ou remplacez-la par sa valeur.",
    };
  if (typeof lue === "object" && "sansValeur" in lue)
    return {
      message: "La formule de cette cellule n'a pas de valeur enregistrée.",
      conseil: "Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le, puis recommencez.",
    };
  const valeur = typeof lue === "string" ? rogne(lue) : lue;
  if (valeur === "") return { vide: true };
  if (champ.type === "lignes") return lireLignes(champ, typeof valeur === "object" ? valeur.jour : String(valeur), lireUnePart);
  if (estEnCellule(champ)) return lireListe(champ, valeur);
  return lireUne(champ, valeur);
}

function lireUnePart(champ: Champ, texte: string): Lecture {
  return texte === "" ? { vide: true } : lireUne(champ, texte);
}

type Valeur = Exclude<ValeurLue, { erreur: string } | { sansValeur: true } | Illisible>;

/** Without the spaces around, the non-breaking ones included; line ends as in the files. */
function rogne(texte: string): string {
  return texte.replaceAll(/\r\n?/g, "\n").trim();
}

/** A few codes in one cell; a single number is one of them. */
function lireListe(champ: Champ, valeur: Valeur): Lecture {
  const parties =
    typeof valeur === "string"
      ? valeur
          .split(/[,;\n]/)
          .map(rogne)
          .filter(Boolean)
      : [valeur];
  const valeurs: unknown[] = [];
  for (const partie of parties) {
    const lecture = lireUne(champ, partie);
    if ("message" in lecture) return lecture;
    if ("valeur" in lecture) valeurs.push(lecture.valeur);
  }
  return { valeur: valeurs };
}

function lireUne(champ: Champ, valeur: Valeur): Lecture {
  switch (champ.type) {
    case "choix":
      return { valeur: choisi(champ.choix, valeur) };
    case "oui_non":
      return { valeur: ouiNon(valeur) };
    case "jour":
      return lireUnJour(valeur);
    case "montant":
    case "nombre":
    case "entier":
      return lireUnNombre(champ, valeur);
    case "code":
      return lireUnCode(champ, valeur);
    default:
      return lireUnTexte(champ, valeur);
  }
}

function choisi(choix: readonly Choix[], valeur: Valeur): unknown {
  if (typeof valeur === "object") return valeur.jour;
  const dit = plainText(String(valeur));
  return choix.find(({ valeur: code, libelle }) => plainText(libelle) === dit || plainText(String(code)) === dit)?.valeur ?? valeur;
}

const reponses: Readonly<Record<string, boolean>> = {
  oui: true,
  vrai: true,
  true: true,
  x: true,
  "1": true,
  non: false,
  faux: false,
  false: false,
  "0": false,
};

function ouiNon(valeur: Valeur): unknown {
  if (typeof valeur === "object") return valeur.jour;
  return reponses[plainText(String(valeur))] ?? valeur;
}

function lireUnJour(valeur: Valeur): Lecture {
  if (typeof valeur === "object") return { valeur: valeur.jour };
  if (typeof valeur === "string") return { valeur: lireJour(valeur) ?? valeur };
  return {
    message: `« ${valeur} » est un nombre, pas une date.`,
    conseil: "Donnez à la cellule le format Date et vérifiez le jour qu'elle montre, ou écrivez-le : 02/09/2024.",
  };
}

function lireUnNombre({ type }: Champ, valeur: Valeur): Lecture {
  if (typeof valeur === "object")
    return {
      message: `La cellule contient une date (${valeur.jour}) là où on attend un nombre.`,
      conseil: "Donnez à la cellule le format Nombre et écrivez la valeur à nouveau.",
    };
  if (typeof valeur === "string") return lireNombre(valeur);
  return { valeur: type === "montant" && typeof valeur === "number" ? sansPoussiere(valeur) : valeur };
}

/** Sums of a spreadsheet leave dust after the cents: 0.1 + 0.2 is 0.30000000000000004. */
function sansPoussiere(montant: number): number {
  const arrondi = Math.round(montant * 100) / 100;
  return Math.abs(montant - arrondi) < 1e-6 ? arrondi : montant;
}

/** Numbers beyond this have lost digits: spreadsheets keep fifteen of them. */
const FIFTEEN_DIGITS = 999_999_999_999_999;

function lireUnCode(champ: Champ, valeur: Valeur): Lecture {
  if (typeof valeur === "object") return devenuDate(valeur.jour);
  if (typeof valeur === "number" && (!Number.isInteger(valeur) || Math.abs(valeur) > FIFTEEN_DIGITS)) return perdu(champ, String(valeur));
  const texte = String(valeur);
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(texte)) return perdu(champ, texte);
  const nomenclature = nomenclatureDe(champ);
  const code = nomenclature === undefined ? texte : (texte.split(/\s+[–-]\s+/)[0] ?? texte);
  return { valeur: lireCode(code, champ.schema.pattern) };
}

function perdu({ libelle }: Champ, texte: string): Lecture {
  return {
    message: `« ${texte} » : le tableur a changé ce code (${libelle}) en nombre, et des chiffres sont perdus.`,
    conseil: "Donnez à la cellule le format Texte, puis écrivez le code à nouveau.",
  };
}

function devenuDate(jour: string): Lecture {
  return {
    message: `Le tableur a changé ce texte en date (${jour}).`,
    conseil: "Donnez à la cellule le format Texte, puis écrivez la valeur à nouveau.",
  };
}

function lireUnTexte({ chemin }: Champ, valeur: Valeur): Lecture {
  if (typeof valeur === "string") return { valeur };
  if (typeof valeur === "object") return devenuDate(valeur.jour);
  const isSur =
    typeof valeur === "number" && Number.isInteger(valeur) && Math.abs(valeur) <= FIFTEEN_DIGITS && chemin.at(-1) !== "telephone";
  if (isSur) return { valeur: String(valeur) };
  return {
    message: `Le tableur a changé ce texte en ${typeof valeur === "number" ? "nombre" : "valeur logique"} (${String(valeur)}).`,
    conseil: "Donnez à la cellule le format Texte, puis écrivez la valeur à nouveau.",
  };
}
