import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "phase-diagnostic",
  famille: "vae_inversee",
  scope: "parcours",
  severity: "warning",
  summary:
    "Un diagnostic des besoins du candidat et de l'entreprise est fait avant que l'accompagnement s'achève, ou que le contrat soit conclu si la fin de l'accompagnement n'est pas indiquée.",
  references: ["cahier-des-charges-2-1"],
  *check({ phases, contrat }, { date }) {
    const terme = phases.accompagnement?.fin ?? contrat?.conclu_le;
    if (terme === undefined) return;
    const diagnostic = phases.information?.diagnostic_le;
    if (diagnostic === undefined ? terme > date : diagnostic <= terme) return;
    const fin = phases.accompagnement?.fin === undefined ? "la conclusion du contrat" : "la fin de l'accompagnement";
    yield {
      at: ["phases", "information", "diagnostic_le"],
      message:
        diagnostic === undefined
          ? `Aucun diagnostic n'est indiqué avant ${fin} (${formatDay(terme)}).`
          : `Le diagnostic est daté du ${formatDay(diagnostic)}, après ${fin} (${formatDay(terme)}).`,
      hint: "Le porteur réalise ou fait réaliser ce diagnostic dès la phase d'information : indiquez sa date.",
    };
  },
});
