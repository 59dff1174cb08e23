import { defineRule } from "../../rule.ts";

const unites = {
  tuteur_formation: { cle: "heures", nom: "de formation du tuteur", quoi: "le nombre d'heures suivies" },
  tuteur_exercice: { cle: "mois", nom: "d'exercice du tutorat", quoi: "le nombre de mois" },
} as const;

export default defineRule({
  id: "depense-composante",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary:
    "Une dépense relève de l'une des six composantes ; la formation du tuteur dit ses heures et l'exercice du tutorat ses mois, dont leur plafond dépend.",
  references: ["decret-2023-408-art-2-i", "ct-d6332-92", "ct-d6332-93"],
  *check({ financement }) {
    for (const [index, depense] of financement.depenses.entries()) {
      const { composante } = depense;
      if (composante !== "tuteur_formation" && composante !== "tuteur_exercice") continue;
      const { cle, nom, quoi } = unites[composante];
      if (depense[cle] !== undefined) continue;
      yield {
        at: ["financement", "depenses", index, cle],
        message: `La dépense ${nom} n'indique pas ${quoi} (« ${cle} ») : son plafond en dépend.`,
        hint: `Ajoutez « ${cle}: » à cette dépense.`,
      };
    }
  },
});
