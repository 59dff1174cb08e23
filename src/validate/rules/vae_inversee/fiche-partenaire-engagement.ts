import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-partenaire-engagement",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "info",
  summary: "Un partenariat encore en cours de discussion gagne à être confirmé par une lettre ou une convention.",
  references: ["cahier-des-charges-1-2"],
  *check({ partenariats = [] }) {
    for (const [index, { denomination, engagement }] of partenariats.entries()) {
      if (engagement !== "en_cours") continue;
      yield {
        at: ["partenariats", index, "engagement"],
        message: `L'engagement de « ${denomination} » est encore en cours.`,
        hint: "Joignez dès que possible une lettre ou une convention : la qualité des partenariats est un critère de l'avis.",
      };
    }
  },
});
