import { type AvecReferentiel, modulesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

export default defineRule<"parcours", AvecReferentiel>({
  id: "module-sequence",
  famille: "referentiel",
  scope: "parcours",
  severity: "error",
  summary: "Un module que l'entreprise fait elle-même, en interne ou en situation de travail, dit ses séquences.",
  references: ["atlas-action-3"],
  *check(parcours) {
    for (const [rang, { id, modalite, sequences = [] }] of modulesDe(parcours).entries()) {
      if (!["interne", "afest"].includes(modalite) || sequences.length > 0) continue;
      yield {
        at: ["parcours_formation", "modules", rang, "id"],
        message: `Le module ${id} se fait dans l'entreprise et n'a pas de séquence.`,
        hint: "Ajoutez au moins une séquence, avec son objectif.",
      };
    }
  },
});
