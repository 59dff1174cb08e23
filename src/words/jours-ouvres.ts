import joursFeries from "@socialgouv/jours-feries";
import { addDays, type Day, isWeekend } from "./dates.ts";

/**
 * The day itself when people work on it, else the next working day: neither a Saturday, nor a Sunday, nor one of the eleven public
 * holidays of the whole country (Code du travail, art. L. 3133-1). Those of Alsace-Moselle and overseas are not counted.
 */
export function jourOuvre(day: Day): Day {
  let ouvre = day;
  while (isWeekend(ouvre) || feriesDe(ouvre.slice(0, 4)).has(ouvre)) ouvre = addDays(ouvre, 1);
  return ouvre;
}

const feries = new Map<string, ReadonlySet<Day>>();

function feriesDe(year: string): ReadonlySet<Day> {
  const known = feries.get(year) ?? new Set(Object.values(joursFeries(Number(year))).map(localDay));
  feries.set(year, known);
  return known;
}

/** The library gives local midnights, some of them by adding hours across a change of clocks: noon is on the right day anyway. */
function localDay(midnight: Date): Day {
  const noon = new Date(midnight.getTime() + 12 * 60 * 60 * 1000);
  return [noon.getFullYear(), noon.getMonth() + 1, noon.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
