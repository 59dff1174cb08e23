import type { ParcoursDocument } from "./entry.ts";

/** A file left aside, and the one read before that holds the same parcours. */
export interface Double {
  file: string;
  autre: string;
}

/**
 * The parcours of a dossier, each once: « EPE-001 - Copie.yaml » is neither paid nor counted again. The first file wins. Two persons who
 * were given one identifiant by mistake are two parcours all the same.
 */
export function separerDoubles(documents: readonly ParcoursDocument[]): { uniques: ParcoursDocument[]; doubles: Double[] } {
  const premiers = new Map<string, ParcoursDocument>();
  const doubles: Double[] = [];
  for (const document of documents) {
    const { fiche, identifiant, beneficiaire } = document.data;
    const key = `${fiche}\n${identifiant}\n${beneficiaire.date_naissance}\n${beneficiaire.sexe}`;
    const premier = premiers.get(key);
    if (premier === undefined) premiers.set(key, document);
    else doubles.push({ file: document.file, autre: premier.file });
  }
  return { uniques: [...premiers.values()], doubles };
}
