import { type AvecReferentiel, modulesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

export default defineRule<"parcours", AvecReferentiel>({
  id: "referentiel-couverture",
  famille: "referentiel",
  scope: "parcours",
  severity: "error",
  summary: "Chaque compétence du référentiel est travaillée dans un module, ou dispensée.",
  references: ["atlas-action-2"],
  *check(parcours) {
    const { referentiel_metier: referentiel, parcours_formation: formation } = parcours;
    if (formation === undefined) return;
    const couvertes = new Set([
      ...modulesDe(parcours).flatMap(({ competences }) => competences),
      ...(formation.dispenses ?? []).map(({ competence }) => competence),
    ]);
    for (const [rang, { id }] of (referentiel?.competences ?? []).entries()) {
      if (couvertes.has(id)) continue;
      yield {
        at: ["referentiel_metier", "competences", rang, "id"],
        message: `La compétence ${id} n'est travaillée dans aucun module, et n'est pas dispensée.`,
        hint: "Ajoutez-la à un module, ou dites pourquoi la personne en est dispensée (dispenses).",
      };
    }
  },
});
