import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Amount, type FinancementParcours, nomsDesLectures } from "../../src/funding/index.ts";
import { firstValue } from "../../src/legal/index.ts";
import { toCents, toEuros } from "../../src/words/money.ts";
import { type Contrat, financer, financerTous } from "./contrat.ts";
import { contrat, contratDUnAn, depense, financementPublic } from "./hasard.ts";

const lecture = fc.constantFrom(...nomsDesLectures);
const UN_CENTIME = 1;

describe("quel que soit le contrat", () => {
  it("le forfait d'une année ne dépasse ni le plafond annuel ni les dépenses de l'année, et n'est jamais négatif", () => {
    const plafond = toCents(firstValue("plafond-annuel"));
    fc.assert(
      fc.property(contrat, lecture, (one, nom) => {
        for (const { forfait, composantes } of financer(one, { lecture: nom }).annees) {
          const depenses = Object.values(composantes).reduce((sum, { depense }) => sum + depense.cents, 0);
          expect(forfait.cents).toBeGreaterThanOrEqual(0);
          expect(forfait.cents).toBeLessThanOrEqual(Math.min(plafond, depenses));
        }
      }),
    );
  });

  it("les dépenses des années font le coût réel, au centime", () => {
    fc.assert(
      fc.property(contrat, (one) => {
        const { annees, coutReel } = financer(one);
        const parAnnee = annees.flatMap(({ composantes }) => Object.values(composantes).map(({ depense }) => depense.cents));
        expect(parAnnee.reduce((a, b) => a + b, 0)).toBe(coutReel.cents);
        expect(coutReel.cents).toBe((one.depenses ?? []).reduce((sum, { montant }) => sum + toCents(montant), 0));
      }),
    );
  });

  it("les années se suivent sans trou et mènent au dernier jour", () => {
    fc.assert(
      fc.property(contrat, (one) => {
        const { annees } = financer(one);
        expect(annees[0]?.debut).toBe(one.debut);
        expect(annees.at(-1)?.fin).toBe(one.rupture ?? one.fin);
        expect(annees.slice(0, -1).every(({ mois }) => mois === 12)).toBe(true);
        expect(annees.every(({ mois }) => mois >= 0 && mois <= 12)).toBe(true);
      }),
    );
  });

  it("coût réel = forfait + financements publics + complément + reste à charge", () => {
    fc.assert(
      fc.property(contrat, lecture, (one, nom) => {
        const { coutReel, forfait, financementsPublics, complement, resteACharge, refinancable } = financer(one, { lecture: nom });
        expect(forfait.cents + financementsPublics.cents + complement.cents + resteACharge.cents).toBe(coutReel.cents);
        expect(refinancable.cents).toBe(forfait.cents);
        if (complement.cents > 0) expect(resteACharge.cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("la lecture de la foire aux questions ne donne jamais plus", () => {
    fc.assert(
      fc.property(contrat, (one) => {
        expect(financer(one, { lecture: "foire_aux_questions" }).forfait.cents).toBeLessThanOrEqual(financer(one).forfait.cents);
      }),
    );
  });
});

describe("une dépense de plus", () => {
  it("ne diminue jamais ce qui est retenu", () => {
    fc.assert(
      fc.property(contrat, depense, (one, more) => {
        expect(retenu(financer(avec(one, more)))).toBeGreaterThanOrEqual(retenu(financer(one)) - UN_CENTIME);
      }),
    );
  });

  it("ne diminue jamais le forfait d'un contrat d'un an, sans argent public", () => {
    fc.assert(
      fc.property(contratDUnAn, depense, (one, more) => {
        const seul = { ...one, publics: [] };
        expect(financer(avec(seul, more)).forfait.cents).toBeGreaterThanOrEqual(financer(seul).forfait.cents);
      }),
    );
  });

  it("de frais pédagogiques ne diminue jamais le forfait, sans argent public", () => {
    fc.assert(
      fc.property(contrat, depense, (one, more) => {
        const seul = { ...one, publics: [] };
        const apres = financer(avec(seul, { ...more, composante: "pedagogique" }));
        expect(apres.forfait.cents).toBeGreaterThanOrEqual(financer(seul).forfait.cents - UN_CENTIME);
      }),
    );
  });
});

describe("un financement public de plus", () => {
  it("n'augmente jamais le forfait, à un centime près", () => {
    fc.assert(
      fc.property(contrat, financementPublic, lecture, (one, more, nom) => {
        const apres = financer({ ...one, publics: [...(one.publics ?? []), more] }, { lecture: nom });
        expect(apres.forfait.cents).toBeLessThanOrEqual(financer(one, { lecture: nom }).forfait.cents + UN_CENTIME);
      }),
    );
  });
});

describe("l'écriture des lignes ne change rien", () => {
  it("l'ordre des dépenses et des financements publics", () => {
    const shuffled = contrat.chain((one) =>
      fc.record({
        one: fc.constant(one),
        depenses: fc.shuffledSubarray(one.depenses ?? [], { minLength: one.depenses?.length ?? 0 }),
        publics: fc.shuffledSubarray(one.publics ?? [], { minLength: one.publics?.length ?? 0 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, ...lignes }) => {
        expect(chiffres({ ...one, ...lignes })).toEqual(chiffres(one));
      }),
    );
  });

  it("une dépense écrite en deux lignes", () => {
    fc.assert(
      fc.property(contrat, depense, fc.double({ min: 0, max: 1, noNaN: true }), (one, more, part) => {
        expect(chiffres(avec(avec(one, ...couper(more, part))))).toEqual(chiffres(avec(one, more)));
      }),
    );
  });
});

describe("chaque montant est prouvé", () => {
  it("il est la somme de ses parts, ou le moindre de celles-ci quand sa formule le dit", () => {
    fc.assert(
      fc.property(contrat, lecture, (one, nom) => {
        for (const amount of amountsOf(financer(one, { lecture: nom }))) expectProved(amount);
      }),
    );
  });

  it("en centimes entiers, sans zéro négatif", () => {
    fc.assert(
      fc.property(contrat, (one) => {
        for (const { cents } of amountsOf(financer(one))) expect(Number.isSafeInteger(cents) && !Object.is(cents, -0)).toBe(true);
      }),
    );
  });
});

it("les totaux sont les sommes des parcours éligibles", () => {
  const contrats = fc.array(fc.record({ one: contrat, isEligible: fc.boolean() }), { maxLength: 6 });
  fc.assert(
    fc.property(contrats, (list) => {
      const named = list.map(({ one }, rang) => ({ ...one, identifiant: `P-${rang}` }));
      const motifs = new Map<string, string[]>();
      list.forEach(({ isEligible }, rang) => void (isEligible || motifs.set(`parcours/P-${rang}.yaml`, ["contrat-fenetre"])));
      const { parcours, totaux } = financerTous(named, { motifs });
      const eligibles = parcours.filter((_, rang) => list[rang]?.isEligible);
      expect([totaux.parcours, totaux.eligibles]).toEqual([list.length, eligibles.length]);
      for (const nom of ["coutReel", "forfait", "complement", "verse"] as const) {
        expect(totaux[nom]).toBe(eligibles.reduce((sum, one) => sum + one[nom].cents, 0));
      }
      const restes = eligibles.map(({ resteACharge }) => resteACharge.cents);
      expect(totaux.resteACharge).toBe(restes.filter((cents) => cents > 0).reduce((sum, cents) => sum + cents, 0));
      expect(totaux.tropPercu).toBe(restes.filter((cents) => cents < 0).reduce((sum, cents) => sum - cents, 0));
    }),
  );
});

type Depense = NonNullable<Contrat["depenses"]>[number];

function avec(one: Contrat, ...more: Depense[]): Contrat {
  return { ...one, depenses: [...(one.depenses ?? []), ...more] };
}

/** Two lines that make up one: cents, hours and months are shared, the date stays. */
function couper(one: Depense, part: number): Depense[] {
  const cents = Math.round(toCents(one.montant) * part);
  const [heures, mois] = [Math.floor((one.heures ?? 0) * part), Math.floor((one.mois ?? 0) * part)];
  const first = {
    ...one,
    montant: toEuros(cents),
    ...(one.heures === undefined ? {} : { heures }),
    ...(one.mois === undefined ? {} : { mois }),
  };
  return [
    first,
    {
      ...one,
      montant: toEuros(toCents(one.montant) - cents),
      ...(one.heures === undefined ? {} : { heures: one.heures - heures }),
      ...(one.mois === undefined ? {} : { mois: one.mois - mois }),
    },
  ];
}

function retenu({ annees }: FinancementParcours): number {
  return annees.reduce((sum, { forfaitBrut }) => sum + (forfaitBrut.parts[0]?.cents ?? 0), 0);
}

/** Every figure of a parcours, without its lines. */
function chiffres(one: Contrat): unknown {
  const { annees, coutReel, forfait, complement, resteACharge, avanceTresorerie } = financer(one);
  return {
    annees: annees.map(({ composantes, forfaitBrut, deduction, forfait }) => [
      ...Object.values(composantes).flatMap(({ depense, plafond, retenu }) => [depense.cents, plafond.cents, retenu.cents]),
      forfaitBrut.cents,
      deduction.cents,
      forfait.cents,
    ]),
    totaux: [coutReel, forfait, complement, resteACharge, avanceTresorerie].map(({ cents }) => cents),
  };
}

function amountsOf(parcours: FinancementParcours): Amount[] {
  const { coutReel, forfaitBrut, financementsPublics, forfait, complement, resteACharge, refinancable } = parcours;
  const { depenseAuJour, verse, publicsAuJour, avanceTresorerie } = parcours;
  const trees = [coutReel, forfaitBrut, financementsPublics, forfait, complement, resteACharge, refinancable];
  const below = (amount: Amount): Amount[] => [amount, ...amount.parts.flatMap(below)];
  return [...trees, depenseAuJour, verse, publicsAuJour, avanceTresorerie].flatMap(below);
}

function expectProved({ label, cents, formula, parts }: Amount): void {
  if (parts.length === 0) return;
  const figures = parts.map((part) => part.cents);
  if (formula === undefined) {
    expect(cents, label).toBe(figures.reduce((sum, figure) => sum + figure, 0));
  } else {
    expect(formula.kind).toBe("minimum");
    expect(Math.abs(cents), label).toBe(Math.max(0, Math.min(...figures)));
  }
}
