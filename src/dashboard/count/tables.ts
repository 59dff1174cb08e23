import { type Dimension, ENSEMBLE, NON_CONNU, nonConnu } from "../definition/categorie.ts";
import type { Codes } from "../definition/cle.ts";
import type { Definition } from "../definition/definition.ts";
import type { Indicateur } from "../definition/indicateur.ts";
import { dimension } from "../definition/nomenclature.ts";
import { type Fenetre, mesures } from "../definition/semestre.ts";
import type { Reponse } from "../engine/moteur.ts";
import { dimensionReunie, type Regroupement } from "../regroupement/index.ts";

/** A cell with all that is known of it, never to be shown as it is. */
export interface Cellule {
  mesure: Fenetre;
  codes: Codes;
  /** A number of persons, enterprises or certifications, or a sum in hundredths (also for means: see `nombre`). */
  total: number;
  /** Persons in the cell: what a mean is divided by. */
  personnes: number;
  /** Persons and enterprises with a non-zero amount, and the largest amount of one enterprise; for amounts only. */
  contributeurs: number;
  entreprises: number;
  plusGros: number;
}

export interface Table {
  indicateur: Indicateur;
  dimensions: Dimension[];
  /** Every combination of codes and margins, in the order of the nomenclature, whether anybody is there or not. */
  cellules: Cellule[];
  /** Its counts are rounded. */
  arrondie?: true;
}

/** A table from the answer to its query. */
export function tableDe(
  definition: Definition,
  indicateur: Indicateur,
  reponses: readonly Reponse[],
  domaines: readonly string[],
  regroupement?: Regroupement,
): Table {
  const dimensions = indicateur.dimensions.map((id) =>
    dimensionReunie(definition, avecInconnus(dimension(definition, id, domaines), reponses), regroupement),
  );
  const trouvees = new Map(reponses.map((reponse) => [cleDe(texte(reponse.mesure), codesDe(dimensions, reponse)), reponse]));
  const cellules = fenetresDe(indicateur).flatMap((mesure) =>
    combinaisons(dimensions).map((codes) => celluleDe(mesure, codes, trouvees.get(cleDe(mesure, codes)))),
  );
  return { indicateur, dimensions, cellules };
}

/** A lot may leave out what a dossier always says: the total must still be the sum of the rows. */
function avecInconnus(une: Dimension, reponses: readonly Reponse[]): Dimension {
  const prevu = une.categories.some(({ code }) => code === NON_CONNU);
  if (prevu || !reponses.some((reponse) => reponse[une.id] === NON_CONNU)) return une;
  return { ...une, categories: [...une.categories, nonConnu] };
}

/** Different values do not add up over time, so that what came before cannot be had by subtraction. */
function fenetresDe({ grandeur }: Indicateur): Fenetre[] {
  return grandeur.type === "distincts" ? [...mesures] : [...mesures, "anterieur"];
}

function celluleDe(mesure: Fenetre, codes: Codes, reponse: Reponse | undefined): Cellule {
  const nombre = (nom: string): number => Number(reponse?.[nom] ?? 0);
  return {
    mesure,
    codes,
    total: nombre("valeur"),
    personnes: nombre("personnes"),
    contributeurs: nombre("contributeurs"),
    entreprises: nombre("entreprises"),
    plusGros: nombre("plus_gros"),
  };
}

/** Every choice of one code or margin per dimension. */
function combinaisons(dimensions: readonly Dimension[]): Codes[] {
  return dimensions.reduce<Codes[]>(
    (debuts, { id, categories }) =>
      debuts.flatMap((debut) => [...categories.map(({ code }) => code), ENSEMBLE].map((code) => ({ ...debut, [id]: code }))),
    [{}],
  );
}

function codesDe(dimensions: readonly Dimension[], reponse: Reponse): Codes {
  return Object.fromEntries(dimensions.map(({ id }) => [id, texte(reponse[id])]));
}

function cleDe(mesure: string, codes: Codes): string {
  return [mesure, ...Object.values(codes)].join("\u0000");
}

function texte(valeur: unknown): string {
  return typeof valeur === "string" ? valeur : "";
}
