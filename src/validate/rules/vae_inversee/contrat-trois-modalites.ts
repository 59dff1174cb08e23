import { heuresEnseignement, type ParcoursConclu } from "../../../dossier/faits.ts";
import type { Path } from "../../../dossier/place.ts";
import { defineRule } from "../../rule.ts";

const modalites: readonly { at: Path; nom: string; heures: (parcours: ParcoursConclu) => number }[] = [
  { at: ["modalites", "enseignements"], nom: "d'enseignement", heures: heuresEnseignement },
  { at: ["modalites", "activite_heures"], nom: "d'activité en entreprise", heures: ({ modalites }) => modalites.activite_heures },
  {
    at: ["modalites", "accompagnement_vae_heures"],
    nom: "d'accompagnement à la VAE",
    heures: ({ modalites }) => modalites.accompagnement_vae_heures,
  },
];

export default defineRule({
  id: "contrat-trois-modalites",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  eligibility: true,
  summary: "Le contrat associe des enseignements, une activité en entreprise et un accompagnement à la VAE : chacun compte des heures.",
  references: ["cahier-des-charges-2-4"],
  *check(parcours) {
    for (const { at, nom, heures } of modalites) {
      if (heures(parcours) > 0) continue;
      yield {
        at,
        message: `Le contrat ne compte aucune heure ${nom} : les trois modalités d'acquisition des compétences sont exigées.`,
        hint: "Indiquez les heures prévues pour cette modalité.",
      };
    }
  },
});
