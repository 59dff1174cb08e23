import { addDays, addMonths, latest, workingDay } from "./days.mjs";
import { noms, prenoms } from "./mots.mjs";
import { inventSiret } from "./siret.mjs";

/** The fiche of an accepted project, in the order of keys of the schema. */
export function ficheAcceptee(random, projet) {
  const { code, until, taille } = projet;
  const recueLe = workingDay(addDays(projet.envoyeeLe, 1));
  const completeLe = workingDay(addDays(recueLe, random.int(0, 20)));
  const avisLe = workingDay(addDays(completeLe, random.int(20, 52)));
  const instruction = {
    envoyee_le: projet.envoyeeLe,
    recue_le: recueLe,
    complete_le: completeLe,
    avis: "favorable",
    avis_le: avisLe,
    notifiee_porteur_le: workingDay(addDays(avisLe, random.int(1, 6))),
    notifiee_opco_le: workingDay(addDays(avisLe, random.int(1, 9))),
    parcours_accordes: taille + random.int(0, Math.ceil(taille / 10)),
  };
  return {
    ...rubriques(random, projet, instruction, avisLe),
    pilotage: pilotage(avisLe, until),
    instruction,
    identifiant: `${code}-${avisLe.slice(0, 4)}`,
  };
}

/** The fiche of a project without parcours: refused, under instruction, or left without an answer. */
export function ficheSansSuite(random, projet) {
  const recueLe = workingDay(addDays(projet.envoyeeLe, 2));
  const completeLe = workingDay(addDays(recueLe, random.int(5, 25)));
  const refus = { avis: "defavorable", avis_le: addDays(completeLe, random.int(30, 55)), motifs: "Financement insuffisamment justifié." };
  const instruction = { envoyee_le: projet.envoyeeLe, recue_le: recueLe, complete_le: completeLe, ...(random.chance(0.7) ? refus : {}) };
  return {
    ...rubriques(random, projet, { ...instruction, parcours_accordes: projet.taille }, completeLe),
    instruction,
    identifiant: `${projet.code}-PROJET`,
  };
}

function rubriques(random, projet, { parcours_accordes: accordes }, debut) {
  const organisme = {
    denomination: `Organisme fictif ${projet.code}`,
    siret: inventSiret(80_000 + projet.numero),
    nda: `32${String(projet.numero).padStart(9, "0")}`,
    qualiopi: true,
  };
  const afest = projet.afest
    ? { recours: true, description: "Séquences en situation de travail suivies de temps réflexifs." }
    : { recours: false };
  return {
    format: "cpro/fiche-projet/1",
    identifiant: projet.code,
    intitule: `VAE inversée : ${projet.secteurs.map(({ libelle }) => libelle.toLowerCase()).join(", ")} (${projet.lieu})`,
    porteur: { type: projet.type, denomination: projet.denomination, siret: projet.siret, referent: referent(random, projet) },
    zone: projet.zone,
    secteurs: projet.secteurs.map(({ libelle, naf, idcc }) => ({ libelle, naf: naf[0], idcc })),
    opcos: [...new Set(projet.secteurs.map(({ opco }) => opco))],
    besoin_recrutement: {
      appreciation: projet.zone.niveau === "nationale" ? "national" : "local",
      description: `Les employeurs du projet cherchent à recruter dans le secteur « ${projet.secteurs[0].libelle} » (${projet.lieu}).`,
      difficultes: "Peu de candidats formés ; plusieurs offres restent ouvertes plus de trois mois.",
      postes: Math.ceil(accordes * 1.3),
      sources: [{ titre: "Enquête « Besoins en main-d'œuvre »" }],
    },
    certifications: projet.certifications.map(({ secteur, ...certification }) => ({
      ...certification,
      adequation: `Correspond aux postes proposés par les employeurs (${secteur.libelle.toLowerCase()}).`,
    })),
    parcours_prevus: accordes,
    modalites: {
      duree_mois: { min: 6, max: projet.dureeMax },
      enseignements: {
        organisme_heures: 180,
        interne_heures: 0,
        distance_heures: 20,
        afest_heures: projet.afest ? 100 : 0,
        organismes: [organisme],
      },
      afest,
      accompagnement_vae: { heures: 24, realise_par: "porteur", denomination: projet.denomination },
      diagnostic: { realise_par: "porteur", description: "Entretien, visite du poste et repérage des acquis." },
    },
    financement: {
      cout_par_parcours: {
        conception_coordination: random.int(6, 10) * 100,
        pedagogique: random.int(36, 56) * 100,
        accompagnement_vae: random.int(8, 14) * 100,
        annexes: 250,
        tutorat: 690,
      },
    },
    partenariats: [
      {
        denomination: `Mission locale fictive ${projet.lieu}`,
        type: "prescripteur",
        role: "Repérage et orientation des candidats",
        engagement: "convention",
      },
      {
        denomination: organisme.denomination,
        type: "organisme_formation",
        role: "Enseignements et évaluations",
        engagement: random.chance(0.9) ? "lettre" : "en_cours",
      },
    ],
    calendrier: { debut, fin: addMonths(latest(debut, "2026-02-28"), projet.dureeMax) },
  };
}

function referent(random, { code }) {
  const nom = `${random.pick(prenoms[random.pick(["femme", "homme"])])} ${random.pick(noms)}`;
  return { nom, fonction: "Coordination du projet", courriel: `contact@${code.toLowerCase()}.example`, telephone: "03 00 00 00 00" };
}

/** A committee a year and a transmission at each half-year, up to the day the dossier is drawn for. */
function pilotage(debut, until) {
  const comites = [3, 15, 27].map((mois) => workingDay(addMonths(debut, mois))).filter((le) => le <= until);
  const semestres = [2023, 2024, 2025, 2026].flatMap((annee) => [
    { semestre: `${annee}-S1`, fin: `${annee}-06-30`, le: workingDay(`${annee}-07-10`) },
    { semestre: `${annee}-S2`, fin: `${annee}-12-31`, le: workingDay(`${annee + 1}-01-12`) },
  ]);
  return {
    comites: comites.map((le) => ({ le, objet: "Suivi des parcours et des financements" })),
    transmissions: semestres.filter(({ fin, le }) => fin > debut && le <= until).map(({ semestre, le }) => ({ semestre, le })),
  };
}
