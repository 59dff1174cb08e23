import { motifPrioritaire } from "../../../dossier/faits.ts";
import { firstValue } from "../../../legal/index.ts";
import { addDays, addMonths, formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

const [MINIMUM, ORDINAIRE, ETENDUE, PRIORITAIRE] = [
  firstValue("experimental-duree-minimum"),
  firstValue("experimental-duree-ordinaire"),
  firstValue("experimental-duree-branche"),
  firstValue("experimental-duree-prioritaire"),
];

export default defineRule({
  id: "experimental-duree",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "error",
  summary: `L'action dure de ${MINIMUM} à ${ORDINAIRE} mois, ${ETENDUE} quand la branche l'admet, ${PRIORITAIRE} pour les publics prioritaires.`,
  references: ["ct-l6325-11", "ct-l6325-12"],
  *check(parcours) {
    const { debut, fin } = parcours.contrat;
    // The last day counts: from 1 September to 28 February is six months.
    const apres = addDays(fin, 1);
    const at = ["contrat", "fin"];
    const laquelle = `du ${formatDay(debut)} au ${formatDay(fin)}`;
    if (apres < addMonths(debut, MINIMUM)) {
      yield { at, message: `L'action va ${laquelle} : elle dure au moins ${MINIMUM} mois.`, hint: "Corrigez les dates du contrat." };
      return;
    }
    const maximum = motifPrioritaire(parcours) === undefined ? ETENDUE : PRIORITAIRE;
    if (apres > addMonths(debut, maximum)) {
      yield { at, message: `L'action va ${laquelle} : elle dure ${maximum} mois au plus.`, hint: "Corrigez les dates du contrat." };
    } else if (apres > addMonths(debut, ORDINAIRE)) {
      yield {
        at,
        severity: "warning",
        message: `L'action va ${laquelle}, plus de ${ORDINAIRE} mois : un accord de branche, ou le public, doit l'admettre.`,
      };
    }
  },
});
