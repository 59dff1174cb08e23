import { byCode } from "./texte.ts";

/** What a screen obeys instead of showing it, or does not show: control characters, marks of direction, halves of a sign… */
const UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]";
const ESCAPE = "\u001b";

/**
 * The escape of our own styles until they reach the screen: a word that nobody could have written in a file, so that what a file holds
 * is never taken for a style.
 */
const WORD = Math.random().toString(36).slice(2);
const OURS = `${ESCAPE}${WORD}`;

const unseen = new RegExp(`${ESCAPE}(?!${WORD})|(?!${ESCAPE})${UNSEEN}`, "gu");
const unseenInLines = new RegExp(`${ESCAPE}(?!${WORD})|(?![\\n\\t${ESCAPE}])${UNSEEN}`, "gu");

/** A text on one line as a screen may show it: what is not seen, ends of lines included, by its code. */
export function visible(text: string): string {
  return text.replaceAll(unseen, byCode);
}

/** The same of a text on several lines. */
export function visibleLines(text: string): string {
  return text.replaceAll(unseenInLines, byCode);
}

/** A text with a style that `dress` puts on: its escapes are known as ours from then on. */
export function styled(text: string, dress: (text: string) => string): string {
  return asOurs(dress(painted(visibleLines(text))));
}

/** For a screen: our styles as it obeys them. */
export function painted(text: string): string {
  return text.replaceAll(OURS, ESCAPE);
}

/** The way back, for a text in which all escapes are known to be ours. */
export function asOurs(text: string): string {
  return text.replaceAll(ESCAPE, OURS);
}

const style = new RegExp(`${OURS}\\[[\\d;]*m`, "g");

/** For a file: without our styles. */
export function bare(text: string): string {
  return text.replaceAll(style, "");
}
