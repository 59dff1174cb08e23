import { dernierJour, isAfest, type ParcoursConclu } from "../../../dossier/faits.ts";
import type { Path } from "../../../dossier/place.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { count, list } from "../../../words/french.ts";
import { defineRule, type Finding } from "../../rule.ts";
import { type AvecSeances, seancesTenues } from "../../seances.ts";

/** An AFEST in a structure, without a contract: what is known of it is dated. */
interface EnStructure extends AvecSeances {
  modalites?: undefined;
  afest?: { analyse_activite_le?: Day };
  formateur_afest?: { designe_le?: Day };
  evaluation_finale?: { le: Day };
}

export default defineRule<"entree", ParcoursConclu | EnStructure>({
  id: "afest-conditions",
  famille: "afest",
  scope: "entree",
  severity: "error",
  summary:
    "Des heures d'AFEST supposent l'analyse de l'activité de travail, un formateur désigné au préalable, des phases réflexives distinctes du travail et des évaluations spécifiques. Faute de connaître le premier jour d'AFEST, un formateur désigné après le début du contrat ne vaut qu'un avertissement.",
  references: ["ct-d6313-3-2", "cahier-des-charges-2-4"],
  *check(parcours, { date }) {
    if (parcours.modalites === undefined) yield* enStructure(parcours, date);
    else if (isAfest(parcours)) yield* auContrat(parcours);
  },
});

function* auContrat(parcours: ParcoursConclu): Iterable<Finding> {
  const manques = [...conditionsManquantes(parcours)];
  const [premier] = manques;
  if (premier !== undefined) {
    yield {
      at: premier.at,
      message: `${count(parcours.modalites.enseignements.afest_heures ?? 0, "heure d'AFEST est prévue", "heures d'AFEST sont prévues")} : il manque ${list(
        manques.map(({ nom }) => nom),
        "et",
      )}.`,
      hint: "Remplissez « modalites.afest » et « formateur_afest » : ces quatre conditions font l'AFEST.",
    };
  }
  const designe_le = parcours.formateur_afest?.designe_le;
  const { debut } = parcours.contrat;
  if (designe_le === undefined || designe_le <= debut) return;
  const isTrop = designe_le > dernierJour(parcours);
  yield {
    at: ["formateur_afest", "designe_le"],
    severity: isTrop ? "error" : "warning",
    message: `Le formateur de l'AFEST est désigné le ${formatDay(designe_le)}, après ${isTrop ? `la fin du contrat (${formatDay(dernierJour(parcours))})` : `le début du contrat (${formatDay(debut)})`} : il doit l'être avant l'AFEST.`,
    hint: isTrop ? "Corrigez la date de désignation." : "Vérifiez qu'aucune heure d'AFEST n'a eu lieu avant cette date.",
  };
}

function* conditionsManquantes({ modalites: { afest = {} }, formateur_afest }: ParcoursConclu): Iterable<{ at: Path; nom: string }> {
  if (afest.analyse_activite_le === undefined)
    yield { at: ["modalites", "afest", "analyse_activite_le"], nom: "l'analyse de l'activité de travail" };
  if (!afest.phases_reflexives) yield { at: ["modalites", "afest", "phases_reflexives"], nom: "les phases réflexives" };
  if (!afest.evaluations) yield { at: ["modalites", "afest", "evaluations"], nom: "les évaluations spécifiques" };
  if (formateur_afest?.designe_le === undefined) yield { at: ["formateur_afest", "designe_le"], nom: "la désignation du formateur" };
}

function* enStructure(parcours: EnStructure, date: Day): Iterable<Finding> {
  const { afest, formateur_afest: formateur, evaluation_finale: finale } = parcours;
  const situations = seancesTenues(parcours, "mise_en_situation", date).map(({ seance }) => seance.le);
  const [premiere] = situations.toSorted();
  if (premiere !== undefined) {
    const conditions = [
      { at: ["afest", "analyse_activite_le"], nom: "l'analyse de l'activité de travail", le: afest?.analyse_activite_le },
      { at: ["formateur_afest", "designe_le"], nom: "la désignation du formateur", le: formateur?.designe_le },
    ].filter(({ le }) => le === undefined || le > premiere);
    const [manque] = conditions;
    if (manque !== undefined) {
      yield {
        at: manque.at,
        message: `Une mise en situation a lieu le ${formatDay(premiere)} : ${list(
          conditions.map(({ nom }) => nom),
          "et",
        )} doit la précéder.`,
        hint: "Donnez le jour de chacune, avant la première mise en situation.",
      };
    }
  }
  if (finale === undefined || finale.le > date) return;
  if (seancesTenues(parcours, "reflexive", finale.le).length > 0) return;
  yield {
    at: ["evaluation_finale", "le"],
    message: `L'évaluation finale du ${formatDay(finale.le)} n'est précédée d'aucun échange réflexif.`,
    hint: "Ajoutez les séances réflexives qui ont eu lieu.",
  };
}
