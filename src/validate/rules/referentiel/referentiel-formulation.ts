import type { AvecReferentiel } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

/** « être capable de » or « d' », then a verb, perhaps pronominal or denied. */
const formulation =
  /^\s*[êe]tre capable d(?:e\s+|['’]\s*)(?:ne pas\s+)?(?:s['’]|se\s+|l['’]|les?\s+|la\s+|y\s+|en\s+)?\p{L}+(?:er|ir|ïr|re|oir)(?![\p{L}])/iu;

export default defineRule<"parcours", AvecReferentiel>({
  id: "referentiel-formulation",
  famille: "referentiel",
  scope: "parcours",
  severity: "warning",
  summary: "Une compétence se dit « être capable de », suivi d'un verbe d'action à l'infinitif.",
  references: ["atlas-action-1"],
  *check({ referentiel_metier: referentiel }) {
    for (const [rang, { id, libelle }] of (referentiel?.competences ?? []).entries()) {
      if (formulation.test(libelle)) continue;
      yield {
        at: ["referentiel_metier", "competences", rang, "libelle"],
        message: `La compétence ${id} n'est pas dite « être capable de », suivi d'un verbe.`,
        hint: "Écrivez par exemple « être capable de préparer son poste ».",
      };
    }
  },
});
