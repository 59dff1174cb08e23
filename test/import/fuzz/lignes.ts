import { lettreDe } from "./cellule.ts";
import type { Hasard } from "./hasard.ts";
import { type Mutation, surPartie, uneFeuille } from "./mutant.ts";

/** Changes the rows of a sheet. */
const enLignes = (change: (lignes: string[], hasard: Hasard) => string[]) => (xml: string, hasard: Hasard) =>
  xml.replace(/<sheetData>(.*)<\/sheetData>/s, (_, donnees: string) => {
    const lignes = donnees.match(/<row [^>]*?(?:\/>|>.*?<\/row>)/gs) ?? [];
    return `<sheetData>${change(lignes, hasard).join("")}</sheetData>`;
  });

/** Rows, and the ranges that run over them. */
export const lignes: Record<string, Mutation> = {
  "un autre numéro de ligne": surPartie(
    uneFeuille,
    enLignes((lignes, hasard) => {
      const la = hasard.entier(lignes.length);
      const par = hasard.choix([' r="2000"', ' r="0"', ' r="x"', ' r="-1"', ' r="1.5"', ' r=""', ' r="99999999999999999999"']);
      return lignes.map((ligne, rang) => (rang === la && ligne.includes("<c ") ? ligne.replace(/ r="\d+"/, par) : ligne));
    }),
    "refus",
  ),
  "une ligne écrite deux fois": surPartie(
    uneFeuille,
    enLignes((lignes, hasard) => {
      const la = hasard.entier(lignes.length);
      return lignes.flatMap((ligne, rang) => (rang === la ? [ligne, ligne] : [ligne]));
    }),
    "refus",
  ),
  "une ligne au nom inconnu": surPartie(
    uneFeuille,
    enLignes((lignes, hasard) => {
      const la = hasard.entier(lignes.length);
      const par = hasard.choix(["Row", "rows", "ligne"]);
      return lignes.map((ligne, rang) => (rang === la ? ligne.replace(/^<row/, `<${par}`).replace(/<\/row>$/, `</${par}>`) : ligne));
    }),
    "memes ou refus",
  ),
  "des lignes dans un autre ordre": surPartie(
    uneFeuille,
    enLignes((lignes) => [...lignes].reverse()),
    "memes",
  ),
  "des cellules dans un autre ordre": surPartie(
    uneFeuille,
    enLignes((lignes) =>
      lignes.map((ligne) =>
        ligne.replace(
          />(<c .*<\/c>|<c [^>]*\/>)<\/row>/s,
          (_, liste: string) => `>${(liste.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs) ?? []).reverse().join("")}</row>`,
        ),
      ),
    ),
    "memes",
  ),
  "des lignes sans numéro": surPartie(
    uneFeuille,
    enLignes((lignes) => lignes.map((ligne, rang) => (ligne.includes(` r="${rang + 1}"`) ? ligne.replace(/ r="\d+"/, "") : ligne))),
    "memes ou refus",
  ),
  "des lignes et des colonnes masquées": surPartie(
    uneFeuille,
    (xml, hasard) =>
      xml.replaceAll(/<row (?![^>]*hidden)/g, (tout) =>
        hasard.entier(3) > 0 ? tout : `<row hidden="${hasard.choix(["1", "true", "x"])}" `,
      ),
    "memes",
  ),
  "des dimensions et des étendues fausses": surPartie(
    uneFeuille,
    (xml) => xml.replaceAll(/ spans="[^"]*"/g, ' spans="1:1"').replace(/<dimension [^>]*>/, '<dimension ref="A1"/>'),
    "memes",
  ),
  "des cellules fusionnées": surPartie(
    uneFeuille,
    (xml, hasard) => {
      const [colonne, ligne] = [1 + hasard.entier(14), 1 + hasard.entier(14)];
      const fin = `${lettreDe(colonne + hasard.entier(3))}${ligne + hasard.entier(3)}`;
      return xml.replace("</sheetData>", `</sheetData><mergeCells><mergeCell ref="${lettreDe(colonne)}${ligne}:${fin}"/></mergeCells>`);
    },
    "memes ou refus",
  ),
  "deux identifiants fusionnés": surPartie(
    uneFeuille,
    (xml, hasard) => {
      const ligne = 5 + hasard.entier(8);
      return xml.replace("</sheetData>", `</sheetData><mergeCells><mergeCell ref="A${ligne}:A${ligne + 1}"/></mergeCells>`);
    },
    "memes ou refus",
  ),
  "une fusion impossible": surPartie(
    uneFeuille,
    (xml, hasard) =>
      xml.replace(
        "</sheetData>",
        `</sheetData><mergeCells><mergeCell ref="${hasard.choix(["", "A", "A1:", "A1:ZZZZ9", "A1:B2:C3", "A0:B1"])}"/></mergeCells>`,
      ),
    "refus",
  ),
  "une feuille sans données": surPartie(
    uneFeuille,
    (xml, hasard) => xml.replace(/<(\/?)sheetData>/g, `<$1${hasard.choix(["SheetData", "data"])}>`),
    "memes ou refus",
  ),
};
