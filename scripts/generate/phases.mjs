import { addDays, addMonths, daysBetween, earliest, latest, workingDay } from "./days.mjs";
import { ecarts, syntheses } from "./mots.mjs";
import { someOf } from "./yaml.mjs";

/** The five phases, with what has happened by `until`. */
export function ecrirePhases(random, { vie, projet, certification, until, modalites }) {
  const connu = (le) => (le !== undefined && le <= until ? le : undefined);
  const finSuivi = latest(vie.dernier, vie.juryLe ?? vie.dernier);
  const phases = {
    information: { debut: vie.information, fin: connu(vie.diagnosticLe), diagnostic_le: connu(vie.diagnosticLe) },
    accompagnement: vie.accompagnementLe <= until ? accompagnement(random, { vie, projet, fin: connu(finSuivi) }) : {},
  };
  if (vie.concluLe > until) return phases;
  return {
    ...phases,
    recevabilite: recevabilite(vie, connu),
    mise_en_oeuvre: { adequation_le: connu(adequation(random, vie)) },
    evaluation: evaluation(random, { vie, certification, until, modalites, connu }),
  };
}

function accompagnement(random, { vie, projet, fin }) {
  const trouves = daysBetween(vie.accompagnementLe, fin ?? projet.until) > 8 ? random.sample(ecarts, random.int(1, 3)) : [];
  return {
    debut: vie.accompagnementLe,
    fin,
    accompagnateur: { type: "porteur", denomination: projet.denomination },
    ecarts: someOf(trouves),
  };
}

function recevabilite({ recevabilite: demande }, connu) {
  if (demande === undefined || connu(demande.depotLe) === undefined) return {};
  const rendue = connu(demande.decisionLe);
  return {
    depot_le: demande.depotLe,
    decision: rendue && demande.decision,
    decision_le: rendue,
    notifiee_le: connu(demande.recevableNotifieeLe),
  };
}

/** Within two months of the start, seldom later; nothing when the contract was broken before. */
function adequation(random, { debut, dernier }) {
  const le = workingDay(addDays(debut, random.chance(0.96) ? random.int(28, 56) : random.int(64, 85)));
  return le <= dernier ? le : undefined;
}

function evaluation(random, { vie, certification, until, modalites, connu }) {
  const jury = connu(vie.juryLe) && {
    le: vie.juryLe,
    resultat: vie.resultat,
    blocs_valides: blocsValides(random, vie.resultat, certification),
    notifie_le: connu(workingDay(addDays(vie.juryLe, random.int(3, 13)))),
  };
  return {
    evaluations: someOf(evaluations(random, vie, until, modalites)),
    dossier_depose_le: connu(vie.dossierLe),
    jury: jury || undefined,
  };
}

/** Part of the blocs aimed at, when the jury grants only a part. */
function blocsValides(random, resultat, { blocs = [] }) {
  return resultat === "validation_partielle" ? random.sample(blocs, random.int(1, blocs.length - 1)).sort() : undefined;
}

/** The accompagnateur evaluates every four to five months, the training body as often when it teaches and at the end, the tutor from time to time. */
function evaluations(random, vie, until, { enseignements }) {
  const { debut } = vie;
  const dernier = earliest(until, vie.dernier);
  const faites = [];
  const note = (le, par) => faites.push({ le, par, synthese: random.chance(0.35) ? random.pick(syntheses) : undefined });
  for (let le = debut; ; ) {
    le = workingDay(addDays(addMonths(le, 4), random.int(0, 40)));
    if (le > dernier) break;
    note(le, "accompagnateur");
    const suivante = workingDay(addDays(le, random.int(1, 12)));
    if (enseignements.organisme_heures > 0 && suivante <= dernier) note(suivante, "organisme_formation");
    const entretien = workingDay(addDays(le, -random.int(2, 25)));
    if (random.chance(0.2) && entretien > debut) note(entretien, "tuteur");
  }
  const finale = addDays(vie.dernier, -3);
  if (enseignements.organisme_heures > 0 && finale > debut && finale <= until && random.chance(0.95)) note(finale, "organisme_formation");
  return faites.sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
}
