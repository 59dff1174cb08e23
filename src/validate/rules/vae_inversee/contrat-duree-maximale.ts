import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { addMonths, calendarMonths, formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-duree-maximale",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  eligibility: true,
  summary: `L'action de professionnalisation dure ${firstValue("duree-maximale")} mois au plus, du premier au dernier jour ; aucune durée minimale n'est exigée.`,
  references: ["decret-2023-408-art-1-ii-2", "cahier-des-charges-2-4"],
  *check(parcours) {
    const { debut, fin } = parcours.contrat;
    const { value: limite } = valueAt("duree-maximale", dateDuDroit(parcours));
    if (calendarMonths(debut, fin) < limite) return;
    const terme = addMonths(debut, limite);
    // The day of the term itself is one too many, unless a shorter month brought the term forward.
    if (fin < terme || (fin === terme && terme.slice(8) !== debut.slice(8))) return;
    yield {
      at: ["contrat", "fin"],
      message: `L'action de professionnalisation dure du ${formatDay(debut)} au ${formatDay(fin)}, plus que les ${limite} mois admis : elle doit finir ${terme.slice(8) === debut.slice(8) ? "avant" : "au plus tard"} le ${formatDay(terme)}.`,
      hint: "Avancez la fin de l'action, ou visez une certification par blocs pour un parcours plus court.",
    };
  },
});
