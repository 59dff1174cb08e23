import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { bytesOfUnits, type Placed } from "../place.ts";
import { directiveOf, knownTags } from "./dialect.ts";
import { MOST_LEVELS } from "./lines.ts";
import type { Reading } from "./plain.ts";

/** A fault of YAML: `code` as the yaml package names it, `from` and `to` as offsets in the text. */
export interface YamlFault {
  code: YAMLError["code"] | "ALIAS_BOMB" | "EMPTY" | "YAML_VERSION";
  from: number;
  to: number;
}

/** Any YAML text, with the places of its data; it has the last word on what a text says. Either faults or data. */
export function readExact(text: string): { faults: YamlFault[] } | Reading {
  const { document, others, deepAt } = compose(text);
  if (deepAt !== undefined) return { faults: [{ code: "RESOURCE_EXHAUSTION", from: deepAt, to: deepAt }] };
  const directive = directiveOf(document, text);
  if (directive !== undefined) return { faults: [{ code: "YAML_VERSION", ...directive }] };
  // What the parser only warns of, such as a tag that it does not know, would be read otherwise than it is written.
  const told = [...(document.errors.length > 0 ? document.errors : document.warnings), ...others];
  if (told.length > 0) return { faults: told.map(({ code, pos: [from, to] }) => ({ code, from, to })) };
  if (document.contents === null) return { faults: [{ code: "EMPTY", from: 0, to: 0 }] };
  const deep = tooDeep(document.contents);
  if (deep !== undefined) return { faults: [faultOn("RESOURCE_EXHAUSTION", deep)] };
  const repeated = repeatedKeys(document);
  return repeated.length > 0 ? { faults: repeated.map((key) => faultOn("DUPLICATE_KEY", key)) } : withData(document, text);
}

/** As the package's own `parseDocument`, but for repeated keys, found below; given up as soon as too many levels are open. */
function compose(text: string): { document: Document.Parsed; others: Pick<YAMLError, "code" | "pos">[]; deepAt?: number | undefined } {
  const [lexer, parser] = [new Lexer(), new Parser()];
  let deepAt: number | undefined;
  function* tokens(): Generator<CST.Token, void> {
    for (const lexeme of lexer.lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length <= 2 * MOST_LEVELS) continue;
      deepAt = parser.offset;
      return;
    }
    yield* parser.end();
  }
  // The parser would compare each key with all those before it.
  const composer = new Composer({ prettyErrors: false, logLevel: "error", uniqueKeys: false, ...knownTags });
  const [document, second] = composer.compose(tokens(), true, text.length) as unknown as [Document.Parsed, Document.Parsed?];
  const others =
    second === undefined ? [] : [{ code: "MULTIPLE_DOCS" as const, pos: [second.range[0], second.range[1]] as [number, number] }];
  return { document, others, deepAt };
}

function faultOn(code: YamlFault["code"], { range }: Node): YamlFault {
  const [from, to] = range ?? [0, 0];
  return { code, from, to };
}

/** The levels under each anchor, and the first node that has too many above and under it. */
interface Depths {
  heights: Map<string, number>;
  found?: Node;
}

/** A node that is too deep, what an alias stands for included: whoever goes through such data never comes back. */
function tooDeep(root: Node): Node | undefined {
  const depths: Depths = { heights: new Map() };
  heightOf(depths, root, 0);
  return depths.found;
}

function heightOf(depths: Depths, node: Node, level: number): number {
  let height = isAlias(node) ? (depths.heights.get(node.source) ?? 0) : 0;
  if (level + height > MOST_LEVELS) depths.found ??= node;
  if (depths.found !== undefined || !isCollection(node)) return height;
  const inside = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : node.items;
  for (const each of inside) if (isNode(each)) height = Math.max(height, 1 + heightOf(depths, each, level + 1));
  if (node.anchor !== undefined) depths.heights.set(node.anchor, height);
  return height;
}

/** The keys that their map already has. */
function repeatedKeys(document: Document.Parsed): Scalar[] {
  const repeated: Scalar[] = [];
  visit(document, {
    Map: (_, { items }: YAMLMap) => {
      const known = new Set<string>();
      for (const { key } of items as Pair[]) {
        if (!isScalar(key)) continue;
        const name = String(key.value ?? "");
        if (known.has(name)) repeated.push(key);
        known.add(name);
      }
    },
  });
  return repeated;
}

/** More aliases than any person writes would expand without end. */
const MOST_ALIASES = 100;

function withData(document: Document.Parsed, text: string): { faults: YamlFault[] } | Reading {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { data, places: () => placedOf(document.contents, data, bytesOfUnits(text)) };
  } catch (error) {
    const isUnresolved = error instanceof Error && error.message.startsWith("Unresolved alias");
    const aliases = aliasesOf(document);
    const [from, to] = (isUnresolved ? aliases.find((alias) => alias.resolve(document) === undefined) : aliases[0])?.range ?? [0, 0];
    return { faults: [{ code: isUnresolved ? "BAD_ALIAS" : "ALIAS_BOMB", from, to }] };
  }
}

function aliasesOf(document: Document.Parsed): Alias.Parsed[] {
  const aliases: Alias.Parsed[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias as Alias.Parsed) });
  return aliases;
}

/** The places of a node and of what it holds, the parser's units made bytes; the data are those of the whole document, made once. */
function placedOf(node: Node | null, data: unknown, byteOf: (unit: number) => number, key?: Scalar): Placed {
  const [start = -1, end = -1] = (isMap(node) || isSeq(node) ? undefined : node?.range) ?? [];
  // An empty value has a place but nothing to show there.
  const [from, to] = start < end ? [start, end] : [-1, -1];
  const [keyFrom = -1, keyTo = -1] = key?.range ?? [];
  const at = (unit: number): number => (unit < 0 ? unit : byteOf(unit));
  let children: Map<string | number, Placed> | undefined;
  const child = (step: string | number): Placed | undefined => {
    children ??= childrenOf(node, data, byteOf);
    return children.get(step);
  };
  return { data, from: at(from), to: at(to), keyFrom: at(keyFrom), keyTo: at(keyTo), child };
}

/** All at once: whoever asks for one of a long list asks for others. */
function childrenOf(node: Node | null, data: unknown, byteOf: (unit: number) => number): Map<string | number, Placed> {
  const inside = (step: string | number): unknown => (data as Record<string | number, unknown> | null)?.[step];
  if (isSeq(node)) return new Map(node.items.map((item, rank) => [rank, placedOf(item as Node | null, inside(rank), byteOf)]));
  const pairs = isMap(node) ? node.items.filter(({ key }) => isScalar(key)) : [];
  return new Map(
    pairs.map(({ key, value }) => {
      const step = String((key as Scalar).value);
      return [step, placedOf(value as Node | null, inside(step), byteOf, key as Scalar)];
    }),
  );
}
