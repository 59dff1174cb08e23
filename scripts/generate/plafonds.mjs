// Bounds of what the OPCO owes, so that a drawn dossier stays lawful. This is no computation of the forfait: `cpro funding` does that.
const parParcours = { conception_coordination: 1000, accompagnement_vae: 2000, annexes: 300 };

export const total = (lignes) => lignes.reduce((sum, { montant }) => sum + montant, 0);

/** The least and the most the OPCO may owe for these lines, in euros. */
export function montantDu({ vie, modalites, depenses, publics }) {
  const mois = Math.max(0.2, moisEntre(vie.debut, vie.dernier));
  const retenu = [...new Set(depenses.map(({ composante }) => composante))].map((composante) => {
    const lignes = depenses.filter((ligne) => ligne.composante === composante);
    return Math.min(total(lignes), plafond(composante, lignes, mois, modalites));
  });
  const somme = retenu.reduce((sum, montant) => sum + montant, 0);
  // Lines may fall in a year that is already full: hence the margin.
  const minimum = Math.min(somme, 750 * mois) * 0.75 - total(publics);
  return { minimum: Math.max(0, minimum), maximum: somme };
}

function plafond(composante, lignes, mois, { enseignements }) {
  if (composante === "pedagogique") return 500 * (mois + 1);
  if (composante === "tuteur_formation") return 15 * Math.min(sumOf(lignes, "heures"), 40);
  if (composante === "tuteur_exercice") return 345 * Math.min(sumOf(lignes, "mois"), enseignements.afest_heures > 0 ? 12 : 6);
  return parParcours[composante];
}

const sumOf = (lignes, key) => lignes.reduce((sum, ligne) => sum + (ligne[key] ?? 0), 0);
const moisEntre = (debut, fin) => (Date.parse(fin) - Date.parse(debut)) / 86_400_000 / 30.4375;
