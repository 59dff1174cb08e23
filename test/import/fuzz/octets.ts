import { strToU8 } from "fflate";
import type { Parties } from "../corpus/parties.ts";
import type { Hasard } from "./hasard.ts";
import { type Attendu, type Mutation, surPartie, uneFeuille } from "./mutant.ts";
import { zippe } from "./paquet.ts";

const unePartie = (hasard: Hasard): string =>
  hasard.choix([
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    uneFeuille(hasard),
    uneFeuille(hasard),
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
    "[Content_Types].xml",
  ]);

/** Writes one part in bytes of its own. */
function ecrite(ecrire: (xml: string, hasard: Hasard) => Uint8Array | undefined, attendu: Attendu, ou = unePartie): Mutation {
  return (parties: Parties, hasard) => {
    const nom = ou(hasard);
    const octets = ecrire(parties[nom] ?? "", hasard);
    return octets === undefined ? undefined : { octets: zippe({ ...parties, [nom]: octets }), attendu };
  };
}

const latin = (xml: string): Uint8Array => new Uint8Array(Buffer.from(xml, "latin1"));
const dit = (xml: string, encodage: string): string => xml.replace(/encoding="[^"]*"/, `encoding="${encodage}"`);
const utf16 = (xml: string, grand: boolean): Uint8Array => {
  const octets = Buffer.from(xml, "utf16le");
  return new Uint8Array(grand ? octets.swap16() : octets);
};
/** What Latin-1 has no byte for is written by its number. */
const enLatin = (xml: string): string => xml.replaceAll(/[\u0080-\u009f\u0100-\u{10ffff}]/gu, (signe) => `&#${signe.codePointAt(0)};`);
const hasAccents = (xml: string): boolean => /[^\0-\x7f]/.test(xml);
/** Only texts have letters that another encoding would change. */
const desTextes = (): string => "xl/sharedStrings.xml";

/** How the XML of a part is written in bytes. */
export const encodages: Record<string, Mutation> = {
  "une marque d'ordre": ecrite((xml) => strToU8(`\ufeff${xml}`), "memes"),
  "de l'UTF-16": ecrite((xml, hasard) => utf16(`\ufeff${dit(xml, "UTF-16")}`, hasard.entier(2) > 0), "memes"),
  "de l'UTF-16 sans marque d'ordre": ecrite((xml, hasard) => utf16(dit(xml, "UTF-16"), hasard.entier(2) > 0), "memes ou refus"),
  "du Latin-1, dit": ecrite((xml) => latin(enLatin(dit(xml, "ISO-8859-1"))), "memes"),
  "du Latin-1 qui se dit UTF-8": ecrite((xml) => (hasAccents(xml) ? latin(xml) : undefined), "refus", desTextes),
  "de l'UTF-8 qui se dit d'une autre langue": ecrite(
    (xml, hasard) => strToU8(dit(xml, hasard.choix(["us-ascii", "ASCII", "UTF-16", "klingon", "", "utf-32", "UTF-7"]))),
    "memes ou refus",
    desTextes,
  ),
  "une autre déclaration": ecrite(
    (xml, hasard) =>
      strToU8(
        xml.replace(
          /<\?xml.*?\?>/,
          hasard.choix([
            "",
            '<?xml version="1.0"?>',
            "<?xml version='1.0' encoding='utf-8'?>",
            '<?xml version="1.0" encoding="utf8" standalone="no"?>',
            '<?xml version="1.0" encoding = "UTF-8" ?>',
          ]),
        ),
      ),
    "memes",
  ),
  "un blanc devant la déclaration": ecrite((xml) => strToU8(` ${xml}`), "refus"),
  "des octets nuls": ecrite((xml, hasard) => strToU8(xml + "\0".repeat(1 + hasard.entier(3))), "memes ou refus"),
};

/** A sign of the markup, out of values and of texts. */
function sansUnSigne(xml: string, hasard: Hasard): string {
  const balises = [...xml.matchAll(/<(?![?!])[^>]*>/g)];
  const { 0: balise, index } = hasard.choix(balises);
  const signes = [...balise.matchAll(/[<>]|\/(?=>)|(?<=<)\/|="|"(?=[ />])/g)];
  const signe = hasard.choix(signes);
  return xml.slice(0, index + signe.index) + xml.slice(index + signe.index + signe[0].length);
}

/** What is left of a part that was cut, or that has too much in it. */
export const abimes: Record<string, Mutation> = {
  "une partie coupée": surPartie(unePartie, (xml, hasard) => xml.slice(0, hasard.entier(xml.trimEnd().length - 1)), "refus"),
  "une partie vide": surPartie(unePartie, (_, hasard) => hasard.choix(["", " ", "\n", '<?xml version="1.0"?>']), "refus"),
  "un signe de balise perdu": surPartie(unePartie, sansUnSigne, "memes ou refus"),
  "une partie répétée": surPartie(unePartie, (xml) => xml + xml.replace(/<\?xml.*?\?>/, ""), "refus"),
  "du texte après la fin": surPartie(unePartie, (xml, hasard) => xml + hasard.choix(["x", "<a/>", "]]>", "&amp;"]), "refus"),
  "un commentaire avant et après": surPartie(
    unePartie,
    (xml) => `${xml.replace("?>", "?><!-- <row r='1'> --><?x y?>")}\n<!-- fin -->\n`,
    "memes",
  ),
  "un type de document": surPartie(
    unePartie,
    (xml, hasard) => xml.replace("?>", `?><!DOCTYPE a${hasard.choix(["", ' [<!ENTITY b "c">]', ' SYSTEM "file:///etc/passwd"'])}>`),
    "refus",
  ),
  "du XML 1.1": surPartie(unePartie, (xml) => xml.replace('version="1.0"', 'version="1.1"'), "memes ou refus"),
  "des fins de ligne": surPartie(
    unePartie,
    (xml, hasard) => xml.replaceAll(/(?<!\?|<\/?(?:t|v|is|r|si)(?: [^>]*)?)>(?=<)/g, hasard.choix([">\n", ">\r\n", ">\n\t "])),
    "memes",
  ),
};
