import type { Hasard } from "./hasard.ts";
import { type Mutation, surPartie } from "./mutant.ts";

export const LIENS = "xl/_rels/workbook.xml.rels";
export const RELATION = /<Relationship [^>]*\/>/g;

/** Changes one of the relationships of the workbook, and not that of its theme. */
const surUn =
  (change: (lien: string, hasard: Hasard, liens: string[]) => string, motif = /sheet|sharedStrings|styles/) =>
  (xml: string, hasard: Hasard) => {
    const liens = xml.match(RELATION) ?? [];
    const choisi = hasard.choix(liens.filter((lien) => motif.test(lien)));
    return xml.replace(choisi, () => change(choisi, hasard, liens));
  };
export const cible = (lien: string, change: (avant: string) => string): string =>
  lien.replace(/Target="([^"]*)"/, (_, avant: string) => `Target="${change(avant)}"`);
export const autreId = (lien: string): string => lien.replace(/ Id="\w+"/, ' Id="autre"');

/** What the workbook says of where its parts are. */
export const liens: Record<string, Mutation> = {
  "une cible écrite autrement": surPartie(
    LIENS,
    surUn((lien, hasard) =>
      cible(lien, (avant) =>
        hasard.choix([
          `/xl/${avant}`,
          `./${avant}`,
          `../xl/${avant}`,
          `x/../${avant}`,
          avant.toUpperCase(),
          avant.replace("s", "%73"),
          avant.replace("s", "&#115;"),
        ]),
      ),
    ),
    "memes",
  ),
  "une cible à l'écriture incertaine": surPartie(
    LIENS,
    surUn((lien, hasard) =>
      cible(lien, (avant) =>
        hasard.choix([
          avant.replace("/", "\\"),
          `xl/${avant}`,
          ` ${avant} `,
          `${avant}#A1`,
          `${avant}?x`,
          `//${avant}`,
          `zip:///xl/${avant}`,
          `%zz/${avant}`,
          "",
          "file:///etc/passwd",
        ]),
      ),
    ),
    "memes ou refus",
  ),
  "une cible absente": surPartie(
    LIENS,
    surUn((lien, hasard) => cible(lien, () => hasard.choix(["worksheets/sheet99.xml", "../absent.xml", "worksheets/", "."]))),
    "refus",
  ),
  "la cible d'une autre": surPartie(
    LIENS,
    surUn((lien, hasard, tous) => cible(lien, () => /Target="([^"]*)"/.exec(hasard.choix(tous))?.[1] ?? "")),
    "memes ou refus",
  ),
  "une cible au-dehors": surPartie(
    LIENS,
    surUn((lien) => lien.replace("/>", ' TargetMode="External"/>')),
    "refus",
  ),
  "une cible au-dedans, dit": surPartie(
    LIENS,
    surUn((lien) => lien.replace("/>", ' TargetMode="Internal"/>')),
    "memes",
  ),
  "deux cibles échangées": surPartie(
    LIENS,
    (xml, hasard) => {
      const [un, deux] = [3 + hasard.entier(19), 3 + hasard.entier(19)];
      return xml
        .replace(`/sheet${un}.xml"`, '/@.xml"')
        .replace(`/sheet${deux}.xml"`, `/sheet${un}.xml"`)
        .replace('/@.xml"', `/sheet${deux}.xml"`);
    },
    "memes ou refus",
  ),
  "un autre type de lien": surPartie(
    LIENS,
    surUn((lien, hasard) =>
      lien.replace(
        /\/(worksheet|sharedStrings|styles)"/,
        `/${hasard.choix(["chartsheet", "dialogsheet", "xlMacrosheet", "worksheet", "theme", "sharedStrings", "styles", "Worksheet", ""])}"`,
      ),
    ),
    "memes ou refus",
  ),
  "un type de lien inconnu": surPartie(
    LIENS,
    surUn((lien, hasard) => lien.replace(/Type="[^"]*"/, hasard.choix(['Type="urn:z"', "", 'Type=""']))),
    "memes ou refus",
  ),
  "un type de lien de la forme stricte": surPartie(
    LIENS,
    surUn((lien) => lien.replace(/http:\/\/schemas.openxmlformats.org\/officeDocument\/2006/, "http://purl.oclc.org/ooxml/officeDocument")),
    "memes",
  ),
  "un identifiant renommé": surPartie(
    LIENS,
    surUn((lien) => autreId(lien), /worksheet"/),
    "refus",
  ),
  "l'identifiant d'un autre": surPartie(
    LIENS,
    surUn((lien, hasard, tous) => lien.replace(/ Id="\w+"/, ` Id="${/ Id="(\w+)"/.exec(hasard.choix(tous))?.[1]}"`)),
    "memes ou refus",
  ),
  "un lien dit deux fois": surPartie(
    LIENS,
    surUn((lien, hasard, tous) => lien + cible(lien, () => /Target="([^"]*)"/.exec(hasard.choix(tous))?.[1] ?? "")),
    "memes ou refus",
  ),
  "un lien de plus": surPartie(
    LIENS,
    (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="z" Type="urn:z" Target="z.xml"/><Relationship Id="y" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
    "memes",
  ),
  "un lien ôté": surPartie(
    LIENS,
    surUn(() => ""),
    "memes ou refus",
  ),
};
