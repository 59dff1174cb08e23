import { largest } from "../../words/largest.ts";
import { visible } from "../../words/visible.ts";

/** Columns of a page: everything that is printed here fits in. */
export const largeur = 80;

/** The text, or its beginning and « … » when it is longer than the place it has. */
export function couper(whole: string, width: number): string {
  const text = visible(whole);
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`;
}

/** Cells padded to their widths, then a text that goes on under its own beginning. */
export function suspendre(cells: readonly { text: string; width: number; isRight?: boolean }[], text: string): string {
  const head = cells.map(({ text: cell, width, isRight }) => {
    const cut = couper(cell, width);
    return isRight ? cut.padStart(width) : cut.padEnd(width);
  });
  const start = head.join("  ");
  const indent = " ".repeat(start.length + 2);
  return plier(text, largeur - indent.length)
    .map((line, index) => (index === 0 ? `${start}  ${line}` : `${indent}${line}`))
    .join("\n");
}

/** Breaks between words; a word longer than the line is cut. */
export function plier(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").map((one) => couper(one, width))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The widest of some texts, within a limit. */
export function place(texts: readonly string[], limit: number): number {
  return Math.min(limit, largest(texts.map((text) => visible(text).length)));
}
