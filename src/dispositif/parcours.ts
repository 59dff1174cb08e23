import { type Day, LAST_DAY } from "../words/dates.ts";
import { type Chemin, isDayText, read } from "./chemin.ts";
import { jourNomme, loiAu } from "./droit.ts";
import type { Vue } from "./fait.ts";
import type { Dispositif } from "./modele.ts";
import { premierConnu, vueAu } from "./vue.ts";

/** The day whose law governs a parcours, whatever the day of the view. */
export function droitDe(dispositif: Dispositif, parcours: object, date: Day): Day {
  const { chemins = [], au_plus_tot } = dispositif.droit ?? {};
  const plusTot = au_plus_tot === undefined ? undefined : jourNomme(dispositif, au_plus_tot);
  const jour = chemins.map((chemin) => jourFinal(dispositif, parcours, chemin)).find((un) => un !== undefined);
  if (jour === undefined) return plusTot ?? date;
  return plusTot !== undefined && jour < plusTot ? plusTot : jour;
}

/** A day as the file ends up having it; most stand at a plain place, and need no view. */
function jourFinal({ parcours: modele }: Dispositif, parcours: object, chemin: Chemin): Day | undefined {
  const valeur = read(parcours, chemin);
  return isDayText(valeur) ? valeur : vueAu(LAST_DAY, parcours, modele)(chemin)?.le;
}

/** A parcours as it stood on a day. `droit`: the day whose law its conditions ask. */
export function vueDuParcours(parcours: object, date: Day, dispositif: Dispositif, droit = droitDe(dispositif, parcours, date)): Vue {
  return vueAu(date, parcours, dispositif.parcours, loiAu(dispositif, droit));
}

/** The fact by which a parcours enters its dispositif, and its day; nothing as long as it has not. */
export function entreeLe({ parcours: { entree } }: Dispositif, vue: Vue): Day | undefined {
  const fait = entree === undefined ? undefined : vue(entree.chemin);
  return fait === undefined ? undefined : (fait.le ?? vue.date);
}

/** Whether a parcours has entered its dispositif, as its file ends up having it; where no fact says so, it has as soon as it is written. */
export function estEntre({ parcours: modele }: Dispositif, parcours: object): boolean {
  const { entree } = modele;
  if (entree === undefined || read(parcours, entree.chemin) !== undefined) return true;
  return entree.chemin.startsWith("calcul/") && vueAu(LAST_DAY, parcours, modele)(entree.chemin) !== undefined;
}

/** The day a parcours that has entered ends, never before it entered: that of the file as a whole, for what is agreed may yet be broken. */
export function finLe(dispositif: Dispositif, parcours: object): Day | undefined {
  const vue = vueAu(LAST_DAY, parcours, dispositif.parcours);
  const [entree, fin] = [entreeLe(dispositif, vue), premierConnu(vue, dispositif.evenements.fin ?? [])?.le];
  return fin === undefined || (entree !== undefined && fin < entree) ? entree : fin;
}
