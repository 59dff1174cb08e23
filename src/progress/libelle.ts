import type { ModeleEtape } from "../dispositif/deroulement.ts";
import { parametreDe, type Textes } from "../dispositif/droit.ts";
import type { Vue } from "../dispositif/fait.ts";
import { formatDay } from "../words/dates.ts";
import { list } from "../words/french.ts";
import type { Constat } from "./etape.ts";

interface Vu {
  vue: Vue;
  dispositif: Textes;
}

/** What a step is, then how it ended or what remains: « Notifier le résultat du jury : validation partielle ». */
export function libelleEtape(modele: ModeleEtape, constat: Constat, reste: readonly string[], { vue, dispositif }: Vu): string {
  const precisions = [precisionDe(modele, constat, { vue, dispositif }), ...(reste.length === 0 ? [] : [`reste ${list(reste, "et")}`])];
  return [modele.libelle, ...precisions.filter((une) => une !== undefined)].join(" : ");
}

function precisionDe(modele: ModeleEtape, { etat, terme, isDelaiInconnu }: Constat, { vue, dispositif }: Vu): string | undefined {
  if (isDelaiInconnu && etat === "a_venir" && modele.delai !== undefined) {
    return `délai d'avant le ${formatDay(parametreDe(dispositif, modele.delai).values[0]?.from ?? "")}, qui n'est pas connu ici`;
  }
  if (terme) return modele.precision_terme;
  if (etat === "faite" && modele.issue !== undefined) return modele.issue.libelles[String(vue(modele.issue.chemin)?.valeur)];
  return etat === "en_retard" ? modele.precision_retard : undefined;
}

/** What an open step has still to bring: the items of a list that the others do not hold. */
export function resteDe({ reste }: ModeleEtape, { etat }: Constat, vue: Vue): string[] {
  const isOuverte = etat === "a_venir" || etat === "en_retard";
  if (reste === undefined || !isOuverte || (reste.si !== undefined && vue(reste.si) === undefined)) return [];
  const acquis = reste.moins.flatMap((chemin) => listAt(vue, chemin));
  return listAt(vue, reste.de).filter((item) => !acquis.includes(item));
}

function listAt(vue: Vue, chemin: string): string[] {
  const valeur = vue(chemin)?.valeur;
  return Array.isArray(valeur) ? valeur.map(String) : [];
}
