import { addDays, addMonths } from "./days.mjs";
import { noms, prenoms } from "./mots.mjs";

const ages = [
  [[16, 17], 5],
  [[18, 20], 15],
  [[21, 25], 25],
  [[26, 29], 14],
  [[30, 34], 12],
  [[35, 44], 17],
  [[45, 49], 6],
  [[50, 60], 6],
];
const niveaux = [
  ["aucun", 22],
  [3, 34],
  [4, 28],
  [5, 9],
  [6, 5],
  [7, 2],
];
const avant = {
  mineur: [
    ["scolaire", 60],
    ["apprenti", 15],
    ["stagiaire_formation", 10],
    ["inactif", 15],
  ],
  jeune: [
    ["demandeur_emploi", 48],
    ["etudiant", 14],
    ["apprenti", 8],
    ["salarie", 13],
    ["contrat_professionnalisation", 5],
    ["stagiaire_formation", 7],
    ["inactif", 5],
  ],
  adulte: [
    ["demandeur_emploi", 60],
    ["salarie", 24],
    ["contrat_aide", 6],
    ["stagiaire_formation", 5],
    ["inactif", 5],
  ],
};

/** Someone who enters a parcours whose contract is, or is to be, concluded on `concluLe`; of at least 16 on that day. */
export function drawBeneficiaire(random, { concluLe, secteur, departements, departement }) {
  const [min, max] = random.weighted(ages);
  const age = random.int(min, max);
  const sexe = random.chance(secteur.femmes) ? "femme" : "homme";
  const situation = random.weighted(avant[age < 18 ? "mineur" : age < 26 ? "jeune" : "adulte"]);
  const demandeur = situation === "demandeur_emploi";
  const ordinaire = age >= 25 && ["demandeur_emploi", "inactif"].includes(situation);
  return {
    nom: random.pick(noms),
    prenom: random.pick(prenoms[sexe]),
    date_naissance: addDays(addMonths(concluLe, -12 * age), -random.int(0, 360)),
    sexe,
    departement: random.chance(0.9) ? departement : random.pick(departements),
    situation_avant: situation,
    mois_inscription: demandeur
      ? Math.min(
          random.weighted([
            [random.int(0, 11), 60],
            [random.int(12, 23), 24],
            [random.int(24, 60), 16],
          ]),
          (age - 15) * 12,
        )
      : undefined,
    minimum_social:
      ordinaire && random.chance(0.22)
        ? random.weighted([
            ["rsa", 70],
            ["ass", 15],
            ["aah", 15],
          ])
        : undefined,
    ex_contrat_aide: age >= 20 && demandeur && random.chance(0.05) ? true : undefined,
    rqth: age >= 18 && random.chance(0.08) ? true : undefined,
    niveau_entree: age < 18 ? random.weighted(niveaux.slice(0, 2)) : random.weighted(niveaux),
  };
}
