import type { Parties } from "../corpus/parties.ts";
import type { Hasard } from "./hasard.ts";
import { type Mutation, surPartie } from "./mutant.ts";
import { dite, jourDe, simple } from "./oracle.ts";

const CLASSEUR = "xl/workbook.xml";
const SHEET = /<sheet [^>]*\/>/g;

/** Changes the list of sheets. */
const surListe = (change: (liste: string[], hasard: Hasard) => string[]) => (xml: string, hasard: Hasard) =>
  xml.replace(/<sheets>.*<\/sheets>/s, (tout) => `<sheets>${change(tout.match(SHEET) ?? [], hasard).join("")}</sheets>`);

/** Changes one of the sheets that are filled in. */
const surUne = (change: (feuille: string, hasard: Hasard, liste: string[]) => string) =>
  surListe((liste, hasard) => {
    const la = 2 + hasard.entier(liste.length - 2);
    return liste.map((feuille, rang) => (rang === la ? change(feuille, hasard, liste) : feuille));
  });

const de1904 = (xml: string, dit: string): string => xml.replace("<workbookPr ", `<workbookPr date1904="${dit}" `);

/** Days counted from 1904 stand 1 462 later. */
function plusTard(parties: Parties): Parties {
  return Object.fromEntries(
    Object.entries(parties).map(([nom, xml]) => [
      nom,
      xml.replaceAll(/<c ([^>]*)>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v><\/c>/g, (tout, attributs: string, v: string) => {
        const [dit, r] = [dite(tout, parties), / ?r="([^"]*)"/.exec(attributs)?.[1] ?? ""];
        const jour = typeof dit === "object" && "jour" in dit && !attributs.includes('t="d"') ? jourDe(Number(v) + 1462) : undefined;
        return jour === undefined ? tout : simple(r, jour);
      }),
    ]),
  );
}

function noms(feuille: string): string {
  return / name="([^"]*)"/.exec(feuille)?.[1] ?? "";
}
const nommee = (feuille: string, nom: string): string => feuille.replace(/ name="[^"]*"/, () => ` name="${nom}"`);

/** The workbook itself: its calendar and its sheets. */
export const classeur: Record<string, Mutation> = {
  "le calendrier de 1904, sans changer les jours": (parties, hasard) => ({
    octets: { ...parties, [CLASSEUR]: de1904(parties[CLASSEUR] ?? "", hasard.choix(["1", "true", " 1 "])) },
    attendu: { temoin: plusTard(parties) },
  }),
  "le calendrier de 1900, dit": surPartie(CLASSEUR, (xml, hasard) => de1904(xml, hasard.choix(["0", "false"])), "memes"),
  "un calendrier qui n'est ni l'un ni l'autre": surPartie(
    CLASSEUR,
    (xml, hasard) => de1904(xml, hasard.choix(["on", "TRUE", "True", "", "2", "oui"])),
    "refus",
  ),
  "des feuilles dans un autre ordre": surPartie(
    CLASSEUR,
    surListe((liste, hasard) =>
      [...liste.slice(hasard.entier(20)), ...liste].filter((each, rang, tout) => tout.indexOf(each) === rang).reverse(),
    ),
    "memes",
  ),
  "une feuille masquée": surPartie(
    CLASSEUR,
    surUne((feuille, hasard) =>
      feuille.replace(/ state="\w+"/, hasard.choix(["", ' state="hidden"', ' state="veryHidden"', ' state="zz"'])),
    ),
    "memes",
  ),
  "une feuille renommée": surPartie(
    CLASSEUR,
    surUne((feuille, hasard) =>
      nommee(feuille, hasard.choix(["Feuil1", "a &amp; b", "l&apos;une_x0020_", "_x0041_", "É".normalize("NFD"), "Données 2024"])),
    ),
    "memes",
  ),
  "une feuille au nom d'une autre": surPartie(
    CLASSEUR,
    surUne((feuille, hasard, liste) => nommee(feuille, noms(hasard.choix(liste)))),
    "memes ou refus",
  ),
  "deux noms de feuille échangés": surPartie(
    CLASSEUR,
    surListe((liste, hasard) => {
      const [un, deux] = [2 + hasard.entier(19), 2 + hasard.entier(19)];
      return liste.map((each, rang) =>
        rang === un ? nommee(each, noms(liste[deux] ?? "")) : rang === deux ? nommee(each, noms(liste[un] ?? "")) : each,
      );
    }),
    "memes ou refus",
  ),
  "une feuille ôtée de la liste": (parties, hasard) => {
    const rang = 2 + hasard.entier(19);
    const nom = `xl/worksheets/sheet${rang + 1}.xml`;
    const sans = (xml = ""): string => xml.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>");
    return {
      octets: { ...parties, [CLASSEUR]: surListe((liste) => liste.filter((_, each) => each !== rang))(parties[CLASSEUR] ?? "", hasard) },
      attendu: { temoin: { ...parties, [nom]: sans(parties[nom]) } },
    };
  },
  "une feuille dite deux fois": surPartie(
    CLASSEUR,
    surUne((feuille) => feuille + nommee(feuille, "Copie").replace(/sheetId="\d+"/, 'sheetId="99"')),
    "memes ou refus",
  ),
  "une feuille sans lien": surPartie(
    CLASSEUR,
    surUne((feuille, hasard) =>
      feuille.replace(/ r:id="(\w+)"/, hasard.choix(["", ' r:id="rId999"', ' id="$1"', ' r:id="RID4"', ' r:id=""'])),
    ),
    "refus",
  ),
  "un autre préfixe pour les liens": surPartie(
    CLASSEUR,
    (xml) => xml.replaceAll(" r:id=", " lien:id=").replace("xmlns:r=", "xmlns:lien="),
    "memes",
  ),
  "une liste de feuilles au nom inconnu": surPartie(
    CLASSEUR,
    surUne((feuille) => feuille.replace("<sheet ", "<Sheet ")),
    "memes ou refus",
  ),
  "des feuilles entre deux versions": surPartie(
    CLASSEUR,
    surUne(
      (feuille) =>
        `<mc:AlternateContent><mc:Choice xmlns:z="urn:z" Requires="z"/><mc:Fallback>${feuille}</mc:Fallback></mc:AlternateContent>`,
    ),
    "memes ou refus",
  ),
};
