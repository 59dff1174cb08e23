/** Those who act in a dispositif. */
export const acteurs = ["porteur", "employeur", "opco", "dgefp", "certificateur", "candidat"] as const;
export type Acteur = (typeof acteurs)[number];
