import type { Categorie } from "./categorie.ts";

/**
 * The 21 sections of the NAF rev. 2 (décret n° 2007-1888): code, first and last division, title. The kept package of NAF codes
 * begins at the divisions, so that the sections stand here.
 */
const sections = [
  ["A", 1, 3, "Agriculture, sylviculture et pêche"],
  ["B", 5, 9, "Industries extractives"],
  ["C", 10, 33, "Industrie manufacturière"],
  ["D", 35, 35, "Électricité, gaz, vapeur et air conditionné"],
  ["E", 36, 39, "Eau, assainissement, déchets et dépollution"],
  ["F", 41, 43, "Construction"],
  ["G", 45, 47, "Commerce, réparation d'automobiles et de motocycles"],
  ["H", 49, 53, "Transports et entreposage"],
  ["I", 55, 56, "Hébergement et restauration"],
  ["J", 58, 63, "Information et communication"],
  ["K", 64, 66, "Activités financières et d'assurance"],
  ["L", 68, 68, "Activités immobilières"],
  ["M", 69, 75, "Activités spécialisées, scientifiques et techniques"],
  ["N", 77, 82, "Services administratifs et de soutien"],
  ["O", 84, 84, "Administration publique"],
  ["P", 85, 85, "Enseignement"],
  ["Q", 86, 88, "Santé humaine et action sociale"],
  ["R", 90, 93, "Arts, spectacles et activités récréatives"],
  ["S", 94, 96, "Autres activités de services"],
  ["T", 97, 98, "Activités des ménages en tant qu'employeurs"],
  ["U", 99, 99, "Activités extraterritoriales"],
] as const;

export const secteurs: Categorie[] = sections.map(([code, , , titre]) => ({ code, libelle: `${code} – ${titre}` }));

/** The section of a NAF code such as 81.21Z; nothing when no section has its division. */
export function sectionDe(naf: string): string | undefined {
  const division = Number(naf.slice(0, 2));
  return sections.find(([, premiere, derniere]) => premiere <= division && division <= derniere)?.[0];
}
