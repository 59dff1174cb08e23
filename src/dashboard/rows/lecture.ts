import type { Vue } from "../../dispositif/fait.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import { vueDuParcours } from "../../dispositif/parcours.ts";
import { phaseAtteinte } from "../../dispositif/phases.ts";
import type { ParcoursDocument } from "../../dossier/load.ts";
import type { Faits } from "../definition/columns/faits.ts";

/** A day when all that a file says has happened. */
const TOUJOURS = "9999-12-31";

/** How the columns of a bilan read a file of its dispositif. */
export function lectureDe(dispositif: Dispositif, data: ParcoursDocument["data"]): Pick<Faits, "lire" | "lireAu" | "phaseAu"> {
  let vue: Vue | undefined;
  return {
    lire: (chemin) => {
      vue ??= vueDuParcours(data, TOUJOURS, dispositif);
      return vue(chemin)?.valeur;
    },
    lireAu: (jour, chemin) => vueDuParcours(data, jour, dispositif)(chemin)?.valeur,
    phaseAu: (jour) => phaseAtteinte(dispositif, data, jour),
  };
}
