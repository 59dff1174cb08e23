import { addDays, latest, workingDay } from "./days.mjs";
import { motifsRupture } from "./mots.mjs";
import { inventSiret } from "./siret.mjs";

/** The contract as known on `until`. */
export function ecrireContrat(random, { vie, until, beneficiaire, modalites, direct }) {
  const salarie = beneficiaire.situation_avant === "salarie";
  // A groupement takes on its employees for the time of the action; a company keeps its own and signs an avenant.
  const cdi = random.chance(salarie && direct ? 0.7 : 0.15) && (direct || !salarie);
  const transmisLe = latest(vie.concluLe, workingDay(addDays(vie.debut, random.chance(0.97) ? random.int(-6, 3) : random.int(7, 20))));
  const decisionLe = workingDay(addDays(transmisLe, random.int(6, 18)));
  const accueil = random.chance(0.08) ? drawAccueil(random, modalites) : undefined;
  return {
    nature: cdi ? "cdi" : "cdd",
    avenant_cdi: cdi && salarie && random.chance(0.96) ? true : undefined,
    conclu_le: vie.concluLe,
    debut: vie.debut,
    fin: vie.fin,
    transmis_opco_le: transmisLe <= until ? transmisLe : undefined,
    decision_opco: decisionLe <= until ? { sens: "accepte", le: decisionLe } : undefined,
    document_annexe: true,
    entreprises_accueil: accueil,
    rupture: vie.rupture && vie.rupture.le <= until ? ecrireRupture(random, vie.rupture, until) : undefined,
  };
}

function drawAccueil(random, { activite_heures: heures }) {
  const part = random.int(10, 40) / 100;
  return [{ siret: inventSiret(70_000 + random.int(0, 9_999)), heures: Math.floor(heures * part), convention: true }];
}

function ecrireRupture(random, { le, initiative, notifieeLe }, until) {
  return { le, initiative, motif: random.pick(motifsRupture[initiative]), notifiee_le: notifieeLe <= until ? notifieeLe : undefined };
}
