import type { Mesure } from "./semestre.ts";

/** A cell of a table, by the codes that are not `ensemble`. */
export interface Terme {
  table: string;
  mesure: Mesure;
  codes?: Readonly<Record<string, string>>;
  /** Taken off instead of added. */
  moins?: true;
}

interface Figure {
  id: string;
  libelle: string;
  groupe: string;
  unite?: "euros";
  termes: readonly Terme[];
}

const total = (table: string, mesure: Mesure, codes?: Terme["codes"]): Terme => ({ table, mesure, ...(codes && { codes }) });

const groupes = {
  contrats: "Projets et contrats",
  parcours: "Parcours",
  certifications: "Certifications",
  beneficiaires: "Bénéficiaires",
  entreprises: "Entreprises et coûts",
};

/** The header figures that come from the tables. */
export const figures: readonly Figure[] = [
  { id: "contrats_semestre", groupe: groupes.contrats, libelle: "Contrats conclus dans le semestre", termes: [total("C1", "semestre")] },
  { id: "contrats_cumul", groupe: groupes.contrats, libelle: "Contrats conclus depuis le début", termes: [total("C1", "cumul")] },
  {
    id: "en_cours",
    groupe: groupes.parcours,
    libelle: "Parcours en cours",
    termes: [total("C1", "cumul"), { ...total("B5", "cumul"), moins: true }],
  },
  {
    id: "termines_semestre",
    groupe: groupes.parcours,
    libelle: "Parcours terminés dans le semestre (ruptures comprises)",
    termes: [total("B5", "semestre")],
  },
  {
    id: "termines_cumul",
    groupe: groupes.parcours,
    libelle: "Parcours terminés depuis le début (ruptures comprises)",
    termes: [total("B5", "cumul")],
  },
  { id: "jurys_cumul", groupe: groupes.certifications, libelle: "Jurys tenus depuis le début", termes: [total("C3.nature", "cumul")] },
  {
    id: "validations_totales_cumul",
    groupe: groupes.certifications,
    libelle: "Certifications obtenues en totalité",
    termes: [total("C3.nature", "cumul", { resultat: "validation_totale" })],
  },
  {
    id: "validations_partielles_cumul",
    groupe: groupes.certifications,
    libelle: "Certifications obtenues en partie",
    termes: [total("C3.nature", "cumul", { resultat: "validation_partielle" })],
  },
  {
    id: "ruptures_semestre",
    groupe: groupes.parcours,
    libelle: "Contrats rompus dans le semestre",
    termes: [total("C5.initiative", "semestre")],
  },
  { id: "ruptures_cumul", groupe: groupes.parcours, libelle: "Contrats rompus depuis le début", termes: [total("C5.initiative", "cumul")] },
  {
    id: "femmes_cumul",
    groupe: groupes.beneficiaires,
    libelle: "Femmes parmi les bénéficiaires",
    termes: [total("B1", "cumul", { sexe: "femme" })],
  },
  {
    id: "demandeurs_emploi_cumul",
    groupe: groupes.beneficiaires,
    libelle: "Demandeurs d'emploi parmi les bénéficiaires",
    termes: [total("B2.rqth", "cumul")],
  },
  {
    id: "issues_connues_cumul",
    groupe: groupes.beneficiaires,
    libelle: "Parcours terminés dont l'issue est connue",
    termes: [total("B5", "cumul"), { ...total("B5", "cumul", { contrat_travail: "non_connu" }), moins: true }],
  },
  {
    id: "emploi_cumul",
    groupe: groupes.beneficiaires,
    libelle: "Bénéficiaires en contrat de travail à l'issue",
    termes: ["cdi", "cdd", "autre"].map((nature) => total("B5", "cumul", { contrat_travail: nature })),
  },
  { id: "entreprises_cumul", groupe: groupes.entreprises, libelle: "Entreprises participantes", termes: [total("E1", "cumul")] },
  {
    id: "cout_moyen_cumul",
    groupe: groupes.entreprises,
    libelle: "Coût moyen d'un parcours",
    unite: "euros",
    termes: [total("F1.cout", "cumul")],
  },
  {
    id: "forfait_moyen_cumul",
    groupe: groupes.entreprises,
    libelle: "Forfait moyen d'un parcours",
    unite: "euros",
    termes: [total("F1.forfait", "cumul")],
  },
];

/** A rate, by the ids of the figures it divides. */
interface Taux {
  id: string;
  libelle: string;
  numerateur: string;
  denominateur: string;
}

export const taux: readonly Taux[] = [
  { id: "taux_plafond", libelle: "Part du plafond national déjà engagée", numerateur: "contrats_cumul", denominateur: "plafond_parcours" },
  { id: "taux_rupture", libelle: "Taux de rupture", numerateur: "ruptures_cumul", denominateur: "contrats_cumul" },
  {
    id: "taux_validation_totale",
    libelle: "Taux de validation totale",
    numerateur: "validations_totales_cumul",
    denominateur: "jurys_cumul",
  },
  {
    id: "taux_validation_partielle",
    libelle: "Taux de validation partielle",
    numerateur: "validations_partielles_cumul",
    denominateur: "jurys_cumul",
  },
  { id: "taux_emploi", libelle: "Taux d'emploi à l'issue", numerateur: "emploi_cumul", denominateur: "issues_connues_cumul" },
  { id: "part_femmes", libelle: "Part des femmes", numerateur: "femmes_cumul", denominateur: "contrats_cumul" },
  {
    id: "part_demandeurs_emploi",
    libelle: "Part des demandeurs d'emploi",
    numerateur: "demandeurs_emploi_cumul",
    denominateur: "contrats_cumul",
  },
];
