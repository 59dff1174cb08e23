import { type Alias, type Document, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, visit, type YAMLError } from "yaml";
import { bytesOfUnits, type Placed } from "./place.ts";
import type { Reading } from "./plain.ts";

/** A fault of YAML: `code` as the yaml package names it, `from` and `to` as offsets in the text. */
export interface YamlFault {
  code: YAMLError["code"] | "ALIAS_BOMB" | "EMPTY";
  from: number;
  to: number;
}

/** Any YAML text, with the places of its data; it has the last word on what a text says. Either faults or data. */
export function readExact(text: string): { faults: YamlFault[] } | Reading {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) return { faults: document.errors.map(({ code, pos: [from, to] }) => ({ code, from, to })) };
  if (document.contents === null) return { faults: [{ code: "EMPTY", from: 0, to: 0 }] };
  return withData(document, text);
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
  return { data, from: at(from), to: at(to), keyFrom: at(keyFrom), keyTo: at(keyTo), child: (step) => childOf(node, data, byteOf, step) };
}

function childOf(node: Node | null, data: unknown, byteOf: (unit: number) => number, step: string | number): Placed | undefined {
  const inside = (data as Record<string | number, unknown> | null)?.[step];
  if (isSeq(node)) return Number(step) < node.items.length ? placedOf(node.items[Number(step)] as Node | null, inside, byteOf) : undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  return pair && placedOf(pair.value as Node | null, inside, byteOf, pair.key as Scalar);
}
