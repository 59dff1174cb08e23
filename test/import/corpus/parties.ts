import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The parts of a workbook as texts, by their names. */
export type Parties = Record<string, string>;

const TEXTE = /\.(xml|rels)$/;

/** A workbook made of another by changing the text of its parts. */
export function refaire(octets: Uint8Array, change: (parties: Parties) => Parties, enOctets = strToU8, level: 0 | 6 = 6): Uint8Array {
  const avant = Object.entries(unzipSync(octets)).filter(([nom]) => TEXTE.test(nom));
  const apres = change(Object.fromEntries(avant.map(([nom, texte]) => [nom, strFromU8(texte)])));
  const zip: Zippable = {};
  for (const [nom, texte] of Object.entries(apres)) zip[nom] = [enOctets(texte), { level }];
  return zipSync(zip);
}

const isFeuille = (nom: string): boolean => nom.startsWith("xl/worksheets/sheet");

/** Changes the XML of each sheet. */
export function surFeuilles(change: (xml: string, nom: string) => string): (parties: Parties) => Parties {
  return (parties) => Object.fromEntries(Object.entries(parties).map(([nom, xml]) => [nom, isFeuille(nom) ? change(xml, nom) : xml]));
}

/** Changes one part, that must change. */
export function sur(nom: string, change: (xml: string) => string): (parties: Parties) => Parties {
  return (parties) => {
    const avant = parties[nom];
    if (avant === undefined || change(avant) === avant) throw new Error(`rien à changer dans ${nom}`);
    return { ...parties, [nom]: change(avant) };
  };
}

const CELLULE = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

/** Changes each cell: its address, its attributes but the place, what is in it. */
export function surCellules(
  change: (cellule: { r: string; attributs: string; dedans: string }, nom: string) => string,
): (parties: Parties) => Parties {
  return surFeuilles((xml, nom) =>
    xml.replaceAll(CELLULE, (_, colonne: string, ligne: string, attributs: string, dedans = "") =>
      change({ r: `${colonne}${ligne}`, attributs, dedans }, nom),
    ),
  );
}

/** The texts that cells of a workbook share, as XML writes them. */
export function textesPartages({ "xl/sharedStrings.xml": xml = "" }: Parties): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = ""]) => [...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join(""));
}

export const renomme = (parties: Parties, noms: Record<string, string>): Parties =>
  Object.fromEntries(Object.entries(parties).map(([nom, xml]) => [noms[nom] ?? nom, xml]));
