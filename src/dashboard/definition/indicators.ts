import type { DimensionId } from "./nomenclature.ts";
import type { PopulationId } from "./populations.ts";

/**
 * What a cell holds. `colonne` names a column of the rows; with `eclater`, each parcours gives one amount per category of the
 * dimension, read in the columns `<prefix>_<code>`.
 */
export type Grandeur =
  | { type: "effectif" }
  /** Parcours with something in the category; the margin is all of the population, for a parcours may be in several categories. */
  | { type: "utilisateurs"; eclater: string }
  /** Different values of a column; `dernier` keeps for each value its latest contract, whose attributes place it. */
  | { type: "distincts"; colonne: "entreprise" | "certification"; dernier?: true }
  /** Hundredths (cents, hundredths of an hour): sums of whole numbers are the same in any order. */
  | { type: "somme"; eclater: string }
  | { type: "moyenne"; colonne: "cout" | "forfait" };

export const familles = {
  contrats: "Contrats",
  beneficiaires: "Bénéficiaires",
  entreprises: "Entreprises",
  financement: "Financement",
  territoires: "Territoires",
} as const;
export type Famille = keyof typeof familles;

/** One table of the dashboard (cahier des charges, § 4.2). */
export interface Indicateur {
  id: string;
  famille: Famille;
  titre: string;
  unite: string;
  population: PopulationId;
  dimensions: readonly DimensionId[];
  grandeur: Grandeur;
  /** Only published when asked for: each breakdown more costs hidden cells elsewhere. */
  selon?: Decoupage;
}

/** What tables may be broken down by, on demand. */
export type Decoupage = "region";

const effectif: Grandeur = { type: "effectif" };
const contrats = { famille: "contrats", unite: "contrats", grandeur: effectif } as const;
const jurys = { famille: "contrats", unite: "jurys", population: "jurys", grandeur: effectif } as const;
const beneficiaires = { famille: "beneficiaires", unite: "bénéficiaires", grandeur: effectif } as const;
const sortis = { ...beneficiaires, population: "sortis" } as const;
const territoires = { famille: "territoires", dimensions: ["region"], grandeur: effectif, selon: "region" } as const;
const financement = { famille: "financement", unite: "euros", population: "eligibles" } as const;

