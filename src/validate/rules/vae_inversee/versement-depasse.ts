import { dateDuDroit, dernierJour, isRefuse, lendemainDeLaFin, type ParcoursConclu } from "../../../dossier/faits.ts";
import { valueAt } from "../../../legal/index.ts";
import { monthsBetween, monthsInYear } from "../../../words/dates.ts";
import { count } from "../../../words/french.ts";
import { type Cents, formatEuros, sumOf, toCents } from "../../../words/money.ts";
import { defineRule, type Finding } from "../../rule.ts";

export default defineRule({
  id: "versement-depasse",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary:
    "Les versements ne dépassent pas ce qui peut être dû : le coût réel moins les financements publics, et le plafond annuel pour chaque année de contrat commencée, complément en sus ; rien après un refus de l'OPCO. C'est un minimum sûr ; « cpro funding » donne le dû exact.",
  references: ["cahier-des-charges-3", "decret-2023-408-art-2-ii"],
  *check(parcours, { date }) {
    const { versements = [] } = parcours.financement;
    if (versements.length === 0 || dernierJour(parcours) < parcours.contrat.debut) return;
    const total = sumOf(versements);
    if (isRefuse(parcours, date)) {
      if (total > 0) yield apresRefus(versements, total);
      return;
    }
    const annuel = toCents(valueAt("plafond-annuel", dateDuDroit(parcours)).value);
    const reste = resteDuCout(parcours);
    // A contract has started at least one year: most payments need no count of the years.
    if (total <= Math.min(annuel, reste)) return;
    const annees = Math.ceil(monthsBetween(parcours.contrat.debut, lendemainDeLaFin(parcours)) / monthsInYear);
    const { complement } = parcours.financement;
    const plafond = annees * annuel + toCents(complement?.montant ?? 0);
    const du = Math.min(plafond, reste);
    if (total <= du) return;
    const raison =
      reste <= plafond
        ? "le coût réel, financements publics déduits"
        : `${formatEuros(annuel)} par an pour ${count(annees, "année")}${complement === undefined ? "" : ", et le complément"}`;
    yield {
      at: ["financement", "versements", premierDepassement(versements, du), "montant"],
      message: `Les versements font ${formatEuros(total)}, plus que les ${formatEuros(du)} qui peuvent être dus (${raison}) : ${formatEuros(total - du)} de trop.`,
      hint: "Corrigez les versements ou complétez les dépenses ; « cpro funding --explain » détaille ce qui est dû.",
    };
  },
});

function apresRefus(versements: readonly { montant: number }[], total: Cents): Finding {
  return {
    at: ["financement", "versements", premierDepassement(versements, 0), "montant"],
    message: `L'OPCO a refusé le contrat : rien n'est dû, et les ${formatEuros(total)} versés sont à lui rendre.`,
    hint: "Notez le reversement par un montant négatif, ou corrigez la décision ou les versements.",
  };
}

/** What the real cost leaves to pay; while no expense is entered nobody knows it. */
function resteDuCout({ financement: { depenses, publics = [] } }: ParcoursConclu): Cents {
  return depenses.length === 0 ? Number.POSITIVE_INFINITY : Math.max(0, sumOf(depenses) - sumOf(publics));
}

/** The payment that takes the sum beyond what is due: the one to look at. */
function premierDepassement(versements: readonly { montant: number }[], du: Cents): number {
  let verse: Cents = 0;
  return versements.findIndex(({ montant }) => {
    verse += toCents(montant);
    return verse > du;
  });
}
