import { type Echeance, isEcheance } from "./etape.ts";
import type { ProgresParcours } from "./parcours.ts";
import type { Progres } from "./progres.ts";

/** A due date and whose it is: a parcours, a fiche, or the country. */
export interface Ligne {
  genre: "parcours" | "fiche" | "national";
  /** The identifiant of the parcours or of the fiche; « national ». */
  de: string;
  fiche?: string;
  parcours?: ProgresParcours;
  echeance: Echeance;
}

/** All the due dates of a result, one after the other: those of the parcours, of the fiches, of the country. */
export function echeancier({ parcours, fiches, nationales }: Progres): Ligne[] {
  return [
    ...parcours.flatMap((un) =>
      un.etapes
        .filter(isEcheance)
        .map((echeance): Ligne => ({ genre: "parcours", de: un.identifiant, ...ficheDe(un), parcours: un, echeance })),
    ),
    ...fiches.flatMap(({ identifiant, echeances }) =>
      echeances.map((echeance): Ligne => ({ genre: "fiche", de: identifiant, fiche: identifiant, echeance })),
    ),
    ...nationales.map((echeance): Ligne => ({ genre: "national", de: "national", echeance })),
  ];
}

function ficheDe({ fiche }: ProgresParcours): { fiche?: string } {
  return fiche === undefined ? {} : { fiche };
}
