import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { addDays, formatDay } from "../../../words/dates.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

export default defineRule({
  id: "phase-transmission-opco",
  famille: "contrat_pro",
  scope: "entree",
  severity: "warning",
  summary: `L'employeur transmet le contrat à l'opérateur de compétences dans les ${firstValue("delai-opco-transmission")} jours qui suivent son début.`,
  references: ["ct-d6325-1"],
  *check(parcours: ParcoursDeContrat, { date }) {
    const { debut, transmis_opco_le } = parcours.contrat;
    const transmission = transmis_opco_le ?? date;
    if (transmission <= debut) return;
    const { value: delai } = valueAt("delai-opco-transmission", dateDuDroit(parcours));
    const limite = addDays(debut, delai);
    if (transmission <= limite) return;
    yield {
      at: ["contrat", "transmis_opco_le"],
      message:
        transmis_opco_le === undefined
          ? `Le contrat devait être transmis à l'opérateur de compétences le ${formatDay(limite)} au plus tard : aucune transmission n'est indiquée.`
          : `Le contrat est transmis à l'opérateur de compétences le ${formatDay(transmis_opco_le)}, après le ${formatDay(limite)} (début du contrat et ${delai} jours).`,
      hint:
        transmis_opco_le === undefined
          ? "Transmettez-le sans attendre, puis indiquez « transmis_opco_le: »."
          : "Vérifiez la date ; un retard peut différer la prise en charge.",
    };
  },
});
