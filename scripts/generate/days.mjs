// Days are ISO strings, as in the files; Date in UTC is enough here and much faster than a calendar library.
const dayMs = 86_400_000;
const toMs = (day) => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const toDay = (ms) => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day, days) => toDay(toMs(day) + days * dayMs);
export const daysBetween = (from, to) => Math.round((toMs(to) - toMs(from)) / dayMs);
export const earliest = (...days) => days.reduce((a, b) => (a < b ? a : b));
export const latest = (...days) => days.reduce((a, b) => (a > b ? a : b));
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toMs(text)) && toDay(toMs(text)) === text;

/** The same day of the month `months` later, or the last day of a shorter month. */
export function addMonths(day, months) {
  const [year, month, number] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(number, lastOfMonth)));
}

/** The first working day from `day` on; public holidays are not known here. */
export function workingDay(day) {
  const weekday = new Date(toMs(day)).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}
