import type { Kind } from "../dossier/kinds.ts";

/** A sheet of the workbook: what of a document it holds. */
export interface Theme {
  nom: string;
  kind: Kind;
  /** One sentence for who fills it in. */
  note: string;
  /** Each row (or column) of this sheet begins a document; rows of the others say which document they belong to. */
  ancre?: true;
  /** Fields go down and documents across: easier for the long texts of one fiche. */
  vertical?: true;
  /** Rubrics, by their path, "" for what no other sheet names; what stands in lists is taken only when its list is named, with « [] ». */
  rubriques: readonly string[];
}

/** The workbook, sheet by sheet. Every field of a document stands in exactly one sheet. */
export const themes: readonly Theme[] = [
  {
    nom: "Fiche projet",
    kind: "fiche",
    ancre: true,
    vertical: true,
    note: "Les rubriques de la fiche adressée à la DGEFP ; leurs listes se trouvent dans les feuilles suivantes.",
    rubriques: [""],
  },
  {
    nom: "Fiche besoin",
    kind: "fiche",
    note: "Les secteurs du projet, et ce qui établit le besoin de recrutement.",
    rubriques: ["secteurs[]", "besoin_recrutement.sources[]"],
  },
  {
    nom: "Fiche certifications",
    kind: "fiche",
    note: "Ce que le projet vise, et pourquoi cela répond au besoin : une ligne par certification.",
    rubriques: ["certifications[]"],
  },
  {
    nom: "Fiche partenaires",
    kind: "fiche",
    note: "Les membres du consortium, les organismes de formation et les partenaires ; chaque ligne peut remplir un ou plusieurs blocs.",
    rubriques: ["consortium[]", "modalites.enseignements.organismes[]", "partenariats[]"],
  },
  {
    nom: "Fiche budget",
    kind: "fiche",
    note: "Les autres financements du projet ; le coût par parcours se trouve dans la feuille « Fiche projet ».",
    rubriques: ["financement.complementaires[]", "financement.publics[]"],
  },
  {
    nom: "Fiche suivi",
    kind: "fiche",
    note: "Les pièces jointes, les comités, les transmissions à la DGEFP et les dérogations ; chaque ligne peut remplir un ou plusieurs blocs.",
    rubriques: ["pieces_jointes[]", "pilotage.comites[]", "pilotage.transmissions[]", "derogations[]"],
  },
  {
    nom: "Parcours",
    kind: "parcours",
    ancre: true,
    note: "Un bénéficiaire, un parcours, une ligne. Commencez ici : les autres feuilles reprennent l'identifiant choisi dans cette colonne.",
    rubriques: [""],
  },
  {
    nom: "Entreprises",
    kind: "parcours",
    note: "L'entreprise où le bénéficiaire travaille, et l'employeur s'il est différent : une ligne par parcours.",
    rubriques: ["entreprise", "employeur", "opco"],
  },
  {
    nom: "Certifications",
    kind: "parcours",
    note: "La certification, les blocs ou la qualification que vise chaque parcours : une ligne par parcours.",
    rubriques: ["certification"],
  },
  {
    nom: "Contrats",
    kind: "parcours",
    note: "Le contrat, ses dates et sa vie : une ligne par parcours dont le contrat est conclu.",
    rubriques: ["contrat"],
  },
  {
    nom: "Tuteurs",
    kind: "parcours",
    note: "Le tuteur, le second tuteur d'un groupement d'employeurs et le formateur AFEST : une ligne par parcours.",
    rubriques: ["tuteur", "tuteur_groupement", "formateur_afest"],
  },
  {
    nom: "Modalités",
    kind: "parcours",
    note: "Les heures du parcours et leurs conditions : une ligne par parcours.",
    rubriques: ["modalites"],
  },
  {
    nom: "Phases",
    kind: "parcours",
    note: "Les cinq phases du cahier des charges : une ligne par parcours, vide tant que rien n'a commencé.",
    rubriques: ["phases"],
  },
  {
    nom: "Suivi",
    kind: "parcours",
    note: "Les évaluations, les écarts de compétences et les démarches depuis la recevabilité : autant de lignes que nécessaire par parcours.",
    rubriques: ["phases.evaluation.evaluations[]", "phases.accompagnement.ecarts[]", "phases.recevabilite.demarches[]"],
  },
  { nom: "Dépenses", kind: "parcours", note: "Une ligne par dépense.", rubriques: ["financement.depenses[]"] },
  {
    nom: "Financements",
    kind: "parcours",
    note: "Ce qui couvre les dépenses : complément, financements publics, versements de l'OPCO ; autant de lignes que nécessaire par parcours.",
    rubriques: ["financement", "financement.publics[]", "financement.versements[]"],
  },
  {
    nom: "Accueil",
    kind: "parcours",
    note: "Les autres entreprises où le bénéficiaire acquiert un savoir-faire : une ligne par entreprise.",
    rubriques: ["contrat.entreprises_accueil[]"],
  },
  { nom: "Sorties", kind: "parcours", note: "La situation à l'issue du parcours : une ligne par parcours.", rubriques: ["sortie"] },
  {
    nom: "Dérogations",
    kind: "parcours",
    note: "Les règles auxquelles un parcours déroge, avec l'accord obtenu : une ligne par dérogation.",
    rubriques: ["derogations[]"],
  },
];
