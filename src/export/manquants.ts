import { UserError } from "../errors.ts";

/** A list of fiches, one identifiant a line; what follows a « # » is a remark. */
export function lireAttendus(fichier: string, texte: string): string[] {
  const attendus = texte
    .split(/\r?\n/)
    .map((ligne) => ligne.replace(/#.*$/, "").trim())
    .filter((identifiant) => identifiant !== "");
  if (attendus.length > 0) return [...new Set(attendus)];
  throw new UserError(
    `${fichier} ne contient aucune fiche attendue.`,
    "Écrivez l'identifiant d'une fiche projet par ligne ; ce qui suit « # » est une remarque.",
  );
}
