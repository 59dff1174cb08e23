import type { Composante } from "../generated/parcours.ts";
import { type ParameterName, valueAt } from "../legal/index.ts";
import { type Day, monthsInYear } from "../words/dates.ts";
import { type Cents, prorata, toCents } from "../words/money.ts";

const parParcours = {
  conception_coordination: "plafond-conception-coordination",
  accompagnement_vae: "plafond-accompagnement-vae",
  annexes: "plafond-annexes",
} as const satisfies Partial<Record<Composante, ParameterName>>;

/** The composantes whose ceiling is one amount for the whole parcours. */
type ComposanteFixe = keyof typeof parParcours;

export function plafondFixe(composante: ComposanteFixe, droit: Day): Cents {
  return toCents(valueAt(parParcours[composante], droit).value);
}

/** The pedagogical ceiling of a whole parcours of so many months. */
export function plafondPedagogique(mois: number, droit: Day): Cents {
  return prorata(toCents(valueAt("plafond-pedagogique", droit).value), mois / monthsInYear);
}

/** The ceiling of the training of the tutor or AFEST trainer, for hours followed. */
export function plafondTuteurFormation(heures: number, droit: Day): Cents {
  const taux = toCents(valueAt("tuteur-formation-taux", droit).value);
  return prorata(taux, Math.min(heures, valueAt("tuteur-formation-heures", droit).value));
}

/** The ceiling of the tutor function; the rate is raised for a tutor of 45 or a priority public, the duration when the tutor performs AFEST. */
export function plafondTuteurExercice(mois: number, { isMajore, isAfest }: { isMajore: boolean; isAfest: boolean }, droit: Day): Cents {
  const taux = toCents(valueAt(isMajore ? "tuteur-exercice-taux-majore" : "tuteur-exercice-taux", droit).value);
  return prorata(taux, Math.min(mois, valueAt(isAfest ? "tuteur-exercice-mois-afest" : "tuteur-exercice-mois", droit).value));
}
