import type { Vue } from "../../dispositif/fait.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import { phaseAtteinte } from "../../dispositif/phases.ts";
import { vueAu } from "../../dispositif/vue.ts";
import type { ParcoursDocument } from "../../dossier/load.ts";
import type { Faits } from "../definition/columns/faits.ts";

/** A day when all that a file says has happened. */
const TOUJOURS = "9999-12-31";

/** How the columns of a bilan read a file of its dispositif. */
export function lectureDe(
  dispositif: Pick<Dispositif, "parcours">,
  data: ParcoursDocument["data"],
): Pick<Faits, "lire" | "lireAu" | "phaseAu"> {
  const { parcours: modele } = dispositif;
  let vue: Vue | undefined;
  return {
    lire: (chemin) => {
      vue ??= vueAu(TOUJOURS, data, modele);
      return vue(chemin)?.valeur;
    },
    lireAu: (jour, chemin) => vueAu(jour, data, modele)(chemin)?.valeur,
    phaseAu: (jour) => phaseAtteinte(dispositif, data, jour),
  };
}
