/** Says whether a text has no number but those of texts that are known to be harmless. */
export type Harmless = (text: string) => boolean;

/** Without a letter, a text could be a number. */
const hasLetter = (text: string): boolean => /\p{L}/u.test(text);
const NUMBER =
  /\p{N}|(?<!\p{L})(deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|mille)(?!\p{L})/iu;
/** Numbers may be in words too. */
const hasNumber = (text: string): boolean => NUMBER.test(text);

/** Of texts that only repeat known ones, or put them together. A number alone is never known. */
export function harmlessOf(known: readonly string[]): Harmless {
  const useful = [...new Set(known)].filter((text) => hasLetter(text) && hasNumber(text)).sort((a, b) => b.length - a.length);
  const whole = new Set(useful);
  return (text) => !hasNumber(text) || whole.has(text) || !hasNumber(useful.reduce((rest, one) => rest.replaceAll(one, " "), text));
}

/** Every different text in a value, however deep; keys are not looked at. */
export function textsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) textsIn(inner, found);
  return found;
}
