import type { Vue } from "../dispositif/fait.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import { droitDe, vueDuParcours } from "../dispositif/parcours.ts";
import type { Day } from "../words/dates.ts";

/** What progress asks of a parcours, whatever its dispositif. */
export interface Suivable {
  identifiant: string;
  fiche?: string;
  dispositif?: string;
}

/** Data of a dossier, with the dispositif that they follow. */
export interface Avec<D> {
  data: D;
  modele: { dispositif: Dispositif };
}

/** The parcours that one continues, and the one that continues it: a contract renewed after a failure is a second parcours. */
export interface Liens {
  origine?: Suivable;
  suite?: Suivable;
}

/** A parcours as it stood on a day, by its dispositif. */
export interface Suivi {
  parcours: Suivable;
  dispositif: Dispositif;
  vue: Vue;
  /** The day whose law gives the delays. */
  droit: Day;
}

export function suivre(
  parcours: Suivable,
  date: Day,
  { dispositif, liens = {} }: { dispositif: Dispositif; liens?: Liens | undefined },
): Suivi {
  const droit = droitDe(dispositif, parcours, date);
  return { parcours, dispositif, droit, vue: vueDuParcours({ ...parcours, ...liens }, date, dispositif, droit) };
}
