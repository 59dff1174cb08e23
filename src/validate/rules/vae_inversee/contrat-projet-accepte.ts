import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-projet-accepte",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  eligibility: true,
  summary: "Le projet a reçu l'avis favorable de la DGEFP avant le jour où le contrat débute.",
  references: ["cahier-des-charges-1-1"],
  *check(parcours, context) {
    const fiche = context.ficheOf(parcours);
    if (fiche === undefined) return;
    const { avis, avis_le } = fiche.instruction ?? {};
    const { debut } = parcours.contrat;
    if (avis !== "favorable") {
      yield {
        at: ["fiche"],
        message: `Le contrat est conclu alors que la fiche ${parcours.fiche} ${avis === undefined ? "n'a pas d'avis favorable" : "a reçu un avis défavorable"}.`,
        hint: "Un contrat ne peut débuter qu'après l'avis favorable de la DGEFP : saisissez-le dans la fiche s'il a été rendu.",
      };
    } else if (avis_le !== undefined && avis_le >= debut) {
      yield {
        at: ["contrat", "debut"],
        message: `Le contrat débute le ${formatDay(debut)} : l'avis favorable sur la fiche ${parcours.fiche} n'a été rendu que le ${formatDay(avis_le)}, il devait l'être avant ce jour.`,
        hint: "Le porteur s'assure de l'acceptation du projet avant toute mise en œuvre : vérifiez les deux dates.",
      };
    }
  },
});
