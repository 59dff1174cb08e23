import type { ParcoursConclu } from "../../../dossier/faits.ts";
import type { Composante } from "../../../generated/parcours.ts";
import type { Cents } from "../../../words/money.ts";
import type { Domaines } from "../domaines.ts";

/** What the funding of a parcours comes to, given by whoever computed it. */
export interface Couts {
  coutReel: Cents;
  forfait: Cents;
  composantes: Record<Composante, { depense: Cents; retenu: Cents }>;
}

/** What a row is made of. */
export interface Faits {
  parcours: ParcoursConclu;
  /** Its rank among the documents: two porteurs may use the same identifier. */
  rang: number;
  /** The domains of the fiches. */
  domaines: Domaines;
  /** Absent when it is not eligible. */
  couts: Couts | undefined;
}
