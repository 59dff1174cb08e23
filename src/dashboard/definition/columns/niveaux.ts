import type { Categorie } from "../categorie.ts";

/** The levels of the national framework of certifications. A list of pairs: as an object, « aucun » would come after the numbers. */
export const niveaux = [
  ["aucun", "Aucun"],
  ["3", "Niveau 3 (CAP)"],
  ["4", "Niveau 4 (bac)"],
  ["5", "Niveau 5 (bac + 2)"],
  ["6", "Niveau 6 (bac + 3)"],
  ["7", "Niveau 7 (bac + 5)"],
  ["8", "Niveau 8 (doctorat)"],
].map(([code = "", libelle = ""]): Categorie => ({ code, libelle }));
