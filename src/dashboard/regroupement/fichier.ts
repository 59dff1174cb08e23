import type { Regroupement } from "./index.ts";

export const FORMAT = "cpro/regroupement/1";

/** A regroupement as files say it: what is empty is not said. */
export type RegroupementEcrit = Partial<Regroupement>;

export function ecrire({ reunions, sans, mesures }: Regroupement): RegroupementEcrit {
  return { ...(reunions.length > 0 && { reunions }), ...(sans.length > 0 && { sans }), ...(mesures && { mesures }) };
}

/** A file of its own, such as `--regroupement` reads. */
export function documentDe(regroupement: Regroupement): { format: typeof FORMAT } & RegroupementEcrit {
  return { format: FORMAT, ...ecrire(regroupement) };
}

/** What a file said and has no fault, in the order of the nomenclature; undefined when nothing was said. */
export function relireEcrit(ecrit: RegroupementEcrit | undefined): Regroupement | undefined {
  if (ecrit === undefined) return undefined;
  const { reunions = [], sans = [], mesures } = ecrit;
  return { reunions, sans, ...(mesures?.length === 1 && { mesures }) };
}
