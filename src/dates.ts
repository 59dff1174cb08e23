import { Temporal } from "temporal-polyfill";

/** A calendar day written `2024-09-02`, as in the files: such days compare with `<` and need no conversion to be shown. */
export type Day = string;

const parsed = new Map<Day, Temporal.PlainDate>();

/** The same few thousand days come back all the time, and parsing one costs more than any rule does. */
function plainDate(day: Day): Temporal.PlainDate {
  const known = parsed.get(day);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(day);
  parsed.set(day, date);
  return date;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch {
    return false;
  }
}

export function addDays(day: Day, days: number): Day {
  return plainDate(day).add({ days }).toString();
}

/** The same day of the month `months` later, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  return plainDate(day).add({ months }).toString();
}

export const monthsInYear = 12;

/** The anniversary; that of a 29 February is 28 February in common years. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * monthsInYear);
}

/** Days from one day to another, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return plainDate(from).until(plainDate(to), { largestUnit: "day" }).days;
}

/** Whole months from one day to another. */
export function wholeMonths(from: Day, to: Day): number {
  return plainDate(from).until(plainDate(to), { largestUnit: "month" }).months;
}

/** Months from one day to another with their fraction: whole months, then the days left over the length of the month they start. */
export function monthsBetween(from: Day, to: Day): number {
  const start = plainDate(from);
  return start.until(plainDate(to), { largestUnit: "month" }).total({ unit: "month", relativeTo: start });
}

/** Months from one day's month to another's, whatever the days: 1 from 31 January to 1 February. */
export function calendarMonths(from: Day, to: Day): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * monthsInYear + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** Whether `to` comes after the day `months` after `from`, read as {@link addMonths} does but twenty times faster: rules ask it of every file. */
export function isBeyondMonths(from: Day, months: number, to: Day): boolean {
  const calendar = calendarMonths(from, to);
  // In the same month a day that overflows the month is never passed: comparing the days alone clamps by itself.
  return calendar === months ? to.slice(8) > from.slice(8) : calendar > months;
}

/** Age in whole years on a day; someone born on 29 February turns a year older on 1 March of common years (Code civil, art. 388 read with usage). */
export function ageOn(birth: Day, day: Day): number {
  const [year, rest] = [Number(birth.slice(0, 4)), birth.slice(5)];
  return Number(day.slice(0, 4)) - year - (day.slice(5) < rest ? 1 : 0);
}

export function lastDayOfMonth(day: Day): Day {
  const date = plainDate(day);
  return date.with({ day: date.daysInMonth }).toString();
}

const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/** « 12 mars 2026 », « 1er juin 2024 ». */
export function formatDay(day: Day): string {
  const [year, month, number] = day.split("-").map(Number) as [number, number, number];
  return `${number === 1 ? "1er" : number} ${months[month - 1]} ${year}`;
}
