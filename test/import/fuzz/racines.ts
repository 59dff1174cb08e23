import type { Hasard } from "./hasard.ts";
import { type Mutation, surPartie, uneFeuille } from "./mutant.ts";

const CLASSEUR = "xl/workbook.xml";
const unePartie = (hasard: Hasard): string =>
  hasard.choix([CLASSEUR, "xl/sharedStrings.xml", "xl/styles.xml", uneFeuille(hasard), "xl/_rels/workbook.xml.rels", "_rels/.rels"]);

/** The names of elements, and the namespaces that they stand in. */
export const racines: Record<string, Mutation> = {
  "une racine d'un autre nom": surPartie(
    unePartie,
    (xml) => {
      const racine = /<(\w+) xmlns/.exec(xml)?.[1] ?? "";
      return xml.replace(`<${racine} `, "<racine ").replace(`</${racine}>`, "</racine>");
    },
    "memes ou refus",
  ),
  "une racine d'un autre espace de noms": surPartie(
    unePartie,
    (xml, hasard) =>
      xml.replace(
        / xmlns="[^"]*"/,
        hasard.choix(["", ' xmlns="urn:z"', ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/Main"']),
      ),
    "memes ou refus",
  ),
  "un préfixe à l'espace de noms": surPartie(
    (hasard) => hasard.choix([CLASSEUR, "xl/sharedStrings.xml", uneFeuille(hasard)]),
    (xml) => xml.replaceAll(/<(\/?)(?=[a-zA-Z]+[ />])/g, "<$1x:").replace("xmlns=", "xmlns:x="),
    "memes",
  ),
  "un élément au nom d'une propriété": surPartie(
    (hasard) => hasard.choix([CLASSEUR, "xl/sharedStrings.xml", "xl/styles.xml", uneFeuille(hasard)]),
    (xml, hasard) => {
      const nom = hasard.choix(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"]);
      return xml.replace(/<\/(\w+)>\s*$/, `<${nom}><xf/><sheet/><${nom}/></${nom}></$1>`);
    },
    "memes ou refus",
  ),
};
