import { addDays, addMonths, daysBetween, earliest, latest, workingDay } from "./days.mjs";

const durees = [
  [5, 2],
  [6, 9],
  [7, 3],
  [8, 5],
  [9, 9],
  [10, 7],
  [12, 33],
  [14, 4],
  [15, 5],
  [18, 15],
  [24, 6],
  [30, 1],
  [36, 1],
];
const initiatives = [
  ["salarie", 42],
  ["employeur", 18],
  ["accord", 22],
  ["essai", 12],
  ["autre", 6],
];

/** The whole life of a parcours, to its end whatever the day: who writes a file keeps only what is known on that day. */
export function drawVie(random, { accepteLe, until, dureeMax, certification }) {
  const dernierDebut = earliest("2025-11-05", addDays(until, -5));
  const information = workingDay(addDays(accepteLe, random.int(3, Math.max(4, daysBetween(accepteLe, dernierDebut)))));
  const diagnosticLe = workingDay(addDays(information, random.int(2, 14)));
  const accompagnementLe = workingDay(addDays(diagnosticLe, random.int(1, 12)));
  const concluLe = workingDay(addDays(accompagnementLe, random.int(12, 75)));
  const debut = workingDay(addDays(concluLe, random.int(0, 18)));
  const mois = random.weighted(durees.filter(([duree]) => duree <= dureeMax));
  const fin = addDays(addMonths(debut, mois), -1);
  const rupture = random.chance(0.15) ? drawRupture(random, debut, fin) : undefined;
  const contrat = { information, diagnosticLe, accompagnementLe, concluLe, debut, mois, fin, rupture, dernier: rupture?.le ?? fin };
  const validation =
    certification.nature === "qualification_ccn" ? validationCcn(random, contrat) : validationVae(random, contrat, certification);
  const dernier = latest(contrat.dernier, validation.juryLe ?? contrat.dernier);
  return {
    ...contrat,
    ...validation,
    sortieLe: workingDay(addDays(dernier, random.chance(0.95) ? random.int(8, 170) : random.int(190, 300))),
  };
}

function drawRupture(random, debut, fin) {
  const initiative = random.weighted(initiatives);
  const jours = initiative === "essai" ? random.int(4, 30) : random.int(20, daysBetween(debut, fin) - 15);
  const le = addDays(debut, jours);
  return { le, initiative, notifieeLe: addDays(le, random.chance(0.96) ? random.int(1, 27) : random.int(32, 50)) };
}

/** A CCN qualification has no recevabilité; its jury sits in the last month of the contract (cahier des charges, § 2.5). */
function validationCcn(random, { fin, rupture }) {
  return rupture
    ? {}
    : {
        juryLe: addDays(fin, -random.int(3, 24)),
        resultat: random.weighted([
          ["validation_totale", 85],
          ["refus", 15],
        ]),
      };
}

function validationVae(random, { debut, mois, fin, rupture }, { blocs = [] }) {
  const depotLe = workingDay(addDays(debut, random.int(15, Math.min(140, mois * 15))));
  if (rupture && rupture.le < depotLe) return {};
  const decisionLe = workingDay(addDays(depotLe, random.int(14, 58)));
  const decision = random.chance(0.94) ? "recevable" : "non_recevable";
  const recevabilite = { depotLe, decision, decisionLe, recevableNotifieeLe: workingDay(addDays(decisionLe, random.int(1, 8))) };
  if (rupture || decision === "non_recevable" || random.chance(0.06)) return { recevabilite };
  const dossierLe = workingDay(latest(addDays(fin, random.int(-75, 20)), addDays(decisionLe, 15)));
  // Without several blocs, a jury grants all or nothing.
  const resultat = random.weighted([
    ["validation_totale", 66],
    ["validation_partielle", blocs.length > 1 ? 23 : 0],
    ["refus", 11],
  ]);
  return { recevabilite, dossierLe, juryLe: workingDay(addDays(dossierLe, random.int(18, 80))), resultat };
}
