import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "phase-recevabilite-apres-conclusion",
  famille: "vae_inversee",
  scope: "parcours",
  severity: "error",
  summary: "Le dossier de recevabilité est déposé à partir de la conclusion du contrat, pendant le contrat ou à son issue.",
  references: ["cahier-des-charges-2-3"],
  *check({ phases, contrat }) {
    const depot = phases.recevabilite?.depot_le;
    if (depot === undefined || (contrat !== undefined && depot >= contrat.conclu_le)) return;
    yield {
      at: ["phases", "recevabilite", "depot_le"],
      message: `Le dossier de recevabilité est déposé le ${formatDay(depot)}, ${contrat === undefined ? "alors qu'aucun contrat n'est conclu" : `avant la conclusion du contrat (${formatDay(contrat.conclu_le)})`}.`,
      hint: "Le candidat dépose ce dossier dès la conclusion du contrat : vérifiez les dates.",
    };
  },
});
