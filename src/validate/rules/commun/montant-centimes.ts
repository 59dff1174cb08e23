import { type MontantImprecis, montantsDeLaFiche, montantsDuParcours } from "../../../dossier/montants.ts";
import { defineRule, type Finding } from "../../rule.ts";

export default defineRule({
  id: "montant-centimes",
  famille: "commun",
  scope: "dossier",
  severity: "error",
  summary: "Un montant s'écrit en euros, avec deux décimales au plus ; « cpro funding » laisse de côté un fichier qui en a davantage.",
  references: ["cahier-des-charges-3"],
  *check({ fiches, parcours }) {
    for (const document of fiches) for (const montant of montantsDeLaFiche(document.data)) yield { document, ...faute(montant) };
    for (const document of parcours) for (const montant of montantsDuParcours(document.data)) yield { document, ...faute(montant) };
  },
});

function faute({ at, montant }: MontantImprecis): Finding {
  return {
    at,
    message: `Le montant ${String(montant).replace(".", ",")} a plus de deux décimales : un montant s'écrit en euros et centimes.`,
    hint: `Arrondissez-le, par exemple à ${montant.toFixed(2).replace(".", ",")}${" "}€ (écrit ${montant.toFixed(2)}).`,
  };
}
