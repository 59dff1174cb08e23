import { dateDuDroit, dernierJour } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { addMonths, formatDay, isBeyondMonths } from "../../../words/dates.ts";
import { list } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

const cles = [
  ["constatee_le", "la date du constat"],
  ["niveau_sortie", "le niveau à la sortie"],
  ["poursuite_formation", "la poursuite en formation, oui ou non"],
] as const;

export default defineRule({
  id: "phase-sortie",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: `La sortie d'un parcours achevé (niveau, formation, emploi) est constatée dans les ${firstValue("delai-sortie")} mois qui suivent la fin du contrat ; sans contrat de travail indiqué, elle est lue comme une sortie sans emploi.`,
  references: ["cahier-des-charges-4-2"],
  *check(parcours, { date }) {
    const fin = dernierJour(parcours);
    const { sortie = {} } = parcours;
    const { value: delai } = valueAt("delai-sortie", dateDuDroit(parcours));
    if (sortie.constatee_le !== undefined && isBeyondMonths(fin, delai, sortie.constatee_le)) {
      yield {
        at: ["sortie", "constatee_le"],
        message: `La sortie est constatée le ${formatDay(sortie.constatee_le)}, plus de ${delai} mois après la fin du contrat (${formatDay(fin)}).`,
        hint: "Vérifiez la date : le tableau de bord semestriel suit les sorties.",
      };
      return;
    }
    if (!isBeyondMonths(fin, delai, date)) return;
    const manquantes = cles.filter(([cle]) => sortie[cle] === undefined);
    const [premiere] = manquantes;
    if (premiere === undefined) return;
    yield {
      at: ["sortie", premiere[0]],
      message: `Le contrat a pris fin le ${formatDay(fin)} ; la sortie devait être constatée le ${formatDay(addMonths(fin, delai))} au plus tard, et il manque ${list(
        manquantes.map(([, nom]) => nom),
        "et",
      )}.`,
      hint: "Complétez « sortie » : niveau atteint, poursuite en formation, et « contrat_travail » s'il y en a un.",
    };
  },
});
