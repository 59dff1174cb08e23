import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { ageOn, formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "beneficiaire-age-minimum",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  eligibility: true,
  summary: `Le bénéficiaire a ${firstValue("age-minimum")} ans révolus le jour où le contrat est conclu.`,
  references: ["decret-2023-408-art-1-ii-1"],
  *check(parcours) {
    const { date_naissance } = parcours.beneficiaire;
    const { conclu_le } = parcours.contrat;
    if (date_naissance >= conclu_le) return;
    const age = ageOn(date_naissance, conclu_le);
    const { value: minimum } = valueAt("age-minimum", dateDuDroit(parcours));
    if (age >= minimum) return;
    yield {
      at: ["beneficiaire", "date_naissance"],
      message: `Le bénéficiaire, né le ${formatDay(date_naissance)}, a ${age} ans à la conclusion du contrat (${formatDay(conclu_le)}) : ${minimum} ans révolus sont exigés.`,
      hint: "Vérifiez la date de naissance ; sinon, le contrat ne peut être conclu qu'après cet anniversaire.",
    };
  },
});
