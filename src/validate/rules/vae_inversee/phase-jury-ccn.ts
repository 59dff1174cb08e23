import { dateDuDroit, dernierJour, lendemainDeLaFin } from "../../../dossier/faits.ts";
import { valueAt } from "../../../legal/index.ts";
import { addMonths, formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "phase-jury-ccn",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary: "Pour une qualification de convention collective, l'entreprise réunit le jury dans le dernier mois du contrat.",
  references: ["cahier-des-charges-2-5"],
  *check(parcours) {
    const jury = parcours.phases.evaluation?.jury?.le;
    if (jury === undefined || parcours.certification.nature !== "qualification_ccn") return;
    const { value: mois } = valueAt("delai-jury-ccn", dateDuDroit(parcours));
    const ouverture = addMonths(lendemainDeLaFin(parcours), -mois);
    const fin = dernierJour(parcours);
    if (ouverture <= jury && jury <= fin) return;
    yield {
      at: ["phases", "evaluation", "jury", "le"],
      message: `Le jury est daté du ${formatDay(jury)} : pour une qualification de convention collective, il se tient dans le dernier mois du contrat, du ${formatDay(ouverture)} au ${formatDay(fin)}.`,
      hint: "Fixez le jury dans cette période, ou corrigez les dates.",
    };
  },
});
