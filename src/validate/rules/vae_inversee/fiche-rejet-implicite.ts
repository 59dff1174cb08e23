import { dateDuDroitFiche } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { addMonths, formatDay, isBeyondMonths } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-rejet-implicite",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "warning",
  summary: `Le silence gardé par la DGEFP pendant ${firstValue("delai-dgefp-avis")} mois après la réception de la fiche complète vaut rejet.`,
  references: ["cahier-des-charges-1-1"],
  *check(fiche, { date }) {
    const { complete_le, avis_le, avis } = fiche.instruction ?? {};
    const isRendu = avis_le === undefined ? avis !== undefined : avis_le <= date;
    if (complete_le === undefined || isRendu) return;
    const { value: delai } = valueAt("delai-dgefp-avis", dateDuDroitFiche(fiche, date));
    if (!isBeyondMonths(complete_le, delai, date)) return;
    yield {
      at: ["instruction", "complete_le"],
      message: `La fiche est complète depuis le ${formatDay(complete_le)} et aucun avis n'était rendu le ${formatDay(addMonths(complete_le, delai))} : le silence de la DGEFP vaut rejet.`,
      hint: "Saisissez l'avis s'il a été rendu ; sinon, interrogez la DGEFP ou présentez de nouveau le projet.",
    };
  },
});
