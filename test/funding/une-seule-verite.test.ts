import fc from "fast-check";
import { expect, it } from "vitest";
import type { Funding } from "../../src/funding/funding.ts";
import { computePaiements, nomsDesLectures, parAnneeCivile, regrouper } from "../../src/funding/index.ts";
import { renderers } from "../../src/render/funding/index.ts";
import { addDays, type Day } from "../../src/words/dates.ts";
import { toCents, toEuros } from "../../src/words/money.ts";
import { type Contrat, financerTous } from "./contrat.ts";
import { contrat } from "./hasard.ts";

const jour = fc.integer({ min: 0, max: 2000 }).map((jours): Day => addDays("2023-06-01", jours));

/** What pays and is paid besides the lines of a contract: refusals, repayments, avoirs, promises, another trainer. */
const aleas = fc.record({
  decision: fc.constantFrom<Contrat["decision"]>(
    undefined,
    null,
    { sens: "refuse", le: "2023-07-01" },
    { sens: "refuse", le: "2026-01-01" },
  ),
  versements: fc.array(fc.record({ le: jour, montant: fc.integer({ min: -200_000, max: 600_000 }).map(toEuros) }), { maxLength: 3 }),
  avoir: fc.option(fc.integer({ min: 1, max: 300_000 }).map(toEuros), { nil: undefined }),
  isPromesse: fc.boolean(),
  isRenouvele: fc.boolean(),
  formateur_afest: fc.constantFrom(undefined, "F-1", "T-1"),
});

const dossier: fc.Arbitrary<Contrat[]> = fc.array(fc.tuple(contrat, aleas), { minLength: 1, maxLength: 5 }).map((contrats) =>
  contrats.map(([one, { decision, versements, avoir, isPromesse, isRenouvele, formateur_afest }], rang) => {
    const depenses = one.depenses ?? [];
    const [premiere] = depenses;
    return {
      ...one,
      identifiant: `P-${rang}`,
      conclu_le: one.debut,
      versements,
      tuteur: "T-1",
      ...(decision === undefined ? {} : { decision }),
      ...(formateur_afest === undefined ? {} : { formateur_afest }),
      ...(isRenouvele && rang > 0 ? { renouvelle: `P-${rang - 1}` } : {}),
      publics: (one.publics ?? []).map((ligne) => ({ ...ligne, statut: isPromesse ? "notifie" : "recu" })),
      depenses:
        avoir === undefined || premiere === undefined
          ? depenses
          : [...depenses, { composante: premiere.composante, montant: 0 - avoir, avoir_de: "F-1" }],
    };
  }),
);

const runs = { numRuns: 150 };
const cas = [dossier, jour, fc.constantFrom(...nomsDesLectures)] as const;

it("chaque total est la somme de ses lignes : en json, par groupe, par année, dette et avance jamais compensées", () => {
  fc.assert(
    fc.property(...cas, (contrats, date, lecture) => {
      const funding = financerTous(contrats, { date, lecture });
      const { parcours, totaux } = JSON.parse(renderers.resultat.json(funding));
      const eligibles = parcours.filter((one: { eligible: boolean }) => one.eligible);
      const somme = (of: (one: never) => number, lignes: never[] = eligibles): number =>
        lignes.reduce((sum, one) => sum + toCents(of(one)), 0);
      for (const cle of ["cout_reel", "forfait", "complement", "verse"]) expect(toCents(totaux[cle])).toBe(somme((one) => one[cle]));
      expect(toCents(totaux.reste_a_charge)).toBe(somme(({ reste_a_charge }) => Math.max(0, reste_a_charge)));
      expect(toCents(totaux.trop_percu)).toBe(somme(({ reste_a_charge }) => Math.max(0, -reste_a_charge)));
      expect(toCents(totaux.a_rendre)).toBe(somme(({ a_rendre }) => a_rendre, parcours));
      for (const axe of ["fiche", "opco"] as const) {
        for (const cle of ["coutReel", "forfait", "complement", "resteACharge", "tropPercu", "verse", "aRendre"] as const) {
          const groupes = regrouper(funding.parcours, axe).reduce((sum, groupe) => sum + groupe.totaux[cle], 0);
          expect(groupes, cle).toBe(funding.totaux[cle]);
        }
      }
      for (const cle of ["coutReel", "forfait", "complement", "verse"] as const) {
        expect(
          parAnneeCivile(funding.parcours).reduce((sum, annee) => sum + annee[cle], 0),
          cle,
        ).toBe(funding.totaux[cle]);
      }
    }),
    runs,
  );
});

it("une même somme au même jour est la même partout : trésorerie, échéancier, totaux", () => {
  fc.assert(
    fc.property(...cas, (contrats, date, lecture) => {
      const funding = financerTous(contrats, { date, lecture });
      const { parcours, total, mois, opcos, fiches } = computePaiements(funding);
      const jusque = mois.filter((one) => one.mois < date.slice(0, 7));
      expect(total.verse).toBe(funding.totaux.verse);
      expect(total.avance).toBe(funding.totaux.avanceTresorerie);
      expect(total.avance).toBe(total.depense - total.verse - total.publics);
      for (const cle of ["depense", "verse", "publics", "avance", "resteDu", "verseDAvance"] as const) {
        for (const lignes of [parcours, opcos, fiches]) expect(lignes.reduce((sum, one) => sum + one[cle], 0)).toBe(total[cle]);
      }
      const fin = fundingAu(contrats, addDays(`${date.slice(0, 7)}-01`, -1), lecture);
      if (memesDecisions(funding, fin)) {
        const { total: veille } = computePaiements(fin);
        expect(jusque.reduce((sum, one) => sum + one.depense, 0)).toBe(veille.depense);
        expect(jusque.reduce((sum, one) => sum + one.verse, 0)).toBe(veille.verse);
        expect([jusque.at(-1)?.resteDu ?? 0, jusque.at(-1)?.verseDAvance ?? 0]).toEqual([veille.resteDu, veille.verseDAvance]);
      }
      for (const one of mois) expect(one.resteDu - one.verseDAvance).toBe(soldeAu(mois, one.mois));
    }),
    runs,
  );
});

function fundingAu(contrats: Contrat[], date: Day, lecture: Funding["lecture"]): Funding {
  return financerTous(contrats, { date, lecture });
}

/** A refusal known in between changes who is counted, and rightly so. */
function memesDecisions(one: Funding, other: Funding): boolean {
  return one.parcours.every(({ motifs }, rang) => motifs.length === other.parcours[rang]?.motifs.length);
}

function soldeAu(mois: readonly { mois: string; du: number; verse: number }[], jusque: string): number {
  return mois.filter((one) => one.mois <= jusque).reduce((sum, { du, verse }) => sum + du - verse, 0);
}
