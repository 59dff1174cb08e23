import { addDays } from "./days.mjs";

const heuresParMois = 134;
const dixaines = (heures) => Math.round(heures / 5) * 5;

/** Hours and conditions of the three modalities: 15 to 25 % of teaching and VAE support, in a training body, in house, at a distance, on the job. */
export function drawModalites(random, { vie, projet, entreprise, isCcn }) {
  const total = vie.mois * heuresParMois;
  const part = vie.mois <= 6 ? 0.24 : random.int(17, 23) / 100;
  const accompagnement = random.int(14, 36);
  const enseignement = Math.max(dixaines(total * part) - accompagnement, 155 - accompagnement);
  const afest = projet.afest && random.chance(0.75) ? dixaines(enseignement * (random.int(2, 5) / 10)) : 0;
  const interne = entreprise.service_formation_interne && random.chance(0.5) ? dixaines(enseignement * 0.2) : 0;
  const distance = random.chance(0.25) ? dixaines(enseignement * 0.1) : 0;
  const toutAfest = afest > 0 && !isCcn && random.chance(0.12);
  const organisme = toutAfest ? 0 : enseignement - afest - interne - distance;
  return {
    enseignements: {
      organisme_heures: organisme,
      interne_heures: interne,
      distance_heures: distance,
      afest_heures: toutAfest ? enseignement - interne - distance : afest,
    },
    activite_heures: total - enseignement - accompagnement,
    accompagnement_vae_heures: accompagnement,
    afest:
      afest > 0
        ? {
            analyse_activite_le: addDays(vie.concluLe, -random.int(2, 9)),
            phases_reflexives: random.int(4, 14),
            evaluations: random.int(2, 5),
          }
        : undefined,
    distance: distance > 0 ? { assistance: true, information: true, evaluations: true } : undefined,
  };
}

/** The trainer on the job, designated before the contract starts. */
export function drawFormateur(random, { vie, modalites, tuteur }) {
  if (!modalites.enseignements.afest_heures) return undefined;
  return {
    identifiant: random.chance(0.6) ? tuteur.identifiant : undefined,
    designe_le: addDays(vie.concluLe, -random.int(0, 7)),
    volontaire: true,
    experience_annees: random.int(2, 12),
  };
}
