import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-calendrier",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary: `Le projet commence avant de finir, et dans la période où un contrat peut être conclu, du ${formatDay(firstValue("experimentation-debut"))} au ${formatDay(firstValue("experimentation-fin"))} ; il peut finir après, le temps que les parcours s'achèvent.`,
  references: ["decret-2023-408-art-5"],
  *check({ calendrier }) {
    const { debut, fin } = calendrier ?? {};
    if (debut !== undefined && fin !== undefined && fin <= debut) {
      yield {
        at: ["calendrier", "fin"],
        message: `Le projet finit le ${formatDay(fin)}, alors qu'il commence le ${formatDay(debut)} : la fin est attendue après le début.`,
        hint: "Corrigez l'une des deux dates.",
      };
      return;
    }
    const ouverture = firstValue("experimentation-debut");
    if (debut !== undefined && debut < ouverture) {
      yield {
        at: ["calendrier", "debut"],
        message: `Le projet commence le ${formatDay(debut)}, avant l'ouverture de l'expérimentation (${formatDay(ouverture)}).`,
        hint: "Aucun contrat de l'expérimentation ne pouvait être conclu avant cette date : corrigez le début du projet.",
      };
      return;
    }
    const fermeture = debut === undefined ? undefined : valueAt("experimentation-fin", debut).value;
    if (debut !== undefined && fermeture !== undefined && debut > fermeture) {
      yield {
        at: ["calendrier", "debut"],
        message: `Le projet commence le ${formatDay(debut)}, après le dernier jour où un contrat peut être conclu (${formatDay(fermeture)}).`,
        hint: "Aucun contrat de l'expérimentation ne pourra être conclu dans ce projet.",
      };
    }
  },
});
