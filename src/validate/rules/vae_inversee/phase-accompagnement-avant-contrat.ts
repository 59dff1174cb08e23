import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "phase-accompagnement-avant-contrat",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary: "L'accompagnement commence avant le jour où le contrat est conclu.",
  references: ["cahier-des-charges-2-2"],
  *check({ phases, contrat: { conclu_le } }) {
    const debut = phases.accompagnement?.debut;
    if (debut === undefined || debut < conclu_le) return;
    yield {
      at: ["phases", "accompagnement", "debut"],
      message: `L'accompagnement commence le ${formatDay(debut)}, alors que le contrat est conclu le ${formatDay(conclu_le)} : il doit commencer avant ce jour.`,
      hint: "Le contrat se signe à l'issue de l'accompagnement préalable : vérifiez les deux dates.",
    };
  },
});
