import { dateDuDroit, dernierJour } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { addMonths, formatDay, isBeyondMonths } from "../../../words/dates.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

export default defineRule({
  id: "phase-adequation",
  famille: "contrat_pro",
  scope: "entree",
  severity: "warning",
  summary: `L'employeur examine avec le salarié, dans les ${firstValue("delai-adequation")} mois qui suivent le début du contrat, l'adéquation du programme à ses acquis ; un contrat rompu avant n'y est pas tenu.`,
  references: ["ct-d6325-13"],
  *check(parcours: ParcoursDeContrat, { date }) {
    const { debut } = parcours.contrat;
    const adequation = parcours.phases?.mise_en_oeuvre?.adequation_le;
    const { value: delai } = valueAt("delai-adequation", dateDuDroit(parcours));
    if (!isBeyondMonths(debut, delai, adequation ?? date)) return;
    const limite = addMonths(debut, delai);
    if (adequation === undefined && dernierJour(parcours) <= limite) return;
    yield {
      at: ["phases", "mise_en_oeuvre", "adequation_le"],
      message:
        adequation === undefined
          ? `L'adéquation du programme devait être examinée le ${formatDay(limite)} au plus tard : aucun examen n'est indiqué.`
          : `L'adéquation du programme est examinée le ${formatDay(adequation)}, après le ${formatDay(limite)} (début du contrat et ${delai} mois).`,
      hint: adequation === undefined ? "Organisez cet examen, puis indiquez « adequation_le: »." : "Vérifiez la date de cet examen.",
    };
  },
});
