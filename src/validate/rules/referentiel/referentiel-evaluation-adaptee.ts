import { list } from "../../../words/french.ts";
import { type AvecReferentiel, competencesDe, modulesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

/** How each part of a compétence is evaluated. */
const adaptees: Readonly<Record<string, readonly string[]>> = {
  connaissance: ["qcm", "expose", "rapport"],
  capacite: ["mise_en_situation", "etude_de_cas"],
  attitude: ["mise_en_situation", "jeu_de_role"],
};

const dites: Readonly<Record<string, string>> = {
  qcm: "un questionnaire",
  expose: "un exposé",
  rapport: "un rapport",
  mise_en_situation: "une mise en situation",
  etude_de_cas: "une étude de cas",
  jeu_de_role: "un jeu de rôle",
};

export default defineRule<"parcours", AvecReferentiel>({
  id: "referentiel-evaluation-adaptee",
  famille: "referentiel",
  scope: "parcours",
  severity: "info",
  summary: "Une séquence évalue selon ce que ses compétences mobilisent : connaissances, capacités ou attitudes.",
  references: ["atlas-action-7"],
  *check(parcours) {
    const connues = competencesDe(parcours);
    for (const [rang, { competences, sequences = [] }] of modulesDe(parcours).entries()) {
      const attendues = competences.flatMap((id) => adaptees[connues?.get(id)?.composante ?? ""] ?? []);
      if (attendues.length === 0) continue;
      for (const [i, { evaluation_methode: methode }] of sequences.entries()) {
        // Another method may suit: nobody can tell.
        if (methode === undefined || methode === "autre" || attendues.includes(methode)) continue;
        yield {
          at: ["parcours_formation", "modules", rang, "sequences", i, "evaluation_methode"],
          message: `Cette séquence s'évalue par ${dites[methode] ?? methode}, quand ses compétences en demandent une autre.`,
          hint: `On attend ${list(
            [...new Set(attendues)].map((une) => dites[une] ?? une),
            "ou",
          )}.`,
        };
      }
    }
  },
});
