import { type AvecReferentiel, competencesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

export default defineRule<"parcours", AvecReferentiel>({
  id: "referentiel-dispense",
  famille: "referentiel",
  scope: "parcours",
  severity: "warning",
  summary: "Une personne n'est dispensée que d'une compétence qu'elle maîtrise déjà au niveau visé.",
  references: ["atlas-action-2", "atlas-action-7"],
  *check(parcours) {
    const niveaux = new Map((parcours.positionnement?.niveaux ?? []).map(({ competence, maitrise }) => [competence, maitrise]));
    for (const [rang, { competence }] of (parcours.parcours_formation?.dispenses ?? []).entries()) {
      const visee = competencesDe(parcours)?.get(competence)?.maitrise_visee;
      const acquise = niveaux.get(competence);
      if (visee === undefined || acquise === undefined || acquise >= visee) continue;
      yield {
        at: ["parcours_formation", "dispenses", rang, "competence"],
        message: `La personne est dispensée de ${competence}, qu'elle maîtrise au niveau ${acquise} quand le niveau ${visee} est visé.`,
        hint: "Prévoyez un module, ou corrigez l'un des deux niveaux.",
      };
    }
  },
});
