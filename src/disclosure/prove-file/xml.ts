import { SaxesParser } from "saxes";

/** An element as it opens. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** The line that ends after the declaration. */
export const isLineEnd = (text: string, parent: string): boolean => parent === "" && text === "\n";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TAG = /<\/?[A-Za-z][\w:.-]*( [A-Za-z][\w:.-]*="[^"<>\n\t]*")*\/?>/g;
const ENTITY = /&(amp|lt|gt|quot|apos|#39);/g;

/** Whether tags and entities are written in the one way that leaves nothing to choose, and so nothing to say. */
function isPlain(xml: string): boolean {
  const body = xml.startsWith(DECLARATION) ? xml.slice(DECLARATION.length) : xml;
  return !/[<&]/.test(body.replaceAll(TAG, "").replaceAll(ENTITY, ""));
}

/**
 * Reads a piece of XML, and says each element as it opens, and each text with the element that holds it. Comments, instructions
 * and document types are given as elements named `!`, and so is what is not written plainly.
 * @throws Error when it is not well formed.
 */
export function readXml(
  xml: string,
  on: { open?: (tag: Tag) => void; text?: (text: string, parent: string) => void; close?: (name: string) => void },
): void {
  if (!isPlain(xml)) on.open?.({ name: "!", attributes: {} });
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    on.open?.({ name, attributes });
  });
  parser.on("text", (text) => on.text?.(text, path.at(-1) ?? ""));
  parser.on("cdata", (text) => on.text?.(text, "!"));
  parser.on("comment", () => on.open?.({ name: "!", attributes: {} }));
  parser.on("processinginstruction", () => on.open?.({ name: "!", attributes: {} }));
  parser.on("doctype", () => on.open?.({ name: "!", attributes: {} }));
  parser.on("closetag", ({ name }) => {
    path.pop();
    on.close?.(name);
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
}
