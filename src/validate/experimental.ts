import type { AvecReferentiel } from "./referentiel.ts";
import type { ParcoursDeContrat } from "./rule.ts";

/** A contrat de professionnalisation expérimental: its training is what its modules say. */
export type ParcoursExperimental = ParcoursDeContrat &
  AvecReferentiel & { formateurs?: readonly { identifiant: string; volontaire?: boolean; experience_annees?: number }[] };
