// Bounds of what the OPCO owes, so that a drawn dossier stays lawful. This is no computation of the forfait: `cpro funding` does that.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const parametres = parse(readFileSync(new URL("../../legal/parametres.yaml", import.meta.url), "utf8"));
const loi = (nom) => parametres[nom].values.at(-1).value;

const parParcours = {
  conception_coordination: loi("plafond-conception-coordination"),
  accompagnement_vae: loi("plafond-accompagnement-vae"),
  annexes: loi("plafond-annexes"),
};
const mensuel = (nom) => loi(nom) / 12;

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
  const minimum = Math.min(somme, mensuel("plafond-annuel") * mois) * 0.75 - total(publics);
  return { minimum: Math.max(0, minimum), maximum: somme };
}

function plafond(composante, lignes, mois, { enseignements }) {
  if (composante === "pedagogique") return mensuel("plafond-pedagogique") * (mois + 1);
  if (composante === "tuteur_formation")
    return loi("tuteur-formation-taux") * Math.min(sumOf(lignes, "heures"), loi("tuteur-formation-heures"));
  if (composante === "tuteur_exercice") {
    const limite = loi(enseignements.afest_heures > 0 ? "tuteur-exercice-mois-afest" : "tuteur-exercice-mois");
    return loi("tuteur-exercice-taux-majore") * Math.min(sumOf(lignes, "mois"), limite);
  }
  return parParcours[composante];
}

const sumOf = (lignes, key) => lignes.reduce((sum, ligne) => sum + (ligne[key] ?? 0), 0);
const moisEntre = (debut, fin) => (Date.parse(fin) - Date.parse(debut)) / 86_400_000 / 30.4375;
