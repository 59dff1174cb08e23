import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-fenetre",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  eligibility: true,
  summary: `Le contrat est conclu pendant l'expérimentation, du ${formatDay(firstValue("experimentation-debut"))} au ${formatDay(firstValue("experimentation-fin"))}.`,
  references: ["decret-2023-408-art-5"],
  *check(parcours) {
    const { conclu_le } = parcours.contrat;
    const at = ["contrat", "conclu_le"];
    const ouverture = firstValue("experimentation-debut");
    const fermeture = valueAt("experimentation-fin", dateDuDroit(parcours)).value;
    if (conclu_le < ouverture) {
      yield {
        at,
        message: `Le contrat est conclu le ${formatDay(conclu_le)}, avant l'ouverture de l'expérimentation (${formatDay(ouverture)}).`,
        hint: "Un contrat conclu avant cette date relève du contrat de professionnalisation ordinaire.",
      };
    } else if (conclu_le > fermeture) {
      yield {
        at,
        message: `Le contrat est conclu le ${formatDay(conclu_le)}, après la fin de l'expérimentation (${formatDay(fermeture)}).`,
        hint: `Un contrat conclu après cette date relève du contrat de professionnalisation ordinaire ; ceux de la VAE inversée déjà conclus vont jusqu'à leur terme (${valueAt("duree-maximale", dateDuDroit(parcours)).value} mois au plus).`,
      };
    }
  },
});
