import { dateDuDroit, dernierJour } from "../../../dossier/faits.ts";
import type { Path } from "../../../dossier/place.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { type Day, formatDay, isBeyondMonths } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

const evaluations = ["phases", "evaluation", "evaluations"];

export default defineRule({
  id: "phase-evaluations-regulieres",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: `L'accompagnateur évalue la progression pendant tout le contrat : jamais plus de ${firstValue("delai-evaluations")} mois sans évaluation de sa part. Le cahier des charges dit « régulièrement » ; ce seuil en est une lecture.`,
  references: ["cahier-des-charges-2-5"],
  *check(parcours, { date }) {
    const { debut } = parcours.contrat;
    const dernier = dernierJour(parcours);
    const terme = dernier < date ? dernier : date;
    const { value: delai } = valueAt("delai-evaluations", dateDuDroit(parcours));
    if (!isBeyondMonths(debut, delai, terme)) return;
    const jalons: { le: Day; at: Path }[] = (parcours.phases.evaluation?.evaluations ?? [])
      .map(({ le, par }, index) => ({ le, par, at: [...evaluations, index, "le"] }))
      .filter(({ le, par }) => par === "accompagnateur" && le > debut && le < terme)
      .sort((a, b) => (a.le < b.le ? -1 : 1));
    jalons.push({ le: terme, at: evaluations });
    let depuis = debut;
    for (const { le, at } of jalons) {
      if (isBeyondMonths(depuis, delai, le)) {
        yield {
          at,
          message: `L'accompagnateur n'a pas évalué la progression entre le ${formatDay(depuis)} et le ${formatDay(le)} : plus de ${delai} mois du contrat se sont écoulés.`,
          hint: "Indiquez les évaluations qui ont eu lieu (« par: accompagnateur »), ou prévoyez-en une sans attendre.",
        };
      }
      depuis = le;
    }
  },
});
