import { Temporal } from "temporal-polyfill";

/** A calendar day written `2024-09-02`, as in the files: such days compare with `<` and need no conversion to be shown. */
export type Day = string;

/** A day is read as the midnight of a time without summer: between two of them, only whole days. */
const DAY_IN_MS = 86_400_000;

const SHORTEST_MONTH = 28;

const parsed = new Map<Day, Temporal.PlainDate>();

/** The same few thousand days come back all the time, and parsing one costs more than any rule does. */
function plainDate(day: Day): Temporal.PlainDate {
  const known = parsed.get(day);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(day);
  parsed.set(day, date);
  return date;
}

/** Whether a text is a day of the calendar, as JSON Schema's `date` has it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [month, number] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return number > 0 && number <= lengthOfMonth(Number(text.slice(0, 4)), month);
}

/** The days that files and options may hold: what lies outside is a slip of the keyboard, and a contract of centuries takes minutes. */
export const [FIRST_DAY, LAST_DAY] = ["1900-01-01", "2100-12-31"];

export function isInCalendar(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

export function addDays(day: Day, days: number): Day {
  const number = Number(day.slice(8)) + days;
  // Every month has that day; longer ways to write a year are left to the calendar below.
  if (number > 0 && number <= SHORTEST_MONTH && day.length === 10) return `${day.slice(0, 8)}${number < 10 ? "0" : ""}${number}`;
  return new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().replace(/T.*/, "");
}

/** The same day of the month `months` later, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * monthsInYear + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / monthsInYear);
  // Temporal alone knows how to write a year of another number of digits.
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return plainDate(day).add({ months }).toString();
  const month = count - year * monthsInYear + 1;
  const number = Math.min(Number(day.slice(8)), lengthOfMonth(year, month));
  return `${year}-${month < 10 ? "0" : ""}${month}-${number < 10 ? "0" : ""}${number}`;
}

const [FIRST_YEAR, LAST_YEAR] = [1000, 9999];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return lengths[month - 1] ?? 0;
}

export const monthsInYear = 12;

/** The anniversary; that of a 29 February is 28 February in common years. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * monthsInYear);
}

/** Days from one day to another, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_IN_MS;
}

/**
 * Whole months from one day to another: the most that, added to the first, do not go past the second. The day is clamped to the last of a
 * shorter month, so that from 31 May to 28 February there are nine.
 */
export function wholeMonths(from: Day, to: Day): number {
  const calendar = calendarMonths(from, to);
  return addMonths(from, calendar) > to ? calendar - 1 : calendar;
}

/**
 * Months from one day to another with their fraction: {@link wholeMonths}, then the days left over the length of the month they start.
 * Reckoned on the digits, for Temporal takes longer over it than all the rest of a contract; a test holds both equal.
 */
export function monthsBetween(from: Day, to: Day): number {
  if (from > to || from.length !== to.length) {
    const start = plainDate(from);
    return start.until(plainDate(to), { largestUnit: "month" }).total({ unit: "month", relativeTo: start });
  }
  const whole = wholeMonths(from, to);
  const [start, end] = [addMonths(from, whole), addMonths(from, whole + 1)];
  return whole + daysBetween(start, to) / daysBetween(start, end);
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

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return dayOfWeek(day) >= 6;
}

/** From 1, Monday, to 7. */
export function dayOfWeek(day: Day): number {
  return plainDate(day).dayOfWeek;
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
