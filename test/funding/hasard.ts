import fc from "fast-check";
import { nomsDesComposantes } from "../../src/funding/index.ts";
import { addDays, type Day } from "../../src/words/dates.ts";
import { toEuros } from "../../src/words/money.ts";
import type { Contrat } from "./contrat.ts";

type Depense = NonNullable<Contrat["depenses"]>[number];
type Public = NonNullable<Contrat["publics"]>[number];

const premierJour: Day = "2023-06-01";
const jour = (span: number): fc.Arbitrary<Day> => fc.integer({ min: 0, max: span }).map((days) => addDays(premierJour, days));
const montant = fc.integer({ min: 0, max: 1_500_000 }).map(toEuros);
const composante = fc.constantFrom(...nomsDesComposantes);

/** A line may be dated before or after any contract, or not at all. */
const date = fc.option(jour(2400), { nil: undefined, freq: 2 });

export const depense: fc.Arbitrary<Depense> = fc
  .record({ composante, montant, date, heures: fc.integer({ min: 0, max: 60 }), mois: fc.integer({ min: 0, max: 15 }) })
  .map(({ composante, montant, date, heures, mois }) => ({
    composante,
    montant,
    ...(date === undefined ? {} : { date }),
    ...(composante === "tuteur_formation" ? { heures } : {}),
    ...(composante === "tuteur_exercice" ? { mois } : {}),
  }));

export const financementPublic: fc.Arbitrary<Public> = fc
  .record({ composante, montant, date })
  .map(({ composante, montant, date }) => ({ financeur: "Région", composante, montant, ...(date === undefined ? {} : { date }) }));

const depenses = fc.array(depense, { maxLength: 8 });
const publics = fc.array(financementPublic, { maxLength: 3 });

/** Contracts of a day to three years and a half, broken or not, with anything spent and received. */
export const contrat: fc.Arbitrary<Contrat> = fc
  .record({
    debut: jour(1000),
    duree: fc.integer({ min: 0, max: 1300 }),
    rupture: fc.option(fc.integer({ min: -1, max: 1300 }), { nil: undefined }),
    afest_heures: fc.constantFrom(0, 80),
    tuteur_ne_le: fc.constantFrom("1970-03-01", "1990-03-01"),
    depenses,
    publics,
    complement: fc.option(montant, { nil: undefined }),
  })
  .map(({ debut, duree, rupture, complement, ...others }) => ({
    debut,
    fin: addDays(debut, duree),
    ...others,
    ...(rupture === undefined ? {} : { rupture: addDays(debut, Math.min(rupture, duree)) }),
    ...(complement === undefined ? {} : { complement }),
  }));

/** Contracts of at most one year, on which the annual ceiling bears only once. */
export const contratDUnAn: fc.Arbitrary<Contrat> = contrat.map((one) => {
  const { rupture: _, ...others } = one;
  return { ...others, fin: one.fin < addDays(one.debut, 364) ? one.fin : addDays(one.debut, 364) };
});
