import type { Dispositif } from "../dispositif/modele.ts";
import type { Day } from "../words/dates.ts";
import type { Echeance } from "./etape.ts";
import type { ProgresFiche } from "./fiches.ts";
import type { ProgresParcours } from "./parcours.ts";
import type { PlafondNational } from "./plafond.ts";

/** Where a dossier stands on a day, and who must do what by when. */
export interface Progres {
  date: Day;
  /** Those that are met. */
  dispositifs: readonly Pick<Dispositif, "identifiant" | "par_defaut" | "article" | "libelle">[];
  parcours: ProgresParcours[];
  fiches: ProgresFiche[];
  /** Given with at least one fiche: a porteur who follows one parcours has no use for them. */
  nationales: Echeance[];
  /** Given with at least one fiche too. */
  plafond?: PlafondNational;
}
