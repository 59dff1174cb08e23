import { dateDuDroitFiche } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-duree-maximale",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary: `Les parcours prévus durent ${firstValue("duree-maximale")} mois au plus, et la durée minimale ne dépasse pas la maximale.`,
  references: ["decret-2023-408-art-1-ii-2", "cahier-des-charges-2-4"],
  *check(fiche, { date }) {
    const { min, max } = fiche.modalites?.duree_mois ?? {};
    const { value: limite } = valueAt("duree-maximale", dateDuDroitFiche(fiche, date));
    const longue = max ?? min;
    if (longue !== undefined && longue > limite) {
      yield {
        at: ["modalites", "duree_mois", max === undefined ? "min" : "max"],
        message: `Les parcours prévus durent jusqu'à ${formatNumber(longue)} mois : la durée maximale est de ${limite} mois.`,
        hint: `Ramenez la durée des parcours à ${limite} mois au plus.`,
      };
    } else if (min !== undefined && max !== undefined && min > max) {
      yield {
        at: ["modalites", "duree_mois", "min"],
        message: `La durée minimale (${formatNumber(min)} mois) dépasse la durée maximale (${formatNumber(max)} mois).`,
        hint: "Corrigez l'une des deux durées.",
      };
    }
  },
});
