import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { completer, type Ebauche } from "./modele.ts";
import type { Lecture, Parcours } from "./types.ts";

/** What a case reckoned by hand says of the result; only the keys given are compared. */
interface Attendu {
  parcours: Record<string, object>;
  totaux?: object;
}

export interface Cas {
  nom: string;
  date: string;
  /** A refusal of the case has no day: the schema may not allow it. */
  sansJour: boolean;
  parcours: Parcours[];
  attendu: Record<Lecture, Attendu>;
}

interface Ecrit {
  id: string;
  date: string;
  sans_jour?: boolean;
  parcours: Ebauche[];
  attendu: Attendu;
  foire_aux_questions?: Attendu;
}

function lire(fichier: string): Cas[] {
  const ecrits: Ecrit[] = parse(readFileSync(new URL(`cas/${fichier}.yaml`, import.meta.url), "utf8"), { merge: true });
  return ecrits.map(({ id, date, sans_jour = false, parcours, attendu, foire_aux_questions = attendu }) => ({
    nom: `${fichier} : ${id}`,
    date,
    sansJour: sans_jour,
    parcours: parcours.map(completer),
    attendu: { cahier_des_charges: attendu, foire_aux_questions },
  }));
}

/** The worked cases of the rules, then variants of each. */
export const CAS: readonly Cas[] = ["a-l", "annees", "plafonds", "argent"].flatMap(lire);
