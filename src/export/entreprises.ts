import { semestreDe } from "../words/semestres.ts";
import type { Ligne } from "./colonnes.ts";

/**
 * Gives all contracts that an enterprise concludes in a half-year the effectif and secteur of the latest of them: once days are
 * half-years, nobody could tell which it was, and the dashboard counts an enterprise where its latest contract places it.
 */
export function auDernierContrat<L extends Ligne>(lignes: readonly L[]): L[] {
  const derniers = new Map<string, L>();
  for (const ligne of lignes) {
    const dernier = derniers.get(placeDe(ligne));
    if (dernier === undefined || rangDe(ligne) > rangDe(dernier)) derniers.set(placeDe(ligne), ligne);
  }
  return lignes.map((ligne) => {
    const { effectif, secteur } = derniers.get(placeDe(ligne)) ?? ligne;
    return { ...ligne, effectif, secteur };
  });
}

function placeDe({ entreprise, conclu_le }: Ligne): string {
  return `${entreprise} ${semestreDe(conclu_le ?? "").id}`;
}

/** Ties go by the codes, as in the dashboard. */
function rangDe({ conclu_le, effectif, secteur }: Ligne): string {
  return [conclu_le, effectif, secteur].join("\n");
}
