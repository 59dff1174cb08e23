import type { Path } from "../../../dossier/place.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { defineRule, type Finding, type ParcoursCommun } from "../../rule.ts";

export default defineRule({
  id: "fait-a-venir",
  famille: "commun",
  scope: "parcours",
  severity: "warning",
  summary: "Ce qui est déjà fait (un résultat de jury, un versement, un financement reçu) n'est pas daté d'un jour à venir.",
  references: ["cahier-des-charges-4-2"],
  *check({ phases, financement }: ParcoursCommun, { date }) {
    const { jury } = phases?.evaluation ?? {};
    if (jury?.resultat !== undefined)
      yield* aVenir(["phases", "evaluation", "jury", "le"], jury.le, date, "Le jury, qui a déjà un résultat,");
    for (const [rang, { le }] of (financement?.versements ?? []).entries()) {
      yield* aVenir(["financement", "versements", rang, "le"], le, date, "Le versement, déjà fait,");
    }
    for (const [rang, publique] of (financement?.publics ?? []).entries()) {
      if (publique.statut !== "recu") continue;
      yield* aVenir(["financement", "publics", rang, "date"], publique.date, date, "Le financement public, déjà reçu,");
    }
  },
});

function* aVenir(at: Path, le: Day | undefined, date: Day, quoi: string): Iterable<Finding> {
  if (le === undefined || le <= date) return;
  yield {
    at,
    message: `${quoi} porte la date du ${formatDay(le)}, après le ${formatDay(date)}.`,
    hint: "Corrigez la date, ou retirez ce qui n'a pas encore eu lieu.",
  };
}
