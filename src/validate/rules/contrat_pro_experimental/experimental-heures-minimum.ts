import { firstValue } from "../../../legal/index.ts";
import { formatNumber } from "../../../words/french.ts";
import type { ParcoursExperimental } from "../../experimental.ts";
import { heuresDuParcours } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

const MINIMUM = firstValue("heures-enseignement-minimum");

export default defineRule<"entree", ParcoursExperimental>({
  id: "experimental-heures-minimum",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "error",
  summary: `Le parcours compte au moins ${MINIMUM} heures d'enseignement, évaluations comprises.`,
  references: ["atlas-experimental", "ct-l6325-13"],
  *check(parcours) {
    if (parcours.parcours_formation === undefined) return;
    const heures = heuresDuParcours(parcours);
    if (heures >= MINIMUM) return;
    yield {
      at: ["parcours_formation"],
      message: `Les modules et leurs évaluations font ${formatNumber(heures)} heures : il en faut au moins ${MINIMUM}.`,
      hint: "Complétez les modules, ou leurs heures.",
    };
  },
});
