import type { Parties } from "../corpus/parties.ts";
import { autreId, cible, LIENS, RELATION } from "./liens.ts";
import { type Mutation, surPartie } from "./mutant.ts";

const [PAQUET, TYPES] = ["_rels/.rels", "[Content_Types].xml"] as const;

/** A part with other texts, or another calendar, beside the true one. */
const leurre =
  (nom: string, change: (xml: string) => string, ou: string, enTete: boolean): Mutation =>
  (parties: Parties) => {
    const rel = parties[ou] ?? "";
    const vrai = (rel.match(RELATION) ?? []).find((lien) => lien.includes(nom.split("/").at(-1) ?? "")) ?? "";
    const faux = autreId(cible(vrai, () => `/xl/leurre.xml`));
    return {
      octets: {
        ...parties,
        "xl/leurre.xml": change(parties[nom] ?? ""),
        "xl/_rels/leurre.xml.rels": parties[LIENS] ?? "",
        [ou]: rel.replace(vrai, enTete ? faux + vrai : vrai + faux),
      },
      attendu: "memes ou refus",
    };
  };
const leurres =
  (nom: string, ou: string, change: (xml: string) => string): Mutation =>
  (parties, hasard) =>
    leurre(nom, change, ou, hasard.entier(2) > 0)(parties, hasard);

/** Parts that stand beside the true ones, and what the package says that parts are. */
export const leurresEtTypes: Record<string, Mutation> = {
  "deux listes de textes": leurres("xl/sharedStrings.xml", LIENS, (xml) => xml.replaceAll(/(<t[^>]*>)(\w)/g, "$1Z$2")),
  "deux feuilles de styles": leurres("xl/styles.xml", LIENS, (xml) => xml.replaceAll("dd/mm/yyyy", "0.00")),
  "deux parties principales": leurres("xl/workbook.xml", PAQUET, (xml) => xml.replace(/<sheet [^>]*r:id="rId20"\/>/, "")),
  "un type de contenu ôté": surPartie(
    TYPES,
    (xml, hasard) => xml.replace(hasard.choix(xml.match(/<Override [^>]*\/>/g) ?? []), ""),
    "memes ou refus",
  ),
  "un autre type de contenu": surPartie(
    TYPES,
    (xml, hasard) =>
      xml.replace(
        hasard.choix(xml.match(/ContentType="[^"]*"/g) ?? []),
        `ContentType="${hasard.choix(["", "application/xml", "image/png", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"])}"`,
      ),
    "memes ou refus",
  ),
  "un modèle, ou un classeur avec macros": surPartie(
    TYPES,
    (xml, hasard) =>
      xml.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        hasard.choix([
          "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
          "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ]),
      ),
    "memes",
  ),
};
