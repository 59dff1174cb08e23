import type { Composante } from "../generated/parcours.ts";
import { type Day, monthsInYear } from "../words/dates.ts";
import { type Cents, prorata, toCents } from "../words/money.ts";
import { type ParameterName, parameters, type ReferenceId, valueAt } from "./index.ts";

/** An amount of the law. */
export interface Montant {
  cents: Cents;
  references: readonly ReferenceId[];
}

/** A rate for each hour or month declared, up to so many. */
export interface Taux extends Montant {
  limite: { nombre: number; reference: ReferenceId };
}

/** The composantes whose ceiling is one amount for the whole parcours. */
export type ComposanteFixe = Extract<Composante, "conception_coordination" | "accompagnement_vae" | "annexes">;

/** The ceilings of a forfait, as they stand on a day: every other place reads them here. */
export interface Bareme {
  /** Of all components, for a contract year. */
  annuel: Montant;
  fixes: Readonly<Record<ComposanteFixe, Montant>>;
  /** For a year. */
  pedagogique: Montant;
  tuteurFormation: Taux;
  /** The rate is raised for a tutor of 45 or a priority public, the months when the tutor performs the AFEST. */
  tuteurExercice(cas: CasDuTuteur): Taux;
}

export interface CasDuTuteur {
  isMajore: boolean;
  isAfest: boolean;
}

const baremes = new Map<Day, Bareme>();

/**
 * The experiment has a thousand days of law, and contracts by the thousand each day.
 * @throws UserError before the first value of a parameter, which it names.
 */
export function baremeAu(droit: Day): Bareme {
  const known = baremes.get(droit);
  if (known !== undefined) return known;
  const bareme = baremeSelon((name) => valueAt(name, droit));
  baremes.set(droit, bareme);
  return bareme;
}

/** The highest that any day up to this one allows, whatever day governs a contract; zero for what no law gives yet. */
export function baremeLePlusHaut(date: Day): Bareme {
  return baremeSelon((name) => {
    const values = parameters[name].values.filter(({ from }) => from <= date);
    const highest = values.reduce((best, one) => (Number(one.value) > Number(best?.value ?? 0) ? one : best), values[0]);
    return highest ?? { value: 0, reference: parameters[name].values[0]?.reference ?? "cahier-des-charges-3" };
  });
}

type Lecture = (name: ParameterName) => { value: number | Day; reference: ReferenceId };

function baremeSelon(lire: Lecture): Bareme {
  const montant = (name: ParameterName): Montant => {
    const { value, reference } = lire(name);
    return { cents: toCents(Number(value)), references: [reference] };
  };
  const taux = (name: ParameterName, jusqua: ParameterName): Taux => {
    const { value, reference } = lire(jusqua);
    return { ...montant(name), limite: { nombre: Number(value), reference } };
  };
  const exercice = (name: ParameterName) => ({
    afest: taux(name, "tuteur-exercice-mois-afest"),
    autre: taux(name, "tuteur-exercice-mois"),
  });
  const exercices = { majore: exercice("tuteur-exercice-taux-majore"), normal: exercice("tuteur-exercice-taux") };
  return {
    annuel: montant("plafond-annuel"),
    fixes: {
      conception_coordination: montant("plafond-conception-coordination"),
      accompagnement_vae: montant("plafond-accompagnement-vae"),
      annexes: montant("plafond-annexes"),
    },
    pedagogique: montant("plafond-pedagogique"),
    tuteurFormation: taux("tuteur-formation-taux", "tuteur-formation-heures"),
    tuteurExercice: ({ isMajore, isAfest }) => exercices[isMajore ? "majore" : "normal"][isAfest ? "afest" : "autre"],
  };
}

/** What a ceiling for a year is for so many months. */
export function auProrata({ cents }: Montant, mois: number): Cents {
  return prorata(cents, mois / monthsInYear);
}

/** What a rate gives for so many hours or months. */
export function auTaux({ cents, limite }: Taux, declare: number): Cents {
  return prorata(cents, Math.min(declare, limite.nombre));
}
