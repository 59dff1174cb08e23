import { type Categorie, categories, type Dimension, nonConnu } from "./categorie.ts";
import type { DimensionDefinie } from "./columns/colonne.ts";
import type { Definition } from "./definition.ts";

/** Dimensions over which the tables spread a parcours, which no column holds. */
export const eclatees: Readonly<Record<string, DimensionDefinie>> = {
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
};

/** Dimensions whose categories follow one another, besides those made of bands of numbers. */
export const echellesConnues: readonly string[] = ["niveau", "niveau_entree", "niveau_sortie"];

/** A dimension with its categories; `domaines` are the professional domains the dossier names. */
export function dimension({ dimensions }: Pick<Definition, "dimensions">, id: string, domaines: readonly string[]): Dimension {
  if (id === "domaine") return { id, libelle: "Domaine professionnel", categories: [...domaines.map(domaine), nonConnu] };
  const definie = dimensions[id];
  if (definie === undefined) throw new RangeError(`no dimension ${id}`);
  return { id, ...definie };
}

/** A domain of digits alone (a code of the NSF) would pass for a number of the table. */
function domaine(code: string): Categorie {
  return { code, libelle: /\p{L}/u.test(code) ? code : `Domaine ${code}` };
}
