import { factureManque } from "../../../dossier/faits.ts";
import { formatEuros, toCents } from "../../../words/money.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "depense-facture",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary:
    "Une dépense sous plafond est justifiée par sa facture ; l'exercice du tutorat, qui est du temps de salarié, n'en a pas, et une dépense à venir pas encore.",
  references: ["faq-ministere"],
  *check({ financement }, { date }) {
    for (const [index, depense] of financement.depenses.entries()) {
      if (!factureManque(depense, date)) continue;
      yield {
        at: ["financement", "depenses", index, "montant"],
        message: `La dépense de ${formatEuros(toCents(depense.montant))} n'est justifiée par aucune facture.`,
        hint: "Ajoutez « facture: » avec sa référence : l'opérateur de compétences la demandera.",
      };
    }
  },
});
