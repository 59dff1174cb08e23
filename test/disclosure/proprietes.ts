import { expect } from "vitest";
import { isSensitive } from "../../src/disclosure/hide/primary.ts";
import { protect, type System, type Thresholds } from "../../src/disclosure/index.ts";
import { audit } from "../../src/disclosure/prove/index.ts";

/** What shows once some is hidden. */
export const montres = (systeme: System, masques: ReadonlySet<string>): Set<string> =>
  new Set(systeme.variables.map(({ key }) => key).filter((key) => !masques.has(key)));

/** The audit finds nothing in what the protection leaves, and something as soon as one number more is shown. */
export async function protegeSansRienDeTrop(systeme: System, seuils: Thresholds, quoi: unknown): Promise<void> {
  const { hidden } = await protect(systeme, seuils);
  expect(await audit({ ...systeme, shown: montres(systeme, hidden) }, seuils)).toEqual([]);
  for (const variable of systeme.variables.filter((une) => hidden.has(une.key) && !isSensitive(une, seuils))) {
    const sans = new Set([...hidden].filter((key) => key !== variable.key));
    const fuites = await audit({ ...systeme, shown: montres(systeme, sans) }, seuils);
    expect(fuites.length, `${variable.key} de ${JSON.stringify(quoi)}`).toBeGreaterThan(0);
  }
}

/** The same numbers are hidden, in whatever order the data come. */
export async function protegeDansToutOrdre({ variables, relations }: System, seuils: Thresholds): Promise<void> {
  const retourne = { variables: variables.toReversed(), relations: relations.toReversed() };
  expect([...(await protect(retourne, seuils)).hidden].sort()).toEqual(
    [...(await protect({ variables, relations }, seuils)).hidden].sort(),
  );
}
