import type { Path } from "../../../dossier/place.ts";
import { ageOn, type Day, formatDay } from "../../../words/dates.ts";
import { count } from "../../../words/french.ts";
import { defineRule, type Finding, type ParcoursCommun } from "../../rule.ts";

/** Ages that no person of a contract has: not law, but a slip of the pen. */
const AGE_MAXIMUM = 100;
const AGE_AU_TRAVAIL = 16;
/** Nobody has worked in a trade before that age. */
const AGE_DE_DEBUT = 14;

export default defineRule({
  id: "naissance-plausible",
  famille: "commun",
  scope: "parcours",
  severity: "error",
  summary: `Une personne n'est pas née dans l'avenir, ni il y a plus de ${AGE_MAXIMUM} ans ; un tuteur a au moins ${AGE_AU_TRAVAIL} ans au début du contrat, et son expérience tient dans son âge (avertissement).`,
  references: ["ct-d6325-6"],
  *check(parcours: ParcoursCommun, { date }) {
    const { beneficiaire, tuteur, tuteur_groupement } = parcours;
    yield* personne(["beneficiaire", "date_naissance"], "Le bénéficiaire", beneficiaire.date_naissance, date);
    const tuteurs = [
      { cle: "tuteur", quoi: "Le tuteur", naissance: tuteur?.date_naissance },
      { cle: "tuteur_groupement", quoi: "Le tuteur du groupement", naissance: tuteur_groupement?.date_naissance },
    ];
    for (const { cle, quoi, naissance } of tuteurs) {
      const fautes = [...personne([cle, "date_naissance"], quoi, naissance, date)];
      yield* fautes.length > 0 ? fautes : auTravail([cle, "date_naissance"], quoi, naissance, parcours);
    }
    yield* experience(parcours);
  },
});

function* personne(at: Path, quoi: string, naissance: Day | undefined, date: Day): Iterable<Finding> {
  if (naissance === undefined) return;
  const hint = "Vérifiez cette date de naissance, son année surtout.";
  if (naissance > date) yield { at, message: `${quoi} serait né le ${formatDay(naissance)}, dans l'avenir.`, hint };
  const age = ageOn(naissance, date);
  if (age > AGE_MAXIMUM) yield { at, message: `${quoi} aurait ${age} ans (né le ${formatDay(naissance)}).`, hint };
}

/** A tutor born after the contract is the fault of contrat-dates-ordonnees. */
function* auTravail(at: Path, quoi: string, naissance: Day | undefined, { contrat }: ParcoursCommun): Iterable<Finding> {
  if (naissance === undefined || contrat === undefined || naissance >= contrat.conclu_le) return;
  const age = ageOn(naissance, contrat.debut);
  if (age >= AGE_AU_TRAVAIL) return;
  yield {
    at,
    message: `${quoi} aurait ${count(age, "an", "ans")} au début du contrat (né le ${formatDay(naissance)}).`,
    hint: "Vérifiez cette date de naissance.",
  };
}

function* experience({ tuteur, contrat }: ParcoursCommun): Iterable<Finding> {
  if (tuteur === undefined || contrat === undefined) return;
  const age = ageOn(tuteur.date_naissance, contrat.debut);
  const { experience_annees: annees } = tuteur;
  if (age < AGE_AU_TRAVAIL || annees <= age - AGE_DE_DEBUT) return;
  yield {
    at: ["tuteur", "experience_annees"],
    severity: "warning",
    message: `Le tuteur aurait ${count(annees, "an", "ans")} d'expérience à ${age} ans.`,
    hint: "Vérifiez son expérience ou sa date de naissance.",
  };
}
