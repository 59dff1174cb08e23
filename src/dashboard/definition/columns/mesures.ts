import type { ParcoursConclu } from "../../../dossier/faits.ts";
import type { Composante } from "../../../generated/parcours.ts";
import type { Cents } from "../../../words/money.ts";
import { euros, heures } from "./colonne.ts";
import type { Faits } from "./faits.ts";

/** Hours and amounts, in the order of the columns of a lot. */
export const mesurees = {
  heures_organisme: heures({ libelle: "Heures en organisme", utilite: 11, valeur: enseignement("organisme_heures") }),
  heures_interne: heures({ libelle: "Heures en interne", utilite: 10, valeur: enseignement("interne_heures") }),
  heures_distance: heures({ libelle: "Heures à distance", utilite: 9, valeur: enseignement("distance_heures") }),
  heures_afest: heures({ libelle: "Heures d'AFEST", utilite: 8, valeur: enseignement("afest_heures") }),
  heures_activite: heures({
    libelle: "Heures d'activité en entreprise",
    utilite: 7,
    valeur: ({ parcours }) => centiemes(parcours.modalites?.activite_heures ?? 0),
  }),
  heures_accompagnement_vae: heures({
    libelle: "Heures d'accompagnement VAE",
    utilite: 6,
    valeur: ({ parcours }) => centiemes(parcours.modalites?.accompagnement_vae_heures ?? 0),
  }),
  cout: euros({ libelle: "Coût du parcours, somme de ses composantes, en euros", valeur: ({ couts }) => couts?.coutReel ?? 0 }),
  forfait: euros({ libelle: "Forfait", valeur: ({ couts }) => couts?.forfait ?? 0 }),
  depense_conception_coordination: euros({
    libelle: "Dépenses de conception et coordination",
    valeur: montant("depense", "conception_coordination"),
  }),
  depense_pedagogique: euros({ libelle: "Frais pédagogiques", valeur: montant("depense", "pedagogique") }),
  depense_accompagnement_vae: euros({ libelle: "Dépenses d'accompagnement VAE", valeur: montant("depense", "accompagnement_vae") }),
  depense_annexes: euros({ libelle: "Frais annexes", valeur: montant("depense", "annexes") }),
  depense_tuteur_formation: euros({ libelle: "Dépenses de formation du tuteur", valeur: montant("depense", "tuteur_formation") }),
  depense_tuteur_exercice: euros({ libelle: "Dépenses d'exercice du tutorat", valeur: montant("depense", "tuteur_exercice") }),
  retenu_conception_coordination: euros({
    libelle: "Conception et coordination, montant retenu",
    valeur: montant("retenu", "conception_coordination"),
  }),
  retenu_pedagogique: euros({ libelle: "Frais pédagogiques, montant retenu", valeur: montant("retenu", "pedagogique") }),
  retenu_accompagnement_vae: euros({ libelle: "Accompagnement VAE, montant retenu", valeur: montant("retenu", "accompagnement_vae") }),
  retenu_annexes: euros({ libelle: "Frais annexes, montant retenu", valeur: montant("retenu", "annexes") }),
  retenu_tuteur_formation: euros({ libelle: "Formation du tuteur, montant retenu", valeur: montant("retenu", "tuteur_formation") }),
  retenu_tuteur_exercice: euros({ libelle: "Exercice du tutorat, montant retenu", valeur: montant("retenu", "tuteur_exercice") }),
};

type Lieu = Extract<keyof ParcoursConclu["modalites"]["enseignements"], `${string}_heures`>;

function enseignement(lieu: Lieu): (faits: Faits) => number {
  return ({ parcours }) => centiemes(parcours.modalites?.enseignements[lieu] ?? 0);
}

function montant(quoi: "depense" | "retenu", composante: Composante): (faits: Faits) => Cents {
  return ({ couts }) => couts?.composantes[composante][quoi] ?? 0;
}

function centiemes(nombre: number): number {
  return Math.round(nombre * 100);
}
