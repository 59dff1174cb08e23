import { defineRule, type ParcoursCommun } from "../../rule.ts";

const SIREN = 9;

export default defineRule<"parcours", ParcoursCommun>({
  id: "bilan-prestataire",
  famille: "bilan_competences",
  scope: "parcours",
  severity: "error",
  summary: "Un employeur ne fait pas lui-même le bilan de compétences de ses salariés.",
  references: ["ct-r6313-5"],
  *check({ prestataire, entreprise }) {
    const siren = prestataire?.siret?.slice(0, SIREN);
    if (siren === undefined || siren !== entreprise?.siret?.slice(0, SIREN)) return;
    yield {
      at: ["prestataire", "siret"],
      message: `Le prestataire et l'employeur sont la même entreprise (SIREN ${siren}).`,
      hint: "Confiez le bilan à un autre organisme, ou corrigez l'un des deux SIRET.",
    };
  },
});
