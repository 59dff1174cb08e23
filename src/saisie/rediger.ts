import type { Forme } from "../dispositif/forme.ts";
import { type SchemaNode, schemaAt } from "../dispositif/schema-node.ts";
import type { Path } from "../dossier/place.ts";

interface Redaction {
  /** Comment lines that come first, such as the editor's schema line, their « # » included. */
  entete?: readonly string[];
  /** Whether a line before each rubric says what it holds. */
  commentaires?: boolean;
}

/** The text of a document: keys in the order of the schema, codes between quotes, what is undefined left out. */
export function rediger(forme: Forme, data: object, { entete = [], commentaires = false }: Redaction = {}): string {
  const lines = [...entete];
  for (const [cle, valeur] of entriesOf(schemaAt(forme, []), data)) {
    const { description } = schemaAt(forme, [cle]);
    if (commentaires && typeof valeur === "object" && description !== undefined) lines.push("", `# ${description}`);
    for (const line of pair(forme, [cle], valeur, "")) lines.push(line);
  }
  return `${lines.join("\n")}\n`;
}

/** A value that fits on a line, as it stands after « clé: » at a path. */
export function redigerValeur(forme: Forme, chemin: Path, valeur: unknown): string {
  return scalar(schemaAt(forme, chemin), valeur, false);
}

function pair(forme: Forme, chemin: Path, valeur: unknown, indent: string): string[] {
  const start = `${indent}${chemin.at(-1)}:`;
  if (Array.isArray(valeur)) return sequence(forme, chemin, valeur, start, indent);
  if (isMap(valeur)) return mapping(forme, chemin, valeur, start, `${indent}  `);
  if (typeof valeur === "string" && isLiteral(valeur)) return [`${start} ${block(valeur)}`, ...indented(valeur, `${indent}  `)];
  return valeur === null ? [start] : [`${start} ${redigerValeur(forme, chemin, valeur)}`];
}

function mapping(forme: Forme, chemin: Path, valeur: object, start: string, indent: string): string[] {
  const entries = entriesOf(schemaAt(forme, chemin), valeur);
  return entries.length === 0 ? [`${start} {}`] : [start, ...entries.flatMap(([cle, each]) => pair(forme, [...chemin, cle], each, indent))];
}

/** Longer lists of values, and longer values, are easier to read one a line. */
const LONGEST_FLOW = 100;

function sequence(forme: Forme, chemin: Path, valeurs: readonly unknown[], start: string, indent: string): string[] {
  const flow = `${start} [${valeurs.map((each, rang) => scalar(schemaAt(forme, [...chemin, rang]), each, true)).join(", ")}]`;
  const isFlow = valeurs.every((each) => typeof each !== "string" || !/\s/.test(each)) && !valeurs.some(isMap);
  if (isFlow && flow.length <= LONGEST_FLOW) return [flow];
  return [start, ...valeurs.flatMap((each, rang) => element(forme, [...chemin, rang], each, `${indent}  `))];
}

function element(forme: Forme, chemin: Path, valeur: unknown, indent: string): string[] {
  if (!isMap(valeur)) return [`${indent}- ${redigerValeur(forme, chemin, valeur)}`];
  const lines = entriesOf(schemaAt(forme, chemin), valeur).flatMap(([cle, each]) => pair(forme, [...chemin, cle], each, `${indent}  `));
  const [first = `${indent}  {}`, ...others] = lines;
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...others];
}

function isMap(valeur: unknown): valeur is object {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
}

/** Keys that the schema knows come first, in its order. */
function entriesOf({ properties = {} }: SchemaNode, valeur: object): [string, unknown][] {
  const order = Object.keys(properties);
  const rank = (cle: string): number => (order.includes(cle) ? order.indexOf(cle) : order.length);
  return Object.entries(valeur)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b));
}

/** What no reader of YAML takes for anything but this very text. */
const safe = /^[\p{L}(«][\p{L}\p{M}\p{N}\p{P}\p{S}\u0020\u00a0\u202f]*$/u;
const misread = /^(true|false|null|yes|no|on|off|y|n)$/i;

function scalar({ format }: SchemaNode, valeur: unknown, isInFlow: boolean): string {
  if (typeof valeur !== "string") return String(valeur);
  if (format === "date" && /^\d{4}-\d\d-\d\d$/.test(valeur)) return valeur;
  const isPlain = safe.test(valeur) && !misread.test(valeur) && !/: | #|[:\s]$/.test(valeur);
  // Inside [ ] a comma would end the text.
  return isPlain && !(isInFlow && /[,[\]{}]/.test(valeur)) ? valeur : quoted(valeur);
}

/** A JSON string is a YAML string too, once the signs that YAML does not print are written by number. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Whether a text of several lines can stand as a block, just as it is. */
function isLiteral(text: string): boolean {
  return /^[^\s#].*\n/.test(text) && !/[^\S\n]\n|[^\S\n]$|\n\n$|[^\P{C}\n]/u.test(text);
}

function block(text: string): string {
  return text.endsWith("\n") ? "|" : "|-";
}

function indented(text: string, indent: string): string[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line));
}
