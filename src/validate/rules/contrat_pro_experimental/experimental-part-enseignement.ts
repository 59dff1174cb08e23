import { firstValue } from "../../../legal/index.ts";
import { formatNumber } from "../../../words/french.ts";
import type { ParcoursExperimental } from "../../experimental.ts";
import { heuresDuParcours } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

const [MINIMUM, MAXIMUM] = [firstValue("part-enseignement-minimum"), firstValue("part-enseignement-maximum")];

export default defineRule<"entree", ParcoursExperimental>({
  id: "experimental-part-enseignement",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "warning",
  summary: `L'enseignement fait de ${MINIMUM} à ${MAXIMUM} % de la durée de l'action.`,
  references: ["ct-l6325-13"],
  *check(parcours) {
    const activite = parcours.parcours_formation?.activite_heures;
    if (activite === undefined) return;
    const heures = heuresDuParcours(parcours);
    const part = (100 * heures) / (heures + activite);
    if (part >= MINIMUM && part <= MAXIMUM) return;
    yield {
      at: ["parcours_formation", "activite_heures"],
      message: `L'enseignement fait ${formatNumber(Math.round(part * 10) / 10)} % de l'action (${formatNumber(heures)} heures sur ${formatNumber(heures + activite)}) : on attend de ${MINIMUM} à ${MAXIMUM} %.`,
    };
  },
});
