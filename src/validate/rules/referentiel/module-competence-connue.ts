import { list } from "../../../words/french.ts";
import { nearest } from "../../../words/suggest.ts";
import { type AvecReferentiel, competencesDe, modulesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

export default defineRule<"parcours", AvecReferentiel>({
  id: "module-competence-connue",
  famille: "referentiel",
  scope: "parcours",
  severity: "error",
  summary: "Un module, ou une dispense, ne nomme que des compétences du référentiel.",
  references: ["atlas-action-2"],
  *check(parcours) {
    const connues = competencesDe(parcours);
    if (connues === undefined) return;
    const nommees = [
      ...modulesDe(parcours).flatMap(({ competences }, rang) =>
        competences.map((nom, i) => ({ nom, at: ["parcours_formation", "modules", rang, "competences", i] })),
      ),
      ...(parcours.parcours_formation?.dispenses ?? []).map(({ competence: nom }, rang) => ({
        nom,
        at: ["parcours_formation", "dispenses", rang, "competence"],
      })),
    ];
    for (const { nom, at } of nommees) {
      if (connues.has(nom)) continue;
      const proche = nearest(nom, [...connues.keys()]);
      yield {
        at,
        message: `La compétence « ${nom} » n'est pas de celles du référentiel.`,
        hint: proche === undefined ? `On attend ${list([...connues.keys()], "ou")}.` : `Vouliez-vous dire « ${proche} » ?`,
      };
    }
  },
});
