import type { Tag } from "../xml.ts";

/** A row as it is stored: its number, its span, and the columns of its cells, in letters. */
interface Line {
  tag: Tag;
  number: number;
  columns: string[];
}

/**
 * Where rows and cells say that they are is where they stand, and what else a sheet says of places is counted from them: a place that
 * is out of order could be a number of its own.
 */
export function orderFaults(tags: readonly Tag[]): string[] {
  const lines: Line[] = [];
  const odd: Tag[] = [];
  for (const tag of tags) {
    const last = lines.at(-1);
    if (tag.name === "row") {
      const line = { tag, number: Number(tag.attributes.r), columns: [] };
      lines.push(line);
      if (!isNext(line, last)) odd.push(tag);
    } else if (tag.name === "c") {
      const [, column = "", number] = /^([A-Z]{1,2})(\d+)$/.exec(tag.attributes.r ?? "") ?? [];
      if (number !== String(last?.number) || !isAfter(column, last?.columns.at(-1))) odd.push(tag);
      last?.columns.push(column);
    }
  }
  odd.push(...lines.filter((line) => !isSpanned(line)).map(({ tag }) => tag));
  return [...odd, ...oddSizes(tags, lines)].map(
    ({ name, attributes }) => `${name} hors de sa place : ${Object.values(attributes).join(" ")}`,
  );
}

/** One row without anything may be left out between two others. */
function isNext({ tag, number }: Line, last: Line | undefined): boolean {
  const gap = number - (last?.number ?? 0);
  return tag.attributes.r === String(number) && (gap === 1 || gap === 2);
}

function isSpanned({ tag, columns }: Line): boolean {
  const { spans } = tag.attributes;
  return spans === undefined || spans === `${rankOf(columns[0] ?? "A")}:${rankOf(columns.at(-1) ?? "A")}`;
}

/** Everything that says how large a sheet is, or a part of it, and does not say it rightly. */
function oddSizes(tags: readonly Tag[], lines: readonly Line[]): Tag[] {
  const widest = lines.map(({ columns }) => columns.at(-1) ?? "A").reduce((wide, one) => (isAfter(one, wide) ? one : wide), "A");
  const corner = `${widest}${lines.at(-1)?.number}`;
  const count = (name: string): string => String(tags.filter((tag) => tag.name === name).length);
  const columns = tags.filter(({ name }) => name === "col");
  const isRight: Readonly<Record<string, (attributes: Tag["attributes"]) => boolean>> = {
    dimension: ({ ref }) => ref === `A1:${corner}`,
    autoFilter: ({ ref }) => ref === `A5:${corner}`,
    mergeCells: (own) => own.count === count("mergeCell"),
    mergeCell: ({ ref = "" }) => isAcross(ref, lines),
    rowBreaks: (own) => own.count === count("brk") && own.manualBreakCount === count("brk"),
    cols: () => columns.at(-1)?.attributes.max === String(rankOf(widest)),
    col: ({ min }) => columns.some(({ attributes: { max } }) => max === String(Number(min) - 1)) || min === "1",
  };
  return tags.filter(({ name, attributes }) => isRight[name]?.(attributes) === false);
}

/** « A » is 1, « AA » is 27. */
export const rankOf = (column: string): number => [...column].reduce((rank, letter) => 26 * rank + letter.charCodeAt(0) - 64, 0);
const isAfter = (column: string, before: string | undefined): boolean => rankOf(column) > rankOf(before ?? "");

/** « B7:D7 »: some cells of one row. */
function isAcross(reference: string, lines: readonly Line[]): boolean {
  const [, from = "", row, to = ""] = /^([A-Z]+)([1-9]\d*):([A-Z]+)\2$/.exec(reference) ?? [];
  const columns = lines.find(({ number }) => String(number) === row)?.columns ?? [];
  return isAfter(to, from) && columns.includes(from) && columns.includes(to);
}
