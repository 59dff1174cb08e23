import type { Composante, Parcours } from "../../../generated/parcours.ts";
import type { Day } from "../../../words/dates.ts";
import type { Cents } from "../../../words/money.ts";
import type { Domaines } from "../domaines.ts";

/** What the funding of a parcours comes to, given by whoever computed it. */
export interface Couts {
  coutReel: Cents;
  forfait: Cents;
  composantes: Record<Composante, { depense: Cents; retenu: Cents }>;
}

/** A parcours of any dispositif: what one asks of all of its own, another has not. */
export type ParcoursCompte = Partial<Parcours> & Pick<Parcours, "beneficiaire"> & { structure?: { departement?: string } };

/** What a row is made of. */
export interface Faits {
  parcours: ParcoursCompte;
  /** Its rank among the documents: two porteurs may use the same identifier. */
  rang: number;
  /** The domains of the fiches. */
  domaines: Domaines;
  /** Absent when it is not eligible. */
  couts: Couts | undefined;
  /** The day from which it counts; nothing while this day is looked for. */
  entree: Day;
  /** What the file holds at a place, whatever its date, and what it held on a day. */
  lire(chemin: string): unknown;
  lireAu(jour: Day, chemin: string): unknown;
  phaseAu(jour: Day): string | undefined;
}
