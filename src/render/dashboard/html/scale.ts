import type { GraphiquePublie, Point } from "../../../dashboard/index.ts";
import { formatNumber } from "../../../words/french.ts";

/** Round steps of an axis from zero to at least the largest value. */
export function ticksOf({ series }: Pick<GraphiquePublie, "series">): number[] {
  const largest = Math.max(1, ...series.flatMap(({ points }) => points).map(({ valeur }) => valeur ?? 0));
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one * 5 >= largest) ?? 10 * power);
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, rank) => rank * step);
}

/** What is written at a point: a number, « s » when hidden, nothing where there is none. */
export function labelOf({ valeur, secret }: Point, unite: string): string {
  if (secret) return "s";
  return valeur === null ? "" : axisText(valeur, unite);
}

/** A number without its decimals. */
export function axisText(valeur: number, unite: string): string {
  return unite === "euros" ? `${formatNumber(Math.round(valeur))} €` : formatNumber(valeur);
}

/** A text cut into lines of about so many characters, between words. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A coordinate with one decimal at most: a page of charts is mostly numbers. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
