import { jourNomme } from "../../../dispositif/droit.ts";
import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "experimental-fenetre",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "error",
  summary: "Le contrat expérimental est conclu pendant que son opérateur de compétences en propose.",
  references: ["atlas-experimental"],
  *check({ contrat }, { dispositif }) {
    if (dispositif.en_vigueur === undefined) return;
    const { du, au = du } = dispositif.en_vigueur;
    const [premier, dernier] = [jourNomme(dispositif, du), jourNomme(dispositif, au)];
    if (contrat.conclu_le >= premier && contrat.conclu_le <= dernier) return;
    yield {
      at: ["contrat", "conclu_le"],
      message: `Le contrat est conclu le ${formatDay(contrat.conclu_le)} : l'expérimentation va du ${formatDay(premier)} au ${formatDay(dernier)}.`,
      hint: "Corrigez la date, ou le dispositif.",
    };
  },
});
