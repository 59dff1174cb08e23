import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "fiche-organisme-qualiopi",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "warning",
  summary: "Un organisme de formation financé par un opérateur de compétences est certifié Qualiopi.",
  references: ["ct-l6316-1"],
  *check({ modalites }) {
    for (const [index, { denomination, qualiopi }] of (modalites?.enseignements?.organismes ?? []).entries()) {
      if (qualiopi === true) continue;
      yield {
        at: ["modalites", "enseignements", "organismes", index, "qualiopi"],
        message:
          qualiopi === false
            ? `L'organisme « ${denomination} » n'est pas certifié Qualiopi : l'opérateur de compétences ne pourra pas le financer.`
            : `La fiche ne dit pas si l'organisme « ${denomination} » est certifié Qualiopi.`,
        hint:
          qualiopi === false
            ? "Choisissez un organisme certifié, ou attendez sa certification."
            : "Ajoutez « qualiopi: true » après l'avoir vérifié sur la liste publique des organismes de formation.",
      };
    }
  },
});
