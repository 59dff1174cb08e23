import { defineRule } from "../../rule.ts";

const zones = { nationale: "nationale", regionale: "régionale", departementale: "départementale", locale: "locale" };

export default defineRule({
  id: "fiche-besoin-niveau",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "warning",
  summary: "Le besoin de recrutement s'apprécie au niveau national pour une zone nationale, au niveau local pour toute autre zone.",
  references: ["cahier-des-charges-1-2"],
  *check({ zone, besoin_recrutement }) {
    const appreciation = besoin_recrutement?.appreciation;
    if (zone === undefined || appreciation === undefined) return;
    const attendue = zone.niveau === "nationale" ? "national" : "local";
    if (appreciation === attendue) return;
    yield {
      at: ["besoin_recrutement", "appreciation"],
      message: `Le besoin est apprécié au niveau ${appreciation} alors que la zone est ${zones[zone.niveau]} : on attend une appréciation au niveau ${attendue}.`,
      hint: `Étayez le besoin par des données de niveau ${attendue}, ou corrigez la zone du projet.`,
    };
  },
});
