import { isKnownAt, valueAt } from "../../../legal/index.ts";
import { addDays, formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";
import { type AvecSeances, seancesTenues } from "../../seances.ts";

const DELAI = "delai-seance-reflexive";

export default defineRule<"parcours", AvecSeances>({
  id: "seance-reflexive",
  famille: "afest",
  scope: "parcours",
  severity: "warning",
  summary:
    "Une mise en situation est suivie d'un échange réflexif, distinct du travail ; les trente jours sont notre lecture, aucun texte ne dit de délai.",
  references: ["ct-d6313-3-2", "lecture-cpro"],
  *check(parcours, { date }) {
    const reflexives = seancesTenues(parcours, "reflexive", date);
    for (const { seance, rang } of seancesTenues(parcours, "mise_en_situation", date)) {
      if (!isKnownAt(DELAI, seance.le)) continue;
      const terme = addDays(seance.le, valueAt(DELAI, seance.le).value);
      const isSuivie = reflexives.some(({ seance: { le } }) => le >= seance.le && le <= terme);
      // Until the delay has passed, the exchange may yet come.
      if (isSuivie || date <= terme) continue;
      yield {
        at: ["seances", rang, "le"],
        message: `La mise en situation du ${formatDay(seance.le)} n'est suivie d'aucun échange réflexif avant le ${formatDay(terme)}.`,
        hint: "Ajoutez la séance réflexive, si elle a eu lieu : sans elle, ce n'est pas une AFEST.",
      };
    }
  },
});
