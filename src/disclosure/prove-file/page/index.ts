import type { Harmless } from "../texts.ts";
import { readXml } from "../xml.ts";

/** An element of a page, with what it holds. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

const DOCTYPE = "<!DOCTYPE html>\n";

/**
 * A page that is HTML and XML alike, under an element without a name. Comments, instructions and raw text are elements named `!`.
 * @throws Error when it is not well formed.
 */
export function pageOf(html: string): Element {
  if (!html.startsWith(`${DOCTYPE}<html`)) throw new SyntaxError("no page");
  const root: Element = { name: "", attributes: {}, children: [] };
  const path = [root];
  const add = (child: Element | string): void => void path.at(-1)?.children.push(child);
  readXml(html.slice(DOCTYPE.length), {
    open: ({ name, attributes }) => {
      const element: Element = { name, attributes, children: [] };
      add(element);
      if (name !== "!") path.push(element);
    },
    text: (text, parent) => add(parent === "!" ? { name: "!", attributes: {}, children: [text] } : text),
    close: () => path.pop(),
  });
  return root;
}

/** What an element holds itself, and all that is in it, in the order of the page. */
export const childrenOf = ({ children }: Element): Element[] => children.filter((child) => typeof child !== "string");
export const elementsIn = (element: Element): Element[] => childrenOf(element).flatMap((child) => [child, ...elementsIn(child)]);

/** The text of an element: its own, and all of it. */
export const ownText = ({ children }: Element): string => children.filter((child) => typeof child === "string").join("");
export const textIn = ({ children }: Element): string =>
  children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");

/** What each element may hold; no script, no form, no data, nothing of another page. */
const HOLDS: Readonly<Record<string, string>> = {
  "": "html",
  html: "head body",
  head: "meta title style",
  body: "a header main footer",
  header: "h1 p nav",
  nav: "ul",
  ul: "li",
  li: "a",
  main: "section",
  section: "h2 h3 dl div section",
  div: "div dl dt dd figure section svg table",
  dl: "div dt dd",
  figure: "figcaption div details",
  details: "summary div",
  table: "caption thead tbody",
  caption: "span",
  thead: "tr",
  tbody: "tr",
  tr: "th td",
  td: "abbr",
  svg: "rect text line polyline circle path",
  text: "tspan",
  footer: "p",
};
/** What each attribute may say; those in drawings are for the reader of drawings. */
const SAYS: Readonly<Record<string, RegExp>> = {
  lang: /^fr$/,
  charset: /^utf-8$/,
  name: /^(viewport|generator)$/,
  class: /^(saut|note|cles|graphiques|defile|lire|texte|total)$/,
  tabindex: /^(0|-1)$/,
  role: /^(region|img)$/,
  scope: /^(row|col|colgroup)$/,
  rowspan: /^2$/,
  colspan: /^\d+$/,
  viewBox: /^/,
};
const DRAWN = /^(rect|text|tspan|line|polyline|circle|path)$/;
const VIEWPORT = "width=device-width, initial-scale=1";

/** What no published page has: elements out of their places, attributes that say more than how the page is read. */
export function formFaults(page: Element, harmless: Harmless): string[] {
  const elements = elementsIn(page);
  const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
  const families = ids.filter((id) => id.startsWith("famille-"));
  const isRight = (name: string, value: string): boolean => {
    if (name === "id") return !/\p{N}/u.test(value) || value === `famille-${families.indexOf(value) + 1}`;
    if (name === "href") return value.startsWith("#") && ids.includes(value.slice(1));
    if (name === "aria-labelledby") return ids.includes(value);
    if (/^(content|aria-label|title)$/.test(name)) return value === VIEWPORT || harmless(value);
    return SAYS[name]?.test(value) ?? false;
  };
  return [page, ...elements].flatMap((element) => [
    ...childrenOf(element)
      .filter(({ name }) => !HOLDS[element.name]?.split(" ").includes(name))
      .map(({ name }) => (name === "!" ? `commentaire dans ${element.name}` : `élément ${name} dans ${element.name}`)),
    ...Object.entries(DRAWN.test(element.name) ? {} : element.attributes)
      .filter(([name, value]) => !isRight(name, value))
      .map(([name, value]) => `${element.name}, attribut ${name} : ${value}`),
  ]);
}
