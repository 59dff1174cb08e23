import { isKnownAt, valueAt } from "../../../legal/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";
import { type AvecSeances, seancesTenues } from "../../seances.ts";

export default defineRule<"parcours", AvecSeances>({
  id: "afest-apprenants",
  famille: "afest",
  scope: "parcours",
  severity: "error",
  summary: "Un encadrant suit une ou deux personnes à la fois dans une mise en situation.",
  references: ["panorama-afest-mise-en-oeuvre"],
  *check(parcours, { date }) {
    for (const { seance, rang } of seancesTenues(parcours, "mise_en_situation", date)) {
      if (seance.apprenants === undefined || !isKnownAt("afest-apprenants-maximum", seance.le)) continue;
      const admis = valueAt("afest-apprenants-maximum", seance.le).value;
      if (seance.apprenants <= admis) continue;
      yield {
        at: ["seances", rang, "apprenants"],
        message: `La mise en situation du ${formatDay(seance.le)} réunit ${formatNumber(seance.apprenants)} personnes : ${formatNumber(admis)} au plus sont admises par encadrant.`,
        hint: "Partagez la séance, ou corrigez le nombre.",
      };
    }
  },
});
