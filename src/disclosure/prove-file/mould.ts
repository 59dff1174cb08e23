/** A file as it is written. */
export type Content = string | Uint8Array;

/** Stands for each number of a publication in its mould: one that nothing counts to, or what is not proved could be it by chance. */
const NEUTRAL = 271828.18;

/**
 * The numbers that a file may be formed after, and how much of each: what the publication says of its half-year and of its secrecy;
 * the points of charts, for a drawing is made of them; how many files were read at least, to its first digit.
 */
const FORMING: readonly [at: RegExp, kept: (number: number) => number][] = [
  [/^\.(semestre|secret)\./, (number) => number],
  [/^\.graphiques\.\d+\.series\.\d+\.points\.\d+\.valeur$/, (number) => number],
  [/^\.sources\.fichiers$/, (number) => (number < 10 ? 0 : number - (number % 10 ** (String(number).length - 1)))],
];
/** Of what is true or not, a file is formed after the marks of what is hidden, and how it was. */
const MARKING = /^\.secret\.|\.secret$/;

const PUBLICATION =
  "dispositif presentation semestre date arreteAu version sources decoupage regroupement reunies nomenclature revises secret figures taux tables graphiques";
const VALUE = "id libelle groupe unite mesure codes valeur secret effectif numerateur denominateur";
/** What a publication is made of, and what is said of each value: whatever else goes with them is for no file. */
const NAMES = { publication: new Set(PUBLICATION.split(" ")), value: new Set(VALUE.split(" ")) };

/**
 * A publication with its texts and its marks, and no number: what a file is formed after, and all that its form may say. What its
 * writer makes of it is the mould that the file itself must fit. A writer that knew a secret by itself would put it in both: it is
 * given nothing but the publication, so that it knows none.
 */
export function mouldOf<P>(publication: P): P {
  return neutral(publication, "") as P;
}

function neutral(value: unknown, at: string): unknown {
  if (typeof value === "number") return FORMING.find(([place]) => place.test(at))?.[1](value) ?? NEUTRAL;
  if (typeof value === "boolean") return MARKING.test(at) ? value : undefined;
  if (Array.isArray(value)) return value.map((one, rank) => neutral(one, `${at}.${rank}`));
  if (typeof value !== "object" || value === null) return value;
  const names = at === "" ? NAMES.publication : "valeur" in value ? NAMES.value : undefined;
  const entries = Object.entries(value).filter(([name]) => names?.has(name) ?? true);
  return Object.fromEntries(entries.map(([name, one]) => [name, neutral(one, `${at}.${name}`)]));
}

/** The places of numbers in a file, each what stands before it, then itself; and how many were read there, and so proved. */
export interface Places {
  values: RegExp;
  read: number;
}

/**
 * Where a file is not what its mould is, but for the numbers in their places. One that is not written in the shortest way is no value,
 * for how it is written could say something; one that was not read would be proved by nobody.
 */
export function formFaults(name: string, file: string, mould: string, places?: Places): string[] {
  const [[one, count], [other]] = [withoutValues(file, places), withoutValues(mould, places)];
  const unread = count === (places?.read ?? 0) ? [] : [`${name}, ${count} nombres dont ${places?.read} à leur place`];
  return one === other ? unread : [`${name}, ${excerpt(one, other)}`, ...unread];
}

/** No text that is read may hold it. */
const PLACE = "\0";

function withoutValues(text: string, places: Places | undefined): [text: string, count: number] {
  let count = 0;
  if (places === undefined) return [text, count];
  const rest = text.replace(places.values, (all, before: string, number: string) => {
    const value = Number(number);
    if (!Number.isNaN(value) && String(value) !== number) return all;
    count += 1;
    return before + PLACE;
  });
  return [rest, count];
}

const EXCERPT = { least: 10, most: 60 };

/** What a text says where it is not another any more, from the beginning of the element or the line. */
function excerpt(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  const from = Math.max(at - EXCERPT.most, text.lastIndexOf("<", at), text.lastIndexOf("\n", at - 1));
  const end = text.indexOf(">", at + EXCERPT.least) + 1;
  return text.slice(from, Math.min(end || Infinity, at + EXCERPT.most)).replaceAll(/[\s\0]+/g, " ");
}
