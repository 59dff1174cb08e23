import type { Path } from "../../../dossier/place.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { defineRule, type Finding, type ParcoursCommun } from "../../rule.ts";

const hint = "Corrigez l'une des deux dates.";

export default defineRule({
  id: "contrat-dates-ordonnees",
  famille: "contrat_pro",
  scope: "parcours",
  severity: "error",
  summary:
    "Le contrat est conclu au plus tard le jour où il débute, débute avant de finir, et n'est rompu qu'entre les deux ; le bénéficiaire et le tuteur sont nés avant tout cela.",
  references: ["cahier-des-charges-2-2", "cahier-des-charges-2-4"],
  *check(parcours: ParcoursCommun) {
    const { contrat, beneficiaire, tuteur } = parcours;
    yield* naissance(["beneficiaire", "date_naissance"], "du bénéficiaire", beneficiaire.date_naissance, premierFait(parcours));
    if (contrat === undefined) return;
    if (tuteur !== undefined) yield* naissance(["tuteur", "date_naissance"], "du tuteur", tuteur.date_naissance, contrat.conclu_le);
    const { conclu_le, debut, fin, rupture } = contrat;
    if (debut < conclu_le) {
      yield {
        at: ["contrat", "debut"],
        message: `Le contrat débute le ${formatDay(debut)}, avant d'être conclu (${formatDay(conclu_le)}).`,
        hint,
      };
    }
    if (fin <= debut) {
      yield {
        at: ["contrat", "fin"],
        message: `Le contrat finit le ${formatDay(fin)} : une date après son début (${formatDay(debut)}) est attendue.`,
        hint,
      };
      return;
    }
    if (rupture?.le === undefined || (debut <= rupture.le && rupture.le <= fin)) return;
    yield {
      at: ["contrat", "rupture", "le"],
      message: `La rupture du ${formatDay(rupture.le)} tombe hors du contrat, qui va du ${formatDay(debut)} au ${formatDay(fin)}.`,
      hint,
    };
  },
});

function* naissance(at: Path, dequi: string, le: Day, fait: Day | undefined): Iterable<Finding> {
  if (fait === undefined || le < fait) return;
  yield {
    at,
    message: `La date de naissance ${dequi} (${formatDay(le)}) n'est pas antérieure au parcours (${formatDay(fait)}).`,
    hint: "Vérifiez cette date de naissance.",
  };
}

/** The first dated fact of a parcours: everything else comes after, or has its own rule. */
function premierFait({ phases, contrat }: ParcoursCommun): Day | undefined {
  const debuts = [phases?.information?.debut, phases?.accompagnement?.debut, contrat?.conclu_le];
  return debuts.reduce((first, day) => (day !== undefined && (first === undefined || day < first) ? day : first), undefined);
}
