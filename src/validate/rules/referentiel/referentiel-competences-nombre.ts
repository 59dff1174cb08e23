import { firstValue } from "../../../legal/index.ts";
import { count } from "../../../words/french.ts";
import type { AvecReferentiel } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

const MAXIMUM = firstValue("referentiel-competences-maximum");

export default defineRule<"parcours", AvecReferentiel>({
  id: "referentiel-competences-nombre",
  famille: "referentiel",
  scope: "parcours",
  severity: "error",
  summary: `Un référentiel métier compte ${MAXIMUM} compétences au plus.`,
  references: ["atlas-action-1"],
  *check({ referentiel_metier: referentiel }) {
    const nombre = referentiel?.competences.length ?? 0;
    if (nombre <= MAXIMUM) return;
    yield {
      at: ["referentiel_metier", "competences", MAXIMUM],
      message: `Le référentiel compte ${count(nombre, "compétence")} : ${MAXIMUM} au plus sont admises.`,
      hint: "Réunissez celles qui se tiennent, ou ne gardez que celles que le métier demande.",
    };
  },
});
