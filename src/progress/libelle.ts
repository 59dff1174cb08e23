import { list } from "../french.ts";
import type { ModeleEtape } from "./dispositif.ts";
import type { Constat } from "./etapes.ts";
import type { Vue } from "./vue.ts";

/** What a step is, then how it ended or what remains: « Notifier le résultat du jury : validation partielle ». */
export function libelleEtape(modele: ModeleEtape, constat: Constat, vue: Vue): string {
  const precision = precisionDe(modele, constat, vue);
  return precision === undefined ? modele.libelle : `${modele.libelle} : ${precision}`;
}

function precisionDe(modele: ModeleEtape, { etat, terme }: Constat, vue: Vue): string | undefined {
  if (terme) return modele.precision_terme;
  if (etat === "faite" && modele.issue !== undefined) return modele.issue.libelles[String(vue(modele.issue.chemin)?.valeur)];
  if (etat === "en_retard") return modele.precision_retard;
  return modele.reste === undefined ? undefined : resteDe(modele.reste, vue);
}

function resteDe({ de, moins }: NonNullable<ModeleEtape["reste"]>, vue: Vue): string | undefined {
  const acquis = listAt(vue, moins);
  const reste = listAt(vue, de).filter((item) => !acquis.includes(item));
  return reste.length === 0 ? undefined : `reste ${list(reste, "et")}`;
}

function listAt(vue: Vue, chemin: string): string[] {
  const valeur = vue(chemin)?.valeur;
  return Array.isArray(valeur) ? valeur.map(String) : [];
}
