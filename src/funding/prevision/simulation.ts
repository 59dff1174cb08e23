import type { Funding } from "../funding.ts";
import type { FinancementParcours } from "../parcours.ts";

/** A parcours before and after a change; absent where it has no contract. */
export interface ParcoursChange {
  identifiant: string;
  avant: FinancementParcours | undefined;
  apres: FinancementParcours | undefined;
}

/** One value of a parcours that a « what if » replaces; `undefined` where there is none. */
export interface Changement {
  identifiant: string;
  chemin: string;
  avant: unknown;
  apres: unknown;
}

/** The same dossier computed twice, as it is and as it would be. */
export interface Simulation {
  changements: readonly Changement[];
  /** Only those that are changed. */
  parcours: ParcoursChange[];
  avant: Funding;
  apres: Funding;
}

export function computeSimulation(avant: Funding, apres: Funding, changements: readonly Changement[]): Simulation {
  const parIdentifiant = ({ parcours }: Funding): Map<string, FinancementParcours> =>
    new Map(parcours.map((one) => [one.identifiant, one]));
  const [before, after] = [parIdentifiant(avant), parIdentifiant(apres)];
  const identifiants = [...new Set(changements.map(({ identifiant }) => identifiant))];
  return {
    changements,
    parcours: identifiants.map((identifiant) => ({ identifiant, avant: before.get(identifiant), apres: after.get(identifiant) })),
    avant,
    apres,
  };
}
