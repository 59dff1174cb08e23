import { fichesById } from "../../../dossier/load.ts";
import { formatNumber, ordinal } from "../../../words/french.ts";
import { contratsFinances } from "../../contrats.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "dossier-plafond-parcours",
  famille: "vae_inversee",
  scope: "dossier",
  severity: "error",
  eligibility: true,
  summary:
    "Les contrats conclus sous une fiche ne dépassent pas le nombre de parcours accordés ; ils prennent rang par date de conclusion, puis par identifiant. Un contrat que l'opérateur de compétences a refusé ne compte pas.",
  references: ["faq-ministere", "cahier-des-charges-1-1"],
  *check(dossier) {
    const fiches = fichesById(dossier);
    const rangs = new Map<string, number>();
    for (const { document, parcours } of contratsFinances(dossier)) {
      const { avis, parcours_accordes: accordes } = fiches.get(parcours.fiche)?.instruction ?? {};
      if (avis !== "favorable" || accordes === undefined) continue;
      const rang = (rangs.get(parcours.fiche) ?? 0) + 1;
      rangs.set(parcours.fiche, rang);
      if (rang <= accordes) continue;
      yield {
        document,
        at: ["fiche"],
        message: `Ce contrat est le ${ordinal(rang)} du projet ${parcours.fiche}, accordé pour ${formatNumber(accordes)} parcours.`,
        hint: "Au-delà du nombre accordé, le porteur dépose un nouveau projet auprès de la DGEFP.",
      };
    }
  },
});
