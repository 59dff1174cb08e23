import type { Parties } from "../corpus/parties.ts";
import type { Hasard } from "./hasard.ts";
import { type Attendu, type Mutation, uneFeuille } from "./mutant.ts";
import { zippe } from "./paquet.ts";

const [LOCAL, CENTRAL] = ["504b0304", "504b0102"];

/** Changes the bytes of a zip. */
const surOctets =
  (change: (octets: Buffer, hasard: Hasard, parties: Parties) => Uint8Array | undefined, attendu: Attendu, level: 0 | 6 = 0): Mutation =>
  (parties, hasard) => {
    const octets = change(Buffer.from(zippe(parties, level)), hasard, parties);
    return octets === undefined ? undefined : { octets: new Uint8Array(octets), attendu };
  };

/** Changes the names of the parts. */
const surNoms =
  (change: (nom: string, hasard: Hasard) => string, attendu: Attendu): Mutation =>
  (parties, hasard) => ({ octets: Object.fromEntries(Object.entries(parties).map(([nom, xml]) => [change(nom, hasard), xml])), attendu });

/** Where the record of a part stands in the directory, and where its own header does. */
function places(octets: Buffer, nom: string): { central: number; local: number } {
  for (let la = octets.indexOf(CENTRAL ?? "", 0, "hex"); la !== -1; la = octets.indexOf(CENTRAL ?? "", la + 46, "hex"))
    if (octets.subarray(la + 46, la + 46 + octets.readUInt16LE(la + 28)).toString() === nom)
      return { central: la, local: octets.readUInt32LE(la + 42) };
  throw new Error(`pas de ${nom} dans le zip`);
}

/** Writes another name, as long, in the directory, in the part's own header, or in both. */
function renomme(octets: Buffer, nom: string, par: string, ou: "central" | "local" | "partout"): Buffer {
  const { central, local } = places(octets, nom);
  if (ou !== "local") octets.write(par, central + 46);
  if (ou !== "central") octets.write(par, local + 30);
  return octets;
}

const deuxFeuilles = (hasard: Hasard): [string, string] => {
  const rangs = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
  const un = hasard.choix(rangs);
  return [`xl/worksheets/sheet${un}.xml`, `xl/worksheets/sheet${hasard.choix(rangs.filter((autre) => autre !== un))}.xml`];
};

const LUES = [
  "xl/workbook.xml",
  "xl/sharedStrings.xml",
  "xl/styles.xml",
  "xl/_rels/workbook.xml.rels",
  "_rels/.rels",
  "[Content_Types].xml",
];
const uneLue = (hasard: Hasard): string => (hasard.entier(2) > 0 ? hasard.choix(LUES) : uneFeuille(hasard));

