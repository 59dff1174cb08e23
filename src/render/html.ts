/** A piece of HTML in which all that is not markup is escaped. */
export interface Html {
  html: string;
}

type Part = Html | string | number | undefined | readonly Part[];

/** html`<p>${text}</p>`: a text is escaped, a piece stays as it is, a list is joined, nothing known is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + (index < parts.length ? partText(parts[index]) : "")).join("") };
}

/** A text of the program itself, a style sheet or a script, taken as it is. */
export function raw(text: string): Html {
  return { html: text };
}

function partText(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : part.map(partText).join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML and SVG may hold it, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
