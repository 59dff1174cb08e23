import { SaxesParser, type SaxesTagNS } from "saxes";
import { abime } from "./abime.ts";

/** An element as it opens. */
export interface Balise {
  nom: string;
  /** Its attribute without prefix. */
  attribut(nom: string): string | undefined;
  /** Its attribute in one of some namespaces, whatever the prefix. */
  attributDe(espaces: ReadonlySet<string>, nom: string): string | undefined;
}

interface Lecteur {
  /** What may stand in an element, by its name; in «», the root. What is not named there may hold anything. */
  enfants: Readonly<Record<string, readonly string[]>>;
  ouvre?: (balise: Balise) => void;
  texte?: (texte: string) => void;
  ferme?: (nom: string) => void;
}

type Decodeur = InstanceType<typeof TextDecoder>;

const MORCEAU = 65_536;

/** Of a content in several versions, for programs that know more or less, the last one is for all: the others are passed over. */
const VERSIONS = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const isTraverse = ({ uri, local }: SaxesTagNS): boolean => uri === VERSIONS && (local === "AlternateContent" || local === "Fallback");

/**
 * Reads a part of a workbook, and says what stands in the namespaces that are asked for; what stands in others or in a list of
 * extensions (those of one program), and all that is under it, is passed over, as the standard wants.
 * @throws UserError when it is not well formed, when it holds what it may not, or has a document type: packages may have none.
 */
export function lireXml(partie: string, octets: Uint8Array, espaces: ReadonlySet<string>, lecteur: Lecteur): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const enfants = new Map(Object.entries(lecteur.enfants));
  /** What each open element is to those in it: its name, or nothing for what is passed over. */
  const ouverts: (string | undefined)[] = [""];
  parser.on("opentag", (tag) => {
    const parent = ouverts.at(-1);
    const isLu = espaces.has(tag.uri) && tag.local !== "extLst";
    if (parent === undefined || (parent !== "" && !isLu && !isTraverse(tag))) ouverts.push(undefined);
    else if (isTraverse(tag)) ouverts.push(parent);
    else {
      if (!isLu || enfants.get(parent)?.includes(tag.local) === false)
        throw abime(`sa partie « ${partie} » a un « ${tag.name} » mal placé`);
      ouverts.push(tag.local);
      lecteur.ouvre?.(baliseDe(tag));
    }
  });
  parser.on("closetag", ({ local, uri }) => {
    if (ouverts.pop() !== undefined && espaces.has(uri)) lecteur.ferme?.(local);
  });
  const texte = (morceau: string): void => {
    if (ouverts.at(-1) !== undefined) lecteur.texte?.(morceau);
  };
  parser.on("text", texte);
  parser.on("cdata", texte);
  const refus = (): never => {
    throw abime(`le XML de sa partie « ${partie} » ne peut pas être lu`);
  };
  parser.on("doctype", refus);
  parser.on("error", refus);
  const decodeur = decodeurDe(octets, refus);
  for (let debut = 0; debut < octets.byteLength; debut += MORCEAU)
    parser.write(decoder(decodeur, octets.subarray(debut, debut + MORCEAU), refus));
  parser.write(decoder(decodeur, undefined, refus)).close();
}

function baliseDe({ local, attributes }: SaxesTagNS): Balise {
  return {
    nom: local,
    attribut: (nom) => attributes[nom]?.value,
    attributDe: (espaces, nom) => Object.values(attributes).find((each) => each.local === nom && espaces.has(each.uri))?.value,
  };
}

/** By the first bytes, else by what the declaration says, else UTF-8. */
function decodeurDe(octets: Uint8Array, refus: () => never): Decodeur {
  const [un, deux] = octets;
  if (un === 0xff && deux === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (un === 0xfe && deux === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  const debut = Buffer.from(octets.subarray(0, 200)).toString("latin1");
  const dit = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(debut)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(dit, { fatal: true });
  } catch {
    return refus();
  }
}

function decoder(decodeur: Decodeur, octets: Uint8Array | undefined, refus: () => never): string {
  try {
    return octets === undefined ? decodeur.decode() : decodeur.decode(octets, { stream: true });
  } catch {
    return refus();
  }
}
