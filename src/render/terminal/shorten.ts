/** A text of a file on one line of at most `width` characters: a control character, which could move the cursor, becomes a space. */
export function shorten(text: string, width: number): string {
  const plain = text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
  const characters = [...plain];
  return characters.length <= width ? plain : `${characters.slice(0, width - 1).join("")}…`;
}
