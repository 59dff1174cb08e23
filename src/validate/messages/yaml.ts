import { bytesOfUnits, type Lined, type Range, rangeOf } from "../../dossier/place.ts";
import type { YamlFault } from "../../dossier/reader/exact.ts";
import { cut, othersMessage } from "./cut.ts";

interface YamlMessage {
  range: Range;
  message: string;
  hint: string;
  /** How many it stands for, when there are too many to tell them one by one. */
  number?: number;
}

const indentation = "Alignez les clés d'une même rubrique avec le même nombre d'espaces, deux par niveau.";

const messages: Partial<Record<YamlFault["code"], [message: string, hint: string]>> = {
  ALIAS_BOMB: [
    "Le fichier répète ses alias YAML (« * ») à l'excès : cpro refuse de les développer.",
    "Écrivez les valeurs en clair, sans « & » ni « * ».",
  ],
  BAD_ALIAS: [
    "Un alias YAML (« * ») renvoie à une ancre (« & ») qui n'existe pas.",
    "Si le texte doit commencer par « * », mettez-le entre guillemets.",
  ],
  BAD_DQ_ESCAPE: [
    "Une barre oblique inverse n'a pas de sens ici.",
    "Entre guillemets doubles, doublez-la (\\\\), ou employez des guillemets simples.",
  ],
  BAD_DIRECTIVE: ["Cette ligne, qui commence par « % », est une consigne que cpro ne connaît pas.", "Retirez cette ligne."],
  BAD_INDENT: ["Le retrait de cette ligne ne correspond pas à celui des lignes voisines.", indentation],
  BAD_SCALAR_START: ["Une valeur ne peut pas commencer par ce caractère.", "Mettez la valeur entre guillemets."],
  BLOCK_AS_IMPLICIT_KEY: [
    "Cette ligne contient deux fois « : » : YAML ne sait pas où finit la clé.",
    "Mettez la valeur entre guillemets, ou passez à la ligne.",
  ],
  DUPLICATE_KEY: ["Cette clé figure déjà dans la même rubrique.", "Gardez une seule des deux lignes."],
  EMPTY: ["Le fichier est vide.", "Un fichier cpro commence par une ligne « format: cpro/parcours/1 » ou « format: cpro/fiche-projet/1 »."],
  MISSING_CHAR: [
    "Il manque un caractère : un guillemet fermant, un crochet, ou « : » suivi d'une espace après une clé.",
    "Relisez la fin de cette ligne et la précédente.",
  ],
  MULTIPLE_DOCS: ["Le fichier contient plusieurs documents séparés par « --- ».", "Faites un fichier par document."],
  MULTILINE_IMPLICIT_KEY: ["Une clé s'étend sur plusieurs lignes.", "Vérifiez que chaque clé est suivie de « : » et d'une espace."],
  RESOURCE_EXHAUSTION: ["Le fichier imbrique trop de niveaux pour être lu.", "Vérifiez qu'il s'agit bien d'un fichier cpro."],
  TAG_RESOLVE_FAILED: [
    "Cette étiquette YAML (« ! ») n'est pas de celles que cpro connaît, ou ne va pas avec la valeur qui la suit.",
    "Retirez-la : dans un fichier cpro, une valeur s'écrit sans étiquette. Si le texte doit commencer par « ! », mettez-le entre guillemets.",
  ],
  BAD_COLLECTION_TYPE: [
    "Cette étiquette YAML (« ! ») ne va pas avec ce qui la suit.",
    "Retirez-la : dans un fichier cpro, une rubrique ou une liste s'écrit sans étiquette.",
  ],
  TAB_AS_INDENT: ["La ligne commence par une tabulation, que YAML n'admet pas.", "Remplacez la tabulation par deux espaces par niveau."],
  YAML_VERSION: [
    "Ce fichier demande une autre version de YAML que celle que cpro lit (1.2) : « non » ou une date n'y seraient pas lus comme écrits.",
    "Retirez cette ligne ; une ligne « --- » qui la suit peut rester.",
  ],
};
const nonBreakingSpace: [string, string] = [
  "Cette ligne contient une espace insécable, invisible, que YAML ne prend pas pour une espace.",
  "Retapez les espaces de la ligne ; elles viennent souvent d'un copier-coller depuis un traitement de texte.",
];
const deeper: [string, string] = ["Cette ligne est plus en retrait que celle du dessus, qui a déjà sa valeur.", indentation];
const opened: [string, string] = [
  "Ce crochet ou cette accolade n'est jamais fermé.",
  "Fermez-le à la fin de la liste, ou écrivez un élément par ligne, chacun précédé d'un tiret.",
];
const glued: [string, string] = ["Il manque une espace après le tiret.", "Écrivez le tiret, une espace, puis l'élément de la liste."];
const unknown: [string, string] = [
  "Le fichier n'est pas du YAML bien formé à cet endroit.",
  "Relisez cette ligne et la précédente : guillemets, deux-points, retrait.",
];

