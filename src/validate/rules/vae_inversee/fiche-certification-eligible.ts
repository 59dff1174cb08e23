import { checkEligible } from "../../certification.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-certification-eligible",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary:
    "Le projet vise des certifications du RNCP, des blocs de celles-ci, des CQP ou CQPI, ou des qualifications d'une convention collective désignées par leur IDCC et leur position ; jamais le répertoire spécifique.",
  references: ["decret-2023-408-art-1-ii-3"],
  *check({ certifications = [] }) {
    for (const [index, certification] of certifications.entries()) {
      const at = ["certifications", index];
      yield* checkEligible(at, certification);
      const { nature, idcc, position } = certification;
      if (nature !== "qualification_ccn" || (idcc !== undefined && position !== undefined)) continue;
      yield {
        at: [...at, idcc === undefined ? "idcc" : "position"],
        message: `La qualification de convention collective n'est pas désignée : il manque ${idcc === undefined ? "l'IDCC de la convention" : "sa position dans la classification"}.`,
        hint: "Ajoutez « idcc: » et « position: » tels qu'ils figurent dans la convention collective.",
      };
    }
  },
});
