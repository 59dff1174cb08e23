import { SaxesParser } from "saxes";

/** An element as it opens. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/**
 * Reads a piece of XML, and says each element as it opens, and each text with the element that holds it. Comments, instructions,
 * document types, raw texts and what is not well formed are given as elements named `!`.
 */
export function readXml(
  xml: string,
  on: { open?: (tag: Tag) => void; text?: (text: string, parent: string) => void; close?: (name: string) => void },
): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  const odd = (): void => on.open?.({ name: "!", attributes: {} });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    on.open?.({ name, attributes });
  });
  parser.on("text", (text) => on.text?.(text, path.at(-1) ?? ""));
  parser.on("closetag", ({ name }) => {
    path.pop();
    on.close?.(name);
  });
  parser.on("cdata", odd);
  parser.on("comment", odd);
  parser.on("processinginstruction", odd);
  parser.on("doctype", odd);
  parser.on("error", odd);
  parser.write(xml).close();
}
