import { dateDuDroit, dernierJour, type ParcoursConclu } from "../../../dossier/faits.ts";
import { isKnownAt, valueAt } from "../../../legal/index.ts";
import { addMonths, type Day, formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

interface Visite {
  visites?: readonly { le: Day }[];
}

export default defineRule<"entree", ParcoursConclu & Visite>({
  id: "geiq-visites",
  famille: "vae_inversee_geiq",
  scope: "entree",
  severity: "warning",
  summary:
    "Le groupement voit la personne qu'il suit au moins une fois par trimestre ; le rythme est notre lecture, aucun texte ne le dit.",
  references: ["panorama-geiq", "lecture-cpro"],
  *check(parcours, { date }) {
    const droit = dateDuDroit(parcours);
    if (!isKnownAt("geiq-visites", droit)) return;
    const faites = (parcours.visites ?? []).map(({ le }, rang) => ({ le, rang })).filter(({ le }) => le <= date);
    const derniere = faites.toSorted((a, b) => (a.le < b.le ? -1 : 1)).at(-1);
    const depuis = derniere === undefined || derniere.le < parcours.contrat.debut ? parcours.contrat.debut : derniere.le;
    const terme = addMonths(depuis, valueAt("geiq-visites", droit).value);
    // Nobody is to be visited once the contract is over.
    const fin = dernierJour(parcours);
    if (date <= terme || fin <= terme) return;
    yield {
      at: derniere === undefined ? ["contrat", "debut"] : ["visites", derniere.rang, "le"],
      message: `Aucune visite depuis le ${formatDay(depuis)} : on en attendait une avant le ${formatDay(terme)}.`,
      hint: "Ajoutez les visites qui ont eu lieu, ou prévoyez-en une.",
    };
  },
});
