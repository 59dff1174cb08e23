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
