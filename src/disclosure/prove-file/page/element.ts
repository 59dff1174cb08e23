import { readXml } from "../xml.ts";

/** An element of a page, with what it holds. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** A page under an element without a name. */
export function pageOf(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const path = [root];
  const add = (child: Element | string): void => void path.at(-1)?.children.push(child);
  readXml(xml, {
    open: ({ name, attributes }) => {
      const element: Element = { name, attributes, children: [] };
      add(element);
      if (name !== "!") path.push(element);
    },
    text: add,
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
