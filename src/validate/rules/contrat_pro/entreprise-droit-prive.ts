import { defineRule, type ParcoursCommun } from "../../rule.ts";

export default defineRule({
  id: "entreprise-droit-prive",
  famille: "contrat_pro",
  scope: "parcours",
  severity: "error",
  eligibility: true,
  summary: "L'employeur est une personne de droit privé.",
  references: ["loi-2022-1598-art-11"],
  *check({ entreprise }: ParcoursCommun) {
    if (entreprise?.droit !== "public") return;
    yield {
      at: ["entreprise", "droit"],
      message: `« ${entreprise.denomination} » est un employeur de droit public : l'expérimentation est ouverte aux seuls employeurs de droit privé.`,
      hint: "Vérifiez la forme juridique de l'entreprise ; un employeur public ne peut pas conclure ce contrat.",
    };
  },
});
