import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "experimental-validation-avant",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "warning",
  summary: "Le dossier est envoyé à l'opérateur de compétences et validé par lui avant que le contrat commence.",
  references: ["atlas-validation"],
  *check({ contrat }) {
    const { debut, transmis_opco_le: transmis, decision_opco: decision } = contrat;
    if (transmis !== undefined && transmis > debut) {
      yield {
        at: ["contrat", "transmis_opco_le"],
        message: `Le dossier est envoyé le ${formatDay(transmis)}, après le début du contrat (${formatDay(debut)}).`,
      };
    } else if (decision !== undefined && decision.le > debut) {
      yield {
        at: ["contrat", "decision_opco", "le"],
        message: `Le contrat est validé le ${formatDay(decision.le)}, après son début (${formatDay(debut)}).`,
      };
    }
  },
});
