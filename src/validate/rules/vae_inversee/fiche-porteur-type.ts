import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-porteur-type",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary: "Le porteur est d'un type admis ; s'il porte le projet en consortium, chaque membre y tient un rôle décrit.",
  references: ["cahier-des-charges-1-1", "faq-ministere"],
  *check({ consortium = [] }) {
    for (const [index, { denomination, role }] of consortium.entries()) {
      if (role !== undefined) continue;
      yield {
        at: ["consortium", index, "role"],
        message: `Le rôle de « ${denomination} » dans le consortium n'est pas décrit.`,
        hint: "Ajoutez à ce membre une ligne « role: » qui dit ce dont il se charge.",
      };
    }
  },
});
