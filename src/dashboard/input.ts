import type { Decoupage } from "../dispositif/bilan.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import type { Dossier } from "../dossier/load.ts";
import type { Day } from "../words/dates.ts";
import type { Couts } from "./definition/columns/faits.ts";
import type { Semestre } from "./definition/semestre.ts";
import type { Exercice } from "./publication/publiee.ts";
import type { Regroupement } from "./regroupement/index.ts";
import type { LotDeLignes } from "./rows/projets.ts";

export interface DashboardInput {
  /** Whose dashboard it is: its bilan says what is counted. All parcours are its own. */
  dispositif: Dispositif;
  dossier: Pick<Dossier, "fiches" | "parcours">;
  semestre: Semestre;
  /** The day the dashboard is made: nothing dated after it has happened. */
  date: Day;
  /** For the file of a parcours, the ids of the rules that make it ineligible. */
  ineligibles: ReadonlyMap<string, readonly string[]>;
  /** For the file of a parcours, what its funding comes to. */
  couts: ReadonlyMap<string, Couts>;
  selon?: Decoupage | undefined;
  /** Earlier half-years, as they were published. */
  precedents?: readonly Exercice[];
  /** The last days of the publications with tables by région; if nothing is said, that of this one when it has some. */
  regionsPubliees?: readonly Day[];
  /** Whether the point of view of every porteur is taken, or only of those alone in a région. */
  inites?: "tous" | undefined;
  lots?: readonly LotDeLignes[];
  /** What the tables are to say less than the nomenclature could. */
  regroupement?: Regroupement | undefined;
  /** What readers must know of the sources. */
  reserves?: readonly string[];
  /** Files that could not be counted, and parcours counted although something else in them is wrong. */
  ecartes?: number;
  imparfaits?: number;
}
