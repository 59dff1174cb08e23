import { formatEuros, toCents } from "../../money.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "depense-facture",
  document: "contrat",
  severity: "warning",
  summary:
    "Une dépense sous plafond est justifiée par sa facture ; l'exercice du tutorat, qui est du temps de salarié, n'en a pas, et une dépense à venir pas encore.",
  references: ["faq-ministere"],
  *check({ financement }, { date }) {
    for (const [index, { composante, montant, facture, date: le }] of financement.depenses.entries()) {
      const isExemptee = composante === "tuteur_exercice" || montant === 0 || (le !== undefined && le > date);
      if (facture !== undefined || isExemptee) continue;
      yield {
        at: ["financement", "depenses", index, "montant"],
        message: `La dépense de ${formatEuros(toCents(montant))} n'est justifiée par aucune facture.`,
        hint: "Ajoutez « facture: » avec sa référence : l'opérateur de compétences la demandera.",
      };
    }
  },
});