/** Every table, in the order in which they are published. A new one is an entry here, with its test. */
export const indicateurs: readonly Indicateur[] = [
  { ...contrats, id: "C1", titre: "Contrats conclus, selon leur durée", population: "conclus", dimensions: ["duree", "nature_contrat"] },
  {
    ...contrats,
    id: "C2.niveau",
    titre: "Certifications visées, selon leur nature et leur niveau",
    population: "conclus",
    dimensions: ["nature_certification", "niveau"],
  },
  { ...contrats, id: "C2.domaine", titre: "Certifications visées, selon le domaine", population: "conclus", dimensions: ["domaine"] },
  {
    ...contrats,
    id: "C2.certifications",
    titre: "Nombre de certifications différentes visées",
    unite: "certifications",
    population: "conclus",
    dimensions: ["niveau"],
    grandeur: { type: "distincts", colonne: "certification" },
  },
  { ...jurys, id: "C3.niveau", titre: "Décisions des jurys, selon le niveau", dimensions: ["resultat", "niveau"] },
  { ...jurys, id: "C3.domaine", titre: "Décisions des jurys, selon le domaine", dimensions: ["resultat", "domaine"] },
  {
    ...jurys,
    id: "C3.nature",
    titre: "Décisions des jurys, selon la nature de la certification",
    dimensions: ["resultat", "nature_certification"],
  },
  {
    ...contrats,
    id: "C4.heures",
    titre: "Heures prévues, selon la modalité d'acquisition des compétences",
    unite: "heures",
    population: "conclus",
    dimensions: ["modalite"],
    grandeur: { type: "somme", eclater: "heures" },
  },
  {
    ...contrats,
    id: "C4.contrats",
    titre: "Contrats qui recourent à chaque modalité",
    population: "conclus",
    dimensions: ["modalite"],
    grandeur: { type: "utilisateurs", eclater: "heures" },
  },
  {
    ...contrats,
    id: "C5.phase",
    titre: "Ruptures anticipées, selon la phase atteinte",
    population: "ruptures",
    dimensions: ["phase", "anciennete"],
  },
  {
    ...contrats,
    id: "C5.initiative",
    titre: "Ruptures anticipées, selon l'initiative",
    population: "ruptures",
    dimensions: ["initiative"],
  },
  {
    ...contrats,
    id: "C5.recevabilite",
    titre: "Ruptures anticipées, selon la recevabilité",
    population: "ruptures",
    dimensions: ["recevabilite"],
  },
  {
    ...beneficiaires,
    id: "B1",
    titre: "Bénéficiaires, selon le sexe et l'âge",
    population: "conclus",
    dimensions: ["sexe", "tranche_age"],
  },
  {
    ...beneficiaires,
    id: "B2.inscription",
    titre: "Demandeurs d'emploi, selon la durée d'inscription",
    population: "demandeurs_emploi",
    dimensions: ["inscription"],
  },
  {
    ...beneficiaires,
    id: "B2.minimum_social",
    titre: "Demandeurs d'emploi, selon le minimum social",
    population: "demandeurs_emploi",
    dimensions: ["minimum_social"],
  },
  { ...beneficiaires, id: "B2.rqth", titre: "Demandeurs d'emploi, selon la RQTH", population: "demandeurs_emploi", dimensions: ["rqth"] },
  {
    ...beneficiaires,
    id: "B2.prioritaire",
    titre: "Demandeurs d'emploi, selon l'appartenance au public prioritaire",
    population: "demandeurs_emploi",
    dimensions: ["prioritaire"],
  },
  { ...sortis, id: "B3", titre: "Niveau de qualification, à l'entrée et à la sortie", dimensions: ["niveau_entree", "niveau_sortie"] },
  { ...sortis, id: "B4", titre: "Poursuite en formation à l'issue du parcours", dimensions: ["poursuite"] },
  { ...sortis, id: "B5", titre: "Contrat de travail à l'issue du parcours", dimensions: ["contrat_travail"] },
  { ...sortis, id: "B6", titre: "Embauche dans l'entreprise à l'issue du parcours", dimensions: ["meme_entreprise"] },
  {
    famille: "entreprises",
    id: "E1",
    titre: "Entreprises participantes, selon l'effectif et le secteur",
    unite: "entreprises",
    population: "conclus",
    dimensions: ["effectif", "secteur"],
    grandeur: { type: "distincts", colonne: "entreprise", dernier: true },
  },
  {
    ...financement,
    id: "F1.cout",
    titre: "Coût moyen d'un parcours, selon la durée",
    dimensions: ["duree"],
    grandeur: { type: "moyenne", colonne: "cout" },
  },
  {
    ...financement,
    id: "F1.forfait",
    titre: "Forfait moyen d'un parcours, selon la durée",
    dimensions: ["duree"],
    grandeur: { type: "moyenne", colonne: "forfait" },
  },
  {
    ...financement,
    id: "F2.depense",
    titre: "Dépenses, par composante du forfait",
    dimensions: ["composante"],
    grandeur: { type: "somme", eclater: "depense" },
  },
  {
    ...financement,
    id: "F2.retenu",
    titre: "Montants retenus après plafonds, par composante du forfait",
    dimensions: ["composante"],
    grandeur: { type: "somme", eclater: "retenu" },
  },
  { ...territoires, id: "T.C1", titre: "Contrats conclus, selon la région de l'entreprise", unite: "contrats", population: "conclus" },
  { ...territoires, id: "T.C3", titre: "Décisions des jurys, selon la région de l'entreprise", unite: "jurys", population: "jurys" },
  {
    ...territoires,
    id: "T.C5",
    titre: "Ruptures anticipées, selon la région de l'entreprise",
    unite: "contrats",
    population: "ruptures",
  },
  {
    ...territoires,
    id: "T.B1",
    titre: "Bénéficiaires, selon la région de l'entreprise et le sexe",
    unite: "bénéficiaires",
    population: "conclus",
    dimensions: ["region", "sexe"],
  },
];

/** Whether a table tells how many persons there are, be it only by what its means divide by. */
export function compteDesPersonnes({ grandeur: { type } }: Indicateur): boolean {
  return type === "effectif" || type === "utilisateurs" || type === "moyenne";
}

/** Whether a table counts persons and each of its totals is the sum of its categories. */
export function additionne({ id }: Pick<Indicateur, "id">): boolean {
  return indicateurs.some((un) => un.id === id && un.grandeur.type === "effectif");
}
