/** A free text without what people type differently from one file to the next: accents, case, spaces, dashes and apostrophes. */
export function plainText(text: string): string {
  // Most names are one word of plain letters: nothing but the case to take off.
  if (/^[a-z]+$/i.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Whether two free texts say the same; two absent ones do not. */
export function isSameText(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plainText(one) === plainText(other);
}

/** What XML or UTF-8 cannot hold, and what drives a terminal: control characters but tabs and ends of line, halves of a sign, U+FFFE, U+FFFF. */
const illegible = /(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/u;
const everyIllegible = new RegExp(illegible, "gu");

/** A text with each sign that XML or UTF-8 cannot hold shown by its code. */
export function legible(text: string): string {
  return text.replaceAll(everyIllegible, byCode);
}

/** A sign by its number: « \u{1b} ». */
export function byCode(sign: string): string {
  return `\\u{${sign.codePointAt(0)?.toString(16)}}`;
}

/** Whether every sign of a text can be written down. */
export function isLegible(text: string): boolean {
  return !illegible.test(text);
}

/** The first sign of a text that cannot be written down, by its number: « U+0000 ». */
export function firstIllegible(text: string): string {
  const sign = illegible.exec(text)?.[0].codePointAt(0) ?? 0;
  return `U+${sign.toString(16).toUpperCase().padStart(4, "0")}`;
}
