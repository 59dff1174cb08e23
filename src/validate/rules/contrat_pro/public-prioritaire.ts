import { type MotifPrioritaire, motifPrioritaire } from "../../../dossier/faits.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

/** What makes the beneficiary's priority, and the key that says so. */
const raisons: Record<MotifPrioritaire, { cle: string; texte: string }> = {
  minimum_social: { cle: "minimum_social", texte: "perçoit un minimum social" },
  ex_contrat_aide: { cle: "ex_contrat_aide", texte: "sort d'un contrat aidé" },
  inscription: { cle: "mois_inscription", texte: "est inscrit comme demandeur d'emploi depuis plus d'un an" },
  jeune_sans_diplome: { cle: "niveau_entree", texte: "a de 16 à 25 ans et aucun diplôme" },
};

export default defineRule({
  id: "public-prioritaire",
  famille: "contrat_pro",
  scope: "entree",
  severity: "info",
  summary:
    "Le bénéficiaire est d'un public prioritaire : jeune de 16 à 25 ans sans diplôme, demandeur d'emploi inscrit depuis plus d'un an, allocataire du RSA, de l'ASS ou de l'AAH, sortant de contrat aidé. Le plafond du tutorat est alors majoré de moitié.",
  references: ["ct-l6325-1-1", "ct-d6332-93"],
  *check(parcours: ParcoursDeContrat) {
    const motif = motifPrioritaire(parcours);
    if (motif === undefined) return;
    const { cle, texte } = raisons[motif];
    yield {
      at: ["beneficiaire", cle],
      message: `Le bénéficiaire ${texte} : il est d'un public prioritaire.`,
      hint: "Le plafond mensuel de l'exercice du tutorat est majoré de moitié ; « cpro funding » en tient compte.",
    };
  },
});
