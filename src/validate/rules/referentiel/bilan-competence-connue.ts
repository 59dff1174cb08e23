import { type AvecReferentiel, competencesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

export default defineRule<"parcours", AvecReferentiel>({
  id: "bilan-competence-connue",
  famille: "referentiel",
  scope: "parcours",
  severity: "error",
  summary: "Un bilan, ou le positionnement, ne note que des compétences du référentiel.",
  references: ["atlas-action-7"],
  *check(parcours) {
    const connues = competencesDe(parcours);
    if (connues === undefined) return;
    const notees = [
      ...(parcours.positionnement?.niveaux ?? []).map(({ competence }, i) => ({ competence, at: ["positionnement", "niveaux", i] })),
      ...(parcours.bilans ?? []).flatMap(({ niveaux = [] }, rang) =>
        niveaux.map(({ competence }, i) => ({ competence, at: ["bilans", rang, "niveaux", i] })),
      ),
    ];
    for (const { competence, at } of notees) {
      if (connues.has(competence)) continue;
      yield {
        at: [...at, "competence"],
        message: `La compétence « ${competence} » n'est pas de celles du référentiel.`,
        hint: "Corrigez son identifiant, ou ajoutez-la au référentiel.",
      };
    }
  },
});
