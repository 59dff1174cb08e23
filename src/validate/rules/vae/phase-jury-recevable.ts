import { dateDuDroit, type ParcoursConclu } from "../../../dossier/faits.ts";
import { firstValue, isKnownAt, valueAt } from "../../../legal/index.ts";
import { type Day, formatDay, isBeyondMonths } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

/** With a contract, or without. */
type Candidat = Pick<ParcoursConclu, "certification"> & Partial<Pick<ParcoursConclu, "phases" | "contrat">>;

export default defineRule<"entree", Candidat>({
  id: "phase-jury-recevable",
  famille: "vae",
  scope: "entree",
  severity: "error",
  summary: `Le jury se tient après une recevabilité positive, expresse ou acquise par le silence du certificateur pendant ${firstValue("delai-recevabilite-decision")} mois après le dépôt ; une qualification de convention collective n'en demande pas. Un jury à venir n'est pas reproché tant que la décision est attendue.`,
  references: ["cahier-des-charges-2-3", "cahier-des-charges-2-5", "ct-r6412-1", "ct-r6412-4", "ct-r6412-5"],
  *check(parcours, { date }) {
    const { recevabilite, evaluation } = parcours.phases ?? {};
    const jury = evaluation?.jury?.le;
    if (jury === undefined || parcours.certification.nature === "qualification_ccn") return;
    const { depot_le, decision, decision_le } = recevabilite ?? {};
    const delai = delaiDe(parcours, depot_le ?? jury);
    // A decision that comes after the silence only confirms it.
    const isTacite = depot_le !== undefined && isBeyondMonths(depot_le, delai, jury);
    if (decision !== "non_recevable" && isTacite) return;
    if (decision === undefined && jury > date) return;
    if (decision === "recevable" && (decision_le === undefined || decision_le <= jury)) return;
    yield {
      at: ["phases", "evaluation", "jury", "le"],
      message: `Le jury est daté du ${formatDay(jury)}, mais ${etat(decision, decision_le)}.`,
      hint: "Le candidat se présente au jury après une décision de recevabilité : complétez « recevabilite » ou corrigez les dates.",
    };
  },
});

/** Of the law of the contract; without one, of the day of the request. */
function delaiDe({ contrat }: Candidat, depot: Day): number {
  const droit = contrat === undefined ? depot : dateDuDroit({ contrat });
  return isKnownAt("delai-recevabilite-decision", droit)
    ? valueAt("delai-recevabilite-decision", droit).value
    : firstValue("delai-recevabilite-decision");
}

function etat(decision: string | undefined, decision_le: string | undefined): string {
  if (decision === undefined) return "aucune décision de recevabilité n'est acquise à cette date";
  if (decision === "non_recevable") return "le dossier a été déclaré non recevable";
  return `la recevabilité n'est décidée que le ${formatDay(decision_le ?? "")}`;
}
