/** Says whether a text has no number but those of texts that are known to be harmless. */
export type Harmless = (text: string) => boolean;

/** Without a letter, a text could be a number. */
const hasLetter = (text: string): boolean => /\p{L}/u.test(text);
const hasDigit = (text: string): boolean => /\p{N}/u.test(text);

/** Of texts that only repeat known ones, or put them together. A number alone is never known. */
export function harmlessOf(known: readonly string[]): Harmless {
  const useful = [...new Set(known)].filter((text) => hasLetter(text) && hasDigit(text)).sort((a, b) => b.length - a.length);
  const whole = new Set(useful);
  return (text) => !hasDigit(text) || whole.has(text) || !hasDigit(useful.reduce((rest, one) => rest.replaceAll(one, " "), text));
}

/** Every text in a value, however deep; keys are not looked at. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
