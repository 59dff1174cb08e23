import { categories } from "./categorie.ts";
import type { DimensionDefinie } from "./columns/colonne.ts";

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
