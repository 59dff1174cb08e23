import { isRemplie } from "../dispositif/conditions.ts";
import { referenceDe, valeurAu } from "../dispositif/droit.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import { droitDe, entreeLe } from "../dispositif/parcours.ts";
import type { Day } from "../words/dates.ts";
import type { Suivi } from "./suivi.ts";

/** Places under a ceiling: a parcours takes one when it enters, and may give it back (a contract that the OPCO refuses to pay for). */
export interface Places {
  conclus: number;
  refuses: number;
}

/** The places that some parcours hold on the day of their views. */
export function places(suivis: readonly Suivi[]): Places {
  const conclus = suivis.filter(({ dispositif, vue }) => entreeLe(dispositif, vue) !== undefined);
  const refuses = conclus.filter(({ dispositif, vue }) =>
    dispositif.parcours.entree?.place_rendue?.some((condition) => isRemplie(vue, condition)),
  );
  return { conclus: conclus.length, refuses: refuses.length };
}

/** What a dossier takes of the parcours that the whole country may count. */
export interface PlafondNational {
  plafond: number;
  parcours: number;
  reference: string;
}

/** The national ceiling of a dispositif, if it has one, and how much of it these parcours take: those of others are not known here. */
export function plafondNational(suivis: readonly Suivi[], date: Day, dispositif: Dispositif): PlafondNational | undefined {
  const { plafond } = dispositif.cadre;
  if (plafond === "aucun") return undefined;
  const { conclus, refuses } = places(suivis.filter((un) => un.dispositif.cadre.plafond === plafond));
  const { value, reference } = valeurAu(dispositif, plafond, droitDe(dispositif, {}, date));
  return { plafond: Number(value), parcours: conclus - refuses, reference: referenceDe(dispositif, reference).titre };
}
