import { isKnownAt, valueAt } from "../../../legal/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";
import { type AvecSeances, seancesTenues } from "../../seances.ts";

export default defineRule<"parcours", AvecSeances>({
  id: "afest-seance-duree",
  famille: "afest",
  scope: "parcours",
  severity: "warning",
  summary: "Une mise en situation de travail dure quatre heures.",
  references: ["panorama-afest-mise-en-oeuvre"],
  *check(parcours, { date }) {
    for (const { seance, rang } of seancesTenues(parcours, "mise_en_situation", date)) {
      if (!isKnownAt("afest-seance-heures", seance.le)) continue;
      const attendues = valueAt("afest-seance-heures", seance.le).value;
      if (seance.heures === attendues) continue;
      yield {
        at: ["seances", rang, "heures"],
        message: `La mise en situation du ${formatDay(seance.le)} dure ${formatNumber(seance.heures)} h : on en attend ${formatNumber(attendues)}.`,
      };
    }
  },
});
