import { type ParameterName, type ReferenceId, valueAt } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import { toCents } from "../words/money.ts";
import { type Amount, figure } from "./amount.ts";

/** The figures of the law that bear on a forfait, as they stand on a day. */
export interface Bareme {
  annuel: Amount;
  pedagogique: Amount;
  conceptionCoordination: Amount;
  accompagnementVae: Amount;
  annexes: Amount;
  tuteurFormation: Amount;
  tuteurFormationHeures: Limite;
  tuteurExercice: Amount;
  tuteurExerciceMajore: Amount;
  tuteurExerciceMois: Limite;
  tuteurExerciceMoisAfest: Limite;
}

/** So many hours or months at most. */
interface Limite {
  nombre: number;
  reference: ReferenceId;
}

const baremes = new Map<Day, Bareme>();

/**
 * The experiment has a thousand days of law, and contracts by the thousand each day.
 * @throws UserError before the first value of a parameter, which it names.
 */
export function baremeAu(droit: Day): Bareme {
  const known = baremes.get(droit);
  if (known !== undefined) return known;
  const bareme: Bareme = {
    annuel: montant("Plafond annuel", "plafond-annuel", droit),
    pedagogique: montant("Plafond", "plafond-pedagogique", droit),
    conceptionCoordination: montant("Plafond", "plafond-conception-coordination", droit),
    accompagnementVae: montant("Plafond", "plafond-accompagnement-vae", droit),
    annexes: montant("Plafond", "plafond-annexes", droit),
    tuteurFormation: montant("Plafond", "tuteur-formation-taux", droit),
    tuteurFormationHeures: limite("tuteur-formation-heures", droit),
    tuteurExercice: montant("Plafond", "tuteur-exercice-taux", droit),
    tuteurExerciceMajore: montant("Plafond majoré", "tuteur-exercice-taux-majore", droit),
    tuteurExerciceMois: limite("tuteur-exercice-mois", droit),
    tuteurExerciceMoisAfest: limite("tuteur-exercice-mois-afest", droit),
  };
  baremes.set(droit, bareme);
  return bareme;
}

function montant(label: string, name: ParameterName, droit: Day): Amount {
  const { value, reference } = valueAt(name, droit);
  return figure(label, toCents(Number(value)), [reference]);
}

function limite(name: ParameterName, droit: Day): Limite {
  const { value, reference } = valueAt(name, droit);
  return { nombre: Number(value), reference };
}