/** The zip that holds the parts. */
export const zip: Record<string, Mutation> = {
  "une partie absente": (parties, hasard) => {
    const perdue = uneLue(hasard);
    return { octets: Object.fromEntries(Object.entries(parties).filter(([nom]) => nom !== perdue)), attendu: "refus" };
  },
  "des parties que personne ne lit, absentes": (parties) => ({
    octets: Object.fromEntries(Object.entries(parties).filter(([nom]) => !/theme|docProps|comments|drawing|worksheets\/_rels/.test(nom))),
    attendu: "memes",
  }),
  "un zip compressé": surOctets((octets) => octets, "memes", 6),
  "des noms en capitales": surNoms((nom, hasard) => (hasard.entier(2) > 0 ? nom.toUpperCase() : nom), "memes"),
  "des barres à l'envers": surNoms((nom) => nom.replaceAll("/", "\\"), "memes"),
  "des noms à partir de la racine": surNoms((nom) => `/${nom}`, "memes ou refus"),
  "des noms dans un dossier": surNoms((nom, hasard) => hasard.choix(["./", "a/"]) + nom, "refus"),
  "des parties dans un autre ordre": (parties) => ({ octets: Object.fromEntries(Object.entries(parties).reverse()), attendu: "memes" }),
  "deux parties au même nom": surOctets((octets, hasard) => renomme(octets, ...deuxFeuilles(hasard), "partout"), "refus"),
  "deux noms d'accord dans l'annuaire seul": surOctets((octets, hasard) => renomme(octets, ...deuxFeuilles(hasard), "central"), "refus"),
  "un nom qui n'est pas celui de l'annuaire": surOctets(
    (octets, hasard) => renomme(octets, ...deuxFeuilles(hasard), "local"),
    "memes ou refus",
  ),
  "les données d'une autre partie, à sa place": (parties, hasard) => {
    const [un] = deuxFeuilles(hasard);
    const octets = Buffer.from(zippe({ ...parties, "xl/leurre.xml": (parties[un] ?? "").replaceAll(/<row r="([6-9])".*?<\/row>/gs, "") }));
    const [vraie, fausse] = [places(octets, un), places(octets, "xl/leurre.xml")];
    for (const champ of [16, 20, 24, 42]) octets.writeUInt32LE(octets.readUInt32LE(fausse.central + champ), vraie.central + champ);
    return { octets: new Uint8Array(octets), attendu: "memes ou refus" };
  },
  "les octets d'une autre partie": surOctets((octets, hasard) => {
    const [un, deux] = deuxFeuilles(hasard).map((nom) => places(octets, nom));
    if (un === undefined || deux === undefined) return undefined;
    octets.writeUInt32LE(deux.local, un.central + 42);
    return octets;
  }, "memes ou refus"),
  "une somme de contrôle fausse": surOctets((octets, hasard) => {
    const { central } = places(octets, uneLue(hasard));
    octets.writeUInt32LE((octets.readUInt32LE(central + 16) + 1) >>> 0, central + 16);
    return octets;
  }, "refus"),
  "une taille fausse": surOctets(
    (octets, hasard) => {
      const [{ central }, champ] = [places(octets, uneLue(hasard)), hasard.choix([20, 24])];
      octets.writeUInt32LE(
        hasard.choix([0, 1, octets.readUInt32LE(central + champ) - 1, octets.readUInt32LE(central + champ) + 1, 0xfffffffe]),
        central + champ,
      );
      return octets;
    },
    "memes ou refus",
    6,
  ),
  "une compression inconnue, ou un mot de passe": surOctets((octets, hasard) => {
    const { central } = places(octets, uneLue(hasard));
    if (hasard.entier(2) > 0) octets.writeUInt16LE(hasard.choix([1, 9, 12, 14, 99]), central + 10);
    else octets.writeUInt16LE(octets.readUInt16LE(central + 8) | 1, central + 8);
    return octets;
  }, "refus"),
  "un octet changé dans une partie": surOctets(
    (octets, hasard) => {
      const nom = uneLue(hasard);
      const { central, local } = places(octets, nom);
      const la = local + 30 + nom.length + hasard.entier(octets.readUInt32LE(central + 20));
      octets[la] = (octets[la] ?? 0) ^ (1 << hasard.entier(8));
      return octets;
    },
    "memes ou refus",
    6,
  ),
  "un zip coupé": surOctets((octets, hasard) => octets.subarray(0, hasard.entier(octets.length)), "refus"),
  "un commentaire au zip": surOctets((octets, hasard) => {
    octets.writeUInt16LE(5, octets.length - 2);
    return Buffer.concat([octets, Buffer.from(hasard.choix(["salut", `PK\x05\x06x`]))]);
  }, "memes ou refus"),
  "des octets devant ou derrière": surOctets(
    (octets, hasard) => Buffer.concat(hasard.entier(2) > 0 ? [Buffer.from("xx"), octets] : [octets, Buffer.from("xx")]),
    "memes ou refus",
  ),
  "un octet changé n'importe où": surOctets(
    (octets, hasard) => {
      const la = hasard.entier(octets.length);
      octets[la] = (octets[la] ?? 0) ^ (1 << hasard.entier(8));
      return octets;
    },
    "memes ou refus",
    6,
  ),
  "un en-tête de partie perdu": surOctets((octets, hasard) => {
    const { local } = places(octets, uneLue(hasard));
    if (octets.toString("hex", local, local + 4) !== LOCAL) return undefined;
    octets.writeUInt32LE(0, local);
    return octets;
  }, "refus"),
};
