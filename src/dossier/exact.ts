import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, type YAMLError } from "yaml";
import { type Placed, placedBlock, placedScalar } from "./place.ts";

/** A fault of YAML: `code` as the yaml package names it, `from` and `to` as offsets in the text. */
export interface YamlFault {
  code: YAMLError["code"] | "ALIAS_BOMB" | "EMPTY";
  from: number;
  to: number;
}

/** Any YAML text, with the places of its data; it has the last word on what a text says. Either faults or data. */
export function readExact(text: string): { faults: YamlFault[] } | { placed: Placed } {
  const document = parseDocument(text, { lineCounter: new LineCounter(), prettyErrors: false });
  if (document.errors.length > 0) return { faults: document.errors.map(({ code, pos: [from, to] }) => ({ code, from, to })) };
  if (document.contents === null) return { faults: [{ code: "EMPTY", from: 0, to: 0 }] };
  return withData(document);
}

/** More aliases than any person writes would expand without end. */
const MOST_ALIASES = 100;

function withData(document: Document.Parsed): { faults: YamlFault[] } | { placed: Placed } {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { placed: { ...placedOf(document.contents), data } };
  } catch (error) {
    const isUnresolved = error instanceof Error && error.message.startsWith("Unresolved alias");
    return { faults: [{ code: isUnresolved ? "BAD_ALIAS" : "ALIAS_BOMB", from: 0, to: 0 }] };
  }
}

/** The places of a node; its data are those of the whole document, made once. */
function placedOf(node: Node | null): Placed {
  if (isMap(node)) {
    const pairs = node.items.filter(({ key }) => isScalar(key));
    return placedBlock(
      undefined,
      pairs.map(({ key, value }) => entryOf(key as Scalar, value as Node | null)),
    );
  }
  if (isSeq(node))
    return placedBlock(
      undefined,
      node.items.map((item) => placedOf(item as Node | null)),
    );
  const isEmpty = node === null || !node.range || (isScalar(node) && node.source === "");
  return isEmpty ? placedScalar(null, -1, -1) : placedScalar(undefined, node.range?.[0] ?? -1, node.range?.[1] ?? -1);
}

function entryOf({ value: name, range }: Scalar, value: Node | null): Placed {
  return { ...placedOf(value), key: String(name), keyFrom: range?.[0] ?? -1, keyTo: range?.[1] ?? -1 };
}
