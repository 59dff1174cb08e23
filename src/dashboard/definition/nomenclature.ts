import { type Categorie, categories, type Dimension, nonConnu } from "./categorie.ts";
import type { DimensionDefinie } from "./columns/colonne.ts";
import { colonnes, dimensionnees, type NomDeDimension } from "./columns/index.ts";

/** Dimensions over which the tables spread a parcours, which no column holds. */
const eclatees = {
  modalite: {
    libelle: "Modalité",
    categories: categories({
      organisme: "Enseignement en organisme",
      interne: "Enseignement en interne",
      distance: "Enseignement à distance",
      afest: "AFEST",
      activite: "Activité en entreprise",
      accompagnement_vae: "Accompagnement VAE",
    }),
  },
  composante: {
    libelle: "Composante du forfait",
    categories: categories({
      conception_coordination: "Conception et coordination",
      pedagogique: "Frais pédagogiques",
      accompagnement_vae: "Accompagnement VAE",
      annexes: "Frais annexes",
      tuteur_formation: "Formation du tuteur",
      tuteur_exercice: "Exercice du tutorat",
    }),
  },
} satisfies Record<string, DimensionDefinie>;

export type DimensionFermee = NomDeDimension | keyof typeof eclatees;
export type DimensionId = DimensionFermee | "domaine";

/** Every dimension but `domaine`, whose categories are those of the dossier. */
const fermees = {
  ...(Object.fromEntries(dimensionnees.map((nom) => [nom, colonnes[nom].dimension])) as Record<NomDeDimension, DimensionDefinie>),
  ...eclatees,
} satisfies Record<DimensionFermee, DimensionDefinie>;

/** Dimensions whose categories follow one another, besides those made of bands of numbers. */
export const echelles: ReadonlySet<string> = new Set(["niveau", "niveau_entree", "niveau_sortie", "phase"] satisfies DimensionId[]);

/** A dimension with its categories; `domaines` are the professional domains the dossier names. */
export function dimension(id: DimensionId, domaines: readonly string[]): Dimension {
  if (id !== "domaine") return { id, ...fermees[id] };
  return { id, libelle: "Domaine professionnel", categories: [...domaines.map(domaine), nonConnu] };
}

/** A domain of digits alone (a code of the NSF) would pass for a number of the table. */
function domaine(code: string): Categorie {
  return { code, libelle: /\p{L}/u.test(code) ? code : `Domaine ${code}` };
}
