import type { Regroupement } from "./regroupement.ts";

const FORMAT = "cpro/regroupement/1";

/** A regroupement as files say it. */
export interface DocumentDeRegroupement extends Regroupement {
  format: typeof FORMAT;
}

export function documentDe({ reunions, sans, mesures }: Regroupement): DocumentDeRegroupement {
  return { format: FORMAT, reunions, sans, ...(mesures && { mesures }) };
}
