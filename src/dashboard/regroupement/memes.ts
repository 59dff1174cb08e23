import { type Regroupement, type Reunion, reunionsDe } from "./index.ts";

/** Regroupements, each once, with none at all if it takes that for one to be as fine as any other. */
export function memesVues(regroupements: readonly (Regroupement | undefined)[]): (Regroupement | undefined)[] {
  const uns = [...new Map(regroupements.map((un) => [cleDuRegroupement(un), un])).values()];
  return uns.some((un) => uns.every((autre) => estAussiFin(un, autre))) ? uns : [...uns, undefined];
}

/** Whether the same is published in both, however they are written. */
export function sontMemes(un: Regroupement | undefined, autre: Regroupement | undefined): boolean {
  return cleDuRegroupement(un) === cleDuRegroupement(autre);
}

function cleDuRegroupement(regroupement: Regroupement | undefined): string {
  const { reunions = [], sans = [], mesures } = regroupement ?? {};
  const dites = [...reunions, ...sans].map((une) => JSON.stringify(une)).sort();
  return JSON.stringify([dites, mesures?.length === 1 ? mesures : []]);
}

/** Whether all that the second shows adds up what the first shows. */
export function estAussiFin(un: Regroupement | undefined, autre: Regroupement | undefined): boolean {
  const { reunions = [], sans = [] } = un ?? {};
  const contient = ({ dimension, codes }: Reunion): boolean =>
    reunionsDe(dimension, autre).some((large) => codes.every((code) => large.codes.includes(code)));
  return reunions.every(contient) && sans.every((retrait) => autre?.sans.some((un) => JSON.stringify(un) === JSON.stringify(retrait)));
}
