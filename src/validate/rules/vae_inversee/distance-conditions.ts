import { count, list } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

const conditions = [
  ["assistance", "l'assistance technique et pédagogique"],
  ["information", "l'information sur les activités et leur durée"],
  ["evaluations", "les évaluations"],
] as const;

export default defineRule({
  id: "distance-conditions",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary:
    "Des heures à distance supposent une assistance technique et pédagogique, l'information du bénéficiaire sur les activités et leur durée, et des évaluations qui jalonnent la formation.",
  references: ["ct-d6313-3-1", "cahier-des-charges-2-4"],
  *check({ modalites }) {
    const { distance_heures = 0 } = modalites.enseignements;
    if (distance_heures === 0) return;
    const manquantes = conditions.filter(([cle]) => modalites.distance?.[cle] !== true);
    const [premiere] = manquantes;
    if (premiere === undefined) return;
    yield {
      at: ["modalites", "distance", premiere[0]],
      message: `${count(distance_heures, "heure est", "heures sont")} à distance : il manque ${list(
        manquantes.map(([, nom]) => nom),
        "et",
      )}.`,
      hint: `Une fois la condition remplie, indiquez ${list(
        manquantes.map(([cle]) => `« ${cle}: true »`),
        "et",
      )} dans « modalites.distance ».`,
    };
  },
});