/**
 * What to say of a text that YAML refuses: the first fault only, for the next ones are mostly its consequences;
 * repeated keys are told one by one, for each is a fault of its own.
 */
export function yamlMessages(lined: Lined, faults: readonly YamlFault[]): YamlMessage[] {
  const first = faults.find(({ code }) => code !== "DUPLICATE_KEY");
  const { told, others } = cut(first === undefined ? faults : [first], () => "error");
  const text = lined.bytes.toString();
  const byteOf = bytesOfUnits(text);
  const rangeIn = ({ from, to }: Pick<Told, "from" | "to">): Range => rangeOf(lined, byteOf(from), byteOf(to));
  const messages = told.map((fault) => {
    const { from, to, message, hint } = tooFarIn(text, fault, faults) ?? neverClosed(text, fault) ?? describe(text, fault);
    return { range: rangeIn({ from, to }), message, hint };
  });
  return [...messages, ...others.map((many) => ({ range: rangeIn(many.first), number: many.number, ...othersMessage(many) }))];
}

/** What to say of a fault, and of which units of the text. */
type Told = Omit<YamlMessage, "range"> & { from: number; to: number };

/** A line with one space too many goes on with the value above, and the parser finds there a key of two lines. */
function tooFarIn(text: string, { code, from }: YamlFault, faults: readonly YamlFault[]): Told | undefined {
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const key = faults.find((other) => other.code === "MULTILINE_IMPLICIT_KEY" && other.from === from);
  if (key === undefined) return undefined;
  const [message, hint] = deeper;
  return { from: text.slice(0, key.to).search(/\S[^\n]*$/), to: key.to, message, hint };
}

/** A list or a map between brackets that the line before opens: the parser only complains of the next line. */
function neverClosed(text: string, { code, from }: YamlFault): Told | undefined {
  if (code !== "BAD_INDENT") return undefined;
  const before = text.slice(0, text.lastIndexOf("\n", from - 1)).trimEnd();
  const start = before.lastIndexOf("\n") + 1;
  // Neither text in quotes nor a comment opens anything.
  const line = before.slice(start).replaceAll(/"[^"]*"|'[^']*'|\s#.*$/g, (other) => " ".repeat(other.length));
  const at = line.search(/[[{][^\]}]*$/);
  if (at < 0) return undefined;
  const [message, hint] = opened;
  return { from: start + at, to: start + at + 1, message, hint };
}

function describe(text: string, { code, from, to }: YamlFault): Told {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1).split("\n", 1)[0] ?? "";
  const known = code === "BAD_INDENT" && /^ *-[^\s-]/.test(line) ? glued : messages[code];
  const [message, hint] = line.includes("\u00a0") ? nonBreakingSpace : (known ?? unknown);
  // A fault of indentation is seen at the first word of the line, not in the blank before it.
  const blank = code === "BAD_INDENT" ? (/^ */.exec(text.slice(from))?.[0].length ?? 0) : 0;
  return { from: from + blank, to: to + blank, message, hint };
}
