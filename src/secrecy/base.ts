import { UserError } from "../errors.ts";

/** What counts may be rounded to. */
export type Base = "5" | "10";
export const bases: readonly Base[] = ["5", "10"];

/**
 * The base of rounding: a count below the threshold must look like several others, so that the base may not be less than the
 * threshold by more than one.
 * @throws UserError when no base suits the threshold.
 */
export function baseFor(seuil: number, base?: Base): number {
  const found = bases
    .filter((one) => base === undefined || one === base)
    .map(Number)
    .find((one) => one >= seuil - 1);
  if (found !== undefined) return found;
  throw new UserError(
    `Un arrondi à un multiple de ${base ?? bases.at(-1)} ne protège pas les effectifs de moins de ${seuil}.`,
    base === "5"
      ? "Prenez --base 10, un --seuil d'au plus 6, ou --secret suppression."
      : "Prenez un --seuil d'au plus 11, ou --secret suppression.",
  );
}
