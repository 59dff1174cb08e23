import type { Dossier } from "../../../dossier/load.ts";
import { nearest } from "../../../words/suggest.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "dossier-fiche-connue",
  famille: "vae_inversee",
  scope: "dossier",
  severity: "error",
  summary: "Un parcours nomme une fiche du dossier ; s'il est vérifié sans aucune fiche, ce n'est qu'un avertissement.",
  references: ["cahier-des-charges-1-1"],
  *check(dossier) {
    const connues = new Set(dossier.fiches.map(({ data }) => data.identifiant));
    const inconnues = new Map<string, { hint: string } | undefined>();
    for (const document of dossier.parcours) {
      const { fiche } = document.data;
      if (connues.has(fiche)) continue;
      if (!inconnues.has(fiche)) inconnues.set(fiche, isUnreadable(fiche, dossier) ? undefined : { hint: hintFor(fiche, [...connues]) });
      const inconnue = inconnues.get(fiche);
      if (inconnue === undefined) continue;
      yield connues.size > 0
        ? { document, at: ["fiche"], message: `Aucune fiche du dossier ne porte l'identifiant « ${fiche} ».`, ...inconnue }
        : {
            document,
            at: ["fiche"],
            severity: "warning",
            message: `La fiche « ${fiche} » n'est pas parmi les fichiers vérifiés : ce qui dépend d'elle n'a pas été contrôlé.`,
            ...inconnue,
          };
    }
  },
});

/** A fiche that is there but has faults of its own: they are told, and the parcours is right to name it. */
function isUnreadable(fiche: string, { faulty }: Dossier): boolean {
  return faulty.some(({ bytes }) => bytes.includes("cpro/fiche-projet/") && bytes.includes(fiche));
}

function hintFor(fiche: string, connues: readonly string[]): string {
  if (connues.length === 0) return "Vérifiez le parcours avec le dossier de sa fiche.";
  const meant = nearest(fiche, connues);
  return meant === undefined ? `Le dossier contient : ${connues.slice(0, 5).join(", ")}.` : `Vouliez-vous dire « ${meant} » ?`;
}
