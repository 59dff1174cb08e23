import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "phase-ecarts",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: "Les écarts entre les compétences requises et celles du candidat sont identifiés avant la signature du contrat.",
  references: ["cahier-des-charges-2-2"],
  *check({ phases, contrat }) {
    if ((phases.accompagnement?.ecarts ?? []).length > 0) return;
    yield {
      at: ["phases", "accompagnement", "ecarts"],
      message: `Le contrat est conclu le ${formatDay(contrat.conclu_le)} sans qu'aucun écart de compétences soit identifié.`,
      hint: "Ajoutez « ecarts: » avec les compétences qui restent à acquérir : le parcours proposé s'appuie sur eux.",
    };
  },
});
