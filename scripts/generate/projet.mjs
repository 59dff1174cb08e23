import { addDays, daysBetween, earliest } from "./days.mjs";
import { enseignes } from "./mots.mjs";
import { secteurs } from "./secteurs.mjs";
import { inventSiret } from "./siret.mjs";
import { regions } from "./territoires.mjs";

const types = [
  ["geiq", 30],
  ["organisme_formation", 16],
  ["entreprise", 15],
  ["groupe", 10],
  ["branche", 10],
  ["opco", 7],
  ["organisme_accompagnement_vae", 12],
];
const titres = {
  geiq: "GEIQ",
  organisme_formation: "Centre de formation",
  entreprise: "Société",
  groupe: "Groupe",
  branche: "Branche fictive",
  opco: "Opérateur fictif",
  organisme_accompagnement_vae: "Cabinet VAE",
};

/** What a project is, before its fiche is written: who bears it, where, in which sectors, towards what, and when it was accepted. */
export function drawProjet(random, { numero, taille, until }) {
  const type = random.weighted(types);
  const national = taille >= 100 && ["branche", "opco", "groupe"].includes(type);
  const region = random.pick(regions);
  const departemental = taille <= 20 && random.chance(0.5);
  const departements = national
    ? regions.flatMap((each) => each.departements)
    : departemental
      ? [random.pick(region.departements)]
      : region.departements;
  const choisis = random.sample(
    secteurs.flatMap((secteur) => Array(secteur.poids).fill(secteur)),
    type === "geiq" ? 3 : 2,
  );
  const domaines = [...new Set(type === "geiq" || type === "organisme_formation" ? choisis : choisis.slice(0, 1))];
  const envoyeeLe = addDays("2023-06-30", random.int(0, daysBetween("2023-06-30", earliest("2025-02-28", addDays(until, -150)))));
  const lieu = national ? "France" : departemental ? departements[0].nom : region.nom;
  return {
    code: `P${String(numero).padStart(3, "0")}`,
    numero,
    taille,
    type,
    denomination: `${titres[type]} ${domaines[0].libelle.toLowerCase()} ${random.pick(enseignes)}`,
    siret: inventSiret(90_000 + numero),
    lieu,
    zone: national
      ? { niveau: "nationale" }
      : departemental
        ? { niveau: "departementale", codes: [departements[0].code] }
        : { niveau: "regionale", codes: [region.code] },
    departements: departements.map(({ code }) => code),
    secteurs: domaines,
    certifications: domaines.flatMap((secteur) => drawCertifications(random, secteur)),
    envoyeeLe,
    dureeMax: random.pick([12, 18, 18, 24, 24, 36]),
    afest: random.chance(0.7),
    until,
  };
}

/** The certifications of a sector that a project aims at: whole ones, sometimes some blocs of one. */
function drawCertifications(random, secteur) {
  return random.sample(secteur.certifications, random.int(1, 3)).map(({ nombreBlocs, certificateur, ...certification }) => {
    const toutes = nombreBlocs && Array.from({ length: nombreBlocs }, (_, index) => `${certification.code}BC0${index + 1}`);
    const enPartie = toutes !== undefined && random.chance(0.15);
    const blocs = enPartie ? toutes.slice(0, Math.max(1, nombreBlocs - 1)) : toutes;
    return { ...certification, nature: enPartie ? "bloc" : certification.nature, domaine: secteur.libelle, blocs, certificateur, secteur };
  });
}
