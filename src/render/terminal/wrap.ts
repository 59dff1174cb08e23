/** A text on lines of at most `width` characters, cut between words; the first line begins with `first`, the others under it. */
export function wrap(text: string, width: number, first = ""): string[] {
  const room = width - first.length;
  const lines = [""];
  for (const word of text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= room) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.map((line, rang) => `${rang === 0 ? first : " ".repeat(first.length)}${line}`);
}
