import { dateDuDroit, dernierJour } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatDay, isBeyondMonths } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "phase-evaluations-formation",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: `L'organisme de formation qui assure des heures évalue régulièrement les acquis : au moins une évaluation de sa part est attendue au bout de ${firstValue("delai-evaluations")} mois de contrat, ou à son terme. Le cahier des charges ne fixe pas de rythme ; ce seuil en est une lecture.`,
  references: ["cahier-des-charges-2-5"],
  *check(parcours, { date }) {
    const { organisme_heures = 0 } = parcours.modalites.enseignements;
    if (organisme_heures === 0) return;
    const evaluations = parcours.phases.evaluation?.evaluations ?? [];
    if (evaluations.some(({ par }) => par === "organisme_formation")) return;
    const { debut, fin, rupture } = parcours.contrat;
    const isAcheve = rupture === undefined && debut < fin && fin < date;
    const terme = dernierJour(parcours) < date ? dernierJour(parcours) : date;
    const { value: delai } = valueAt("delai-evaluations", dateDuDroit(parcours));
    if (!isAcheve && !isBeyondMonths(debut, delai, terme)) return;
    yield {
      at: ["phases", "evaluation", "evaluations"],
      message: `L'organisme de formation assure ${formatNumber(organisme_heures)} heures depuis le ${formatDay(debut)}, mais aucune évaluation de sa part n'est indiquée.`,
      hint: "Demandez-lui ses évaluations, puis ajoutez-les avec « par: organisme_formation ».",
    };
  },
});
