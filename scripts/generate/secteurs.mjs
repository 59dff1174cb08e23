import { createRequire } from "node:module";

// The sectors, employers' activities and certifications a national dossier draws from, at least one for each OPCO.
// Codes RNCP90… are invented; the others are those of titles that exist.
const travail = "Ministère chargé du travail";
const education = "Ministère chargé de l'éducation nationale";
const branche = "Commission paritaire fictive de la branche";

const titre = (code, intitule, niveau, nombreBlocs, certificateur = travail) => ({
  nature: "rncp",
  code,
  intitule,
  niveau,
  nombreBlocs,
  certificateur,
});
const cqp = (intitule, niveau) => ({ nature: "cqp", intitule, niveau, certificateur: branche });
const qualification = (intitule, niveau, idcc, position) => ({ nature: "qualification_ccn", intitule, niveau, idcc, position });

/** `femmes`: share of women among the beneficiaries; `poids`: how often the sector is drawn. */
const secteur = (libelle, opco, idcc, naf, femmes, poids, certifications) => ({ libelle, opco, idcc, naf, femmes, poids, certifications });

export const secteurs = [
  secteur("Propreté", "akto", 3043, ["81.21Z", "81.22Z"], 0.62, 8, [
    titre("RNCP90101", "Agent de propreté et d'hygiène", 3, 3),
    cqp("CQP Chef d'équipe en propreté", 4),
    qualification("Agent qualifié de service", 3, 3043, "AQS 1"),
  ]),
  secteur("Hôtellerie et restauration", "akto", 1979, ["55.10Z", "56.10A", "56.10C", "56.30Z"], 0.51, 11, [
    titre("RNCP90111", "Cuisinier", 3, 4),
    titre("RNCP90112", "Serveur en restauration", 3, 3),
    cqp("CQP Employé d'étages", 3),
    qualification("Réceptionniste", 4, 1979, "Niveau II, échelon 2"),
  ]),
  secteur("Aide à domicile", "uniformation", 2941, ["88.10A"], 0.93, 13, [
    titre("RNCP37715", "Assistant de vie aux familles", 3, 3),
    titre("RNCP90121", "Responsable de secteur des services à domicile", 5, 4),
  ]),
  secteur("Petite enfance", "uniformation", 1261, ["88.91A"], 0.96, 6, [
    titre("RNCP38565", "Accompagnant éducatif petite enfance", 3, 3, education),
  ]),
  secteur("Accompagnement médico-social", "sante", 413, ["87.10A", "87.30A"], 0.87, 13, [
    titre("RNCP90131", "Agent de service médico-social", 3, 3),
    titre("RNCP90132", "Éducateur technique en établissement", 6, 4, "Ministère chargé des solidarités"),
  ]),
  secteur("Transport et logistique", "mobilites", 16, ["49.41A", "49.41B", "52.29A", "52.10B"], 0.18, 12, [
    titre("RNCP34857", "Cariste d'entrepôt", 3, 2),
    titre("RNCP34860", "Préparateur de commandes en entrepôt", 3, 2),
    titre("RNCP90141", "Conducteur du transport routier de marchandises sur porteur", 3, 2),
  ]),
  secteur("Services de l'automobile", "mobilites", 1090, ["45.20A"], 0.09, 4, [
    titre("RNCP90145", "Mécanicien de maintenance automobile", 3, 4),
    cqp("CQP Carrossier", 3),
  ]),
  secteur("Bâtiment", "constructys", 1597, ["43.99C", "41.20A", "43.34Z"], 0.08, 10, [
    titre("RNCP90151", "Maçon", 3, 3),
    titre("RNCP90152", "Peintre en bâtiment", 3, 3),
    titre("RNCP90153", "Chef d'équipe gros œuvre", 4, 3),
  ]),
  secteur("Métallurgie", "opco2i", 3248, ["25.11Z", "25.62B", "28.22Z"], 0.14, 8, [
    titre("RNCP90161", "Soudeur assembleur industriel", 3, 2),
    titre("RNCP90162", "Technicien de maintenance industrielle", 5, 4),
    { ...cqp("CQPI Opérateur en maintenance industrielle", 3), nature: "cqpi" },
  ]),
  secteur("Industrie laitière", "ocapiat", 112, ["10.51A", "10.51C"], 0.38, 5, [
    titre("RNCP90171", "Opérateur de transformation laitière", 3, 3),
    cqp("CQP Conducteur de ligne", 4),
  ]),
  secteur("Espaces verts", "ocapiat", 7018, ["81.30Z"], 0.12, 4, [titre("RNCP90175", "Ouvrier du paysage", 3, 2)]),
  secteur("Commerce alimentaire", "opcommerce", 2216, ["47.11D", "47.11F"], 0.6, 9, [
    titre("RNCP37099", "Employé commercial", 3, 2),
    titre("RNCP37098", "Conseiller de vente", 4, 2),
  ]),
  secteur("Coiffure", "ep", 2596, ["96.02A"], 0.86, 3, [titre("RNCP90181", "Coiffeur", 3, 2, education)]),
  secteur("Conseil et services numériques", "atlas", 1486, ["62.02A"], 0.27, 3, [
    titre("RNCP90185", "Technicien d'assistance informatique", 4, 3),
    titre("RNCP90186", "Concepteur d'applications", 6, 3),
  ]),
  secteur("Espaces de loisirs", "afdas", 1790, ["93.21Z", "93.29Z"], 0.49, 2, [
    titre("RNCP90191", "Agent d'exploitation de site de loisirs", 3, 2),
    qualification("Animateur d'attraction", 3, 1790, "Groupe II"),
  ]),
];

const connus = new Set(createRequire(import.meta.url)("@socialgouv/codes-naf").map(({ id }) => id));
const inconnu = secteurs.flatMap(({ naf }) => naf).find((code) => !connus.has(code));
if (inconnu !== undefined) throw new Error(`${inconnu} n'est pas un code de la NAF rév. 2.`);
