import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

export default defineRule({
  id: "contrat-document-annexe",
  famille: "contrat_pro",
  scope: "entree",
  severity: "error",
  summary:
    "Le document qui précise les objectifs, le programme, l'organisation, l'évaluation et la sanction de la formation est annexé au contrat.",
  references: ["ct-d6325-11", "cahier-des-charges-2-2"],
  *check({ contrat }: ParcoursDeContrat) {
    if (contrat.document_annexe) return;
    yield {
      at: ["contrat", "document_annexe"],
      message: "Le document qui décrit la formation n'est pas annexé au contrat : l'opérateur de compétences l'attend avec lui.",
      hint: "Établissez ce document (objectifs, programme, modalités d'évaluation et de sanction), annexez-le, puis indiquez « document_annexe: true ».",
    };
  },
});
