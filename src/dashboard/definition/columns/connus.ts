import { departements, regions } from "../../../generated/nomenclatures.ts";
import { addDays, ageOn, wholeMonths } from "../../../words/dates.ts";
import { bandes, categories, dans, NON_CONNU, nonConnu } from "../categorie.ts";
import { domaineDe, texteNormal } from "../domaines.ts";
import { secteurs, sectionDe } from "../secteurs.ts";
import { ouiOuNon, pseudonyme, quasi } from "./colonne.ts";
import type { ParcoursCompte } from "./faits.ts";
import { niveaux } from "./niveaux.ts";

const estPseudonyme = (valeur: string): boolean => /^[0-9a-f]{32}$/.test(valeur);
/** Of a certification. */
const code = /^(RNCP|RS)\d{1,6}(BC\d{2})?$/;

const duree = bandes(["0-5", "6-8", "9-11", "12", "13-17", "18-23", "24-36"], "mois");
const age = bandes(["16-17", "18-20", "21-25", "26-29", "30-34", "35-44", "45-49", "50+"], "ans");
const effectif = bandes(["0-9", "10-49", "50-199", "200-249", "250+"], "salariés");

/** What is known of a parcours at the conclusion of its contract, in the order of the columns of a lot. */
export const connus = {
  id: pseudonyme({
    libelle: "Pseudonyme du parcours, le même d'un semestre à l'autre",
    // Not the porteur's own identifier: two porteurs may use the same.
    valeur: ({ rang }) => String(rang),
    partir: (_, { pseudonyme, fiche, identifiant }) => pseudonyme("parcours", fiche, identifiant),
    estAttendue: estPseudonyme,
  }),
  entreprise: quasi.libre({
    libelle: "Pseudonyme de l'entreprise",
    utilite: 2,
    valeur: ({ parcours }) => parcours.entreprise?.siret.slice(0, 9) ?? NON_CONNU,
    partir: (siren, { pseudonyme }) => pseudonyme("entreprise", siren),
    estAttendue: (valeur) => valeur === NON_CONNU || estPseudonyme(valeur),
  }),
  conclu_le: quasi.jour({
    libelle: "Semestre de conclusion du contrat",
    utilite: 22,
    valeur: ({ parcours }) => parcours.contrat?.conclu_le ?? null,
  }),
  duree: quasi.code({
    libelle: "Durée du contrat, par tranche",
    utilite: 14,
    dimension: { libelle: "Durée du contrat", categories: [...duree, nonConnu] },
    // Whole months of the contract as signed, its last day counted in: from 1 September to 31 August is 12.
    valeur: ({ parcours: { contrat } }) => dans(duree, contrat && wholeMonths(contrat.debut, addDays(contrat.fin, 1))),
  }),
  nature_contrat: quasi.code({
    libelle: "Nature du contrat",
    utilite: 13,
    dimension: { libelle: "Nature du contrat", categories: categories({ cdd: "CDD", cdi: "CDI" }) },
    valeur: ({ parcours }) => parcours.contrat?.nature ?? NON_CONNU,
  }),
  nature_certification: quasi.code({
    libelle: "Nature de la certification",
    utilite: 16,
    dimension: {
      libelle: "Nature de la certification",
      categories: categories({ rncp: "RNCP", bloc: "Blocs RNCP", cqp: "CQP", cqpi: "CQPI", qualification_ccn: "Qualif. de CCN" }),
    },
    valeur: ({ parcours }) => parcours.certification?.nature ?? NON_CONNU,
  }),
  niveau: quasi.code({
    libelle: "Niveau de la certification",
    utilite: 17,
    dimension: { libelle: "Niveau de la certification", categories: niveaux },
    valeur: ({ parcours }) => String(parcours.certification?.niveau ?? NON_CONNU),
  }),
  domaine: quasi.libre({
    libelle: "Domaine professionnel, s'il est de ceux de la fiche projet",
    utilite: 15,
    valeur: ({ parcours, domaines }) => domaineDe(parcours, domaines),
    partir: (domaine, { domaines }) => (domaines.has(domaine) ? domaine : NON_CONNU),
    estAttendue: (valeur, domaines) => valeur === NON_CONNU || domaines.includes(valeur),
  }),
  certification: quasi.libre({
    libelle: "Code de la certification, ou pseudonyme de son intitulé",
    utilite: 1,
    valeur: ({ parcours: { certification } }) => certification?.code ?? texteNormal(certification?.intitule ?? NON_CONNU),
    // A plain hash of a title could be guessed.
    partir: (valeur, { pseudonyme }) => (code.test(valeur) ? valeur : `sans-code-${pseudonyme("certification", valeur.toLowerCase())}`),
    estAttendue: (valeur) => valeur === NON_CONNU || code.test(valeur) || /^sans-code-[0-9a-f]{32}$/.test(valeur),
  }),
  sexe: quasi.code({
    libelle: "Sexe",
    utilite: 21,
    dimension: { libelle: "Sexe", categories: categories({ femme: "Femmes", homme: "Hommes" }) },
    valeur: ({ parcours }) => parcours.beneficiaire.sexe,
  }),
  tranche_age: quasi.code({
    libelle: "Âge à la conclusion, par tranche",
    utilite: 20,
    dimension: { libelle: "Âge à la conclusion", categories: [...age, nonConnu] },
    valeur: ({ parcours: { beneficiaire }, entree }) => dans(age, ageOn(beneficiaire.date_naissance, entree)),
  }),
  situation_avant: quasi.libre({
    libelle: "Demandeur d'emploi avant le contrat, ou autre",
    utilite: 18,
    valeur: ({ parcours }) => parcours.beneficiaire.situation_avant ?? NON_CONNU,
    partir: (valeur) => (valeur === "demandeur_emploi" ? valeur : "autre"),
    estAttendue: (valeur) => ["demandeur_emploi", "autre", NON_CONNU].includes(valeur),
  }),
  niveau_entree: quasi.code({
    libelle: "Niveau de qualification à l'entrée",
    utilite: 5,
    dimension: { libelle: "Niveau à l'entrée", categories: niveaux },
    valeur: ({ parcours }) => String(parcours.beneficiaire.niveau_entree ?? NON_CONNU),
  }),
  effectif: quasi.code({
    libelle: "Effectif de l'entreprise, par tranche",
    utilite: 3,
    dimension: { libelle: "Effectif de l'entreprise", categories: effectif },
    valeur: ({ parcours }) => dans(effectif, parcours.entreprise?.effectif),
  }),
  secteur: quasi.code({
    libelle: "Secteur de l'entreprise (section NAF)",
    utilite: 4,
    dimension: { libelle: "Secteur d'activité (section NAF)", categories: [...secteurs, nonConnu] },
    valeur: ({ parcours }) => sectionDe(parcours.entreprise?.naf ?? "") ?? NON_CONNU,
  }),
  region: quasi.code({
    libelle: "Région de l'entreprise",
    utilite: 19,
    dimension: {
      libelle: "Région",
      categories: [...categories(regions).sort((a, b) => (a.code < b.code ? -1 : 1)), nonConnu],
    },
    valeur: ({ parcours }) => regionDe(parcours),
  }),
  eligible: ouiOuNon({ libelle: "Éligible au financement", utilite: 12, valeur: ({ couts }) => couts !== undefined }),
};

/** Where a parcours is counted: the région of its enterprise, else of its structure, else of the person. */
export function regionDe({ entreprise, structure, beneficiaire }: ParcoursCompte): string {
  const departement = (entreprise ?? structure)?.departement ?? beneficiaire.departement;
  return departements[departement]?.region ?? NON_CONNU;
}
