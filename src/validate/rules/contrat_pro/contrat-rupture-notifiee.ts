import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { addDays, formatDay } from "../../../words/dates.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

export default defineRule({
  id: "contrat-rupture-notifiee",
  famille: "contrat_pro",
  scope: "entree",
  severity: "warning",
  summary: `L'employeur signale la rupture à l'administration, à l'opérateur de compétences et à l'Urssaf dans les ${firstValue("delai-rupture-notification")} jours qui la suivent.`,
  references: ["ct-d6325-5"],
  *check(parcours: ParcoursDeContrat, { date }) {
    const { le, notifiee_le } = parcours.contrat.rupture ?? {};
    if (le === undefined) return;
    const { value: delai } = valueAt("delai-rupture-notification", dateDuDroit(parcours));
    const limite = addDays(le, delai);
    if ((notifiee_le ?? date) <= limite) return;
    yield {
      at: ["contrat", "rupture", "notifiee_le"],
      message:
        notifiee_le === undefined
          ? `La rupture du ${formatDay(le)} devait être notifiée le ${formatDay(limite)} au plus tard : aucune notification n'est indiquée.`
          : `La rupture du ${formatDay(le)} est notifiée le ${formatDay(notifiee_le)}, après le ${formatDay(limite)} (${delai} jours).`,
      hint:
        notifiee_le === undefined
          ? "Notifiez la rupture sans attendre, puis indiquez « notifiee_le: »."
          : "Vérifiez la date ; le retard est à expliquer à l'opérateur de compétences.",
    };
  },
});
