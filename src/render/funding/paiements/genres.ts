import type { Blocage } from "../../../funding/index.ts";

/** What kind of thing holds a payment up, in a word or two. */
export const genres: Readonly<Record<Blocage["genre"], string>> = {
  eligibilite: "Éligibilité",
  piece: "Document manquant",
  decision: "Décision de l'OPCO",
  facture: "Facture manquante",
  declaration: "Heures ou mois manquants",
  trop_percu: "Trop-perçu",
};
