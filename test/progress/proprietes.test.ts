import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parcours } from "../../src/generated/parcours.ts";
import type { ProgresParcours } from "../../src/progress/parcours.ts";
import { etats } from "../../src/progress/phases.ts";
import { addDays, type Day } from "../../src/words/dates.ts";
import { candidat, parcours, suivre, voir } from "./cas.ts";

const premier = "2024-06-01";
const jour: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 1100 }).map((days) => addDays(premier, days));
const peutEtre = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Dates in any order, some missing: the files that a person has not finished, or has got wrong. */
const phases = fc.record({
  information: peutEtre(jour),
  accompagnement: peutEtre(jour),
  depot: peutEtre(jour),
  decision: peutEtre(jour),
  notifiee: peutEtre(jour),
  adequation: peutEtre(jour),
  dossier: peutEtre(jour),
  jury: peutEtre(jour),
  resultat: peutEtre(jour),
  nonRecevable: fc.boolean(),
});

const defini = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const cas: fc.Arbitrary<Parcours> = fc
  .record({
    jours: phases,
    conclu: fc.boolean(),
    branche: fc.boolean(),
    debut: jour,
    duree: fc.integer({ min: 1, max: 700 }),
    transmis: peutEtre(jour),
    opco: peutEtre(jour),
    rupture: peutEtre(jour),
    notifiee: peutEtre(jour),
    sortie: peutEtre(jour),
  })
  .map(({ jours, conclu, branche, debut, duree, transmis, opco, rupture, notifiee, sortie }) => {
    const resultat = jours.resultat === undefined ? {} : { resultat: "validation_totale" as const, notifie_le: jours.resultat };
    const decision =
      jours.decision === undefined
        ? {}
        : { decision: jours.nonRecevable ? ("non_recevable" as const) : ("recevable" as const), decision_le: jours.decision };
    const vecu = {
      information: defini({ debut: jours.information }),
      accompagnement: defini({ debut: jours.accompagnement }),
      recevabilite: defini({ depot_le: jours.depot, ...decision, notifiee_le: jours.notifiee }),
      mise_en_oeuvre: defini({ adequation_le: jours.adequation }),
      evaluation: defini({
        dossier_depose_le: jours.dossier,
        jury: jours.jury === undefined ? undefined : { le: jours.jury, ...resultat },
      }),
    } as Parcours["phases"];
    if (!conclu) return candidat({ phases: vecu });
    const contrat = defini({
      conclu_le: addDays(debut, -7),
      debut,
      fin: addDays(debut, duree),
      transmis_opco_le: transmis,
      decision_opco: opco === undefined ? undefined : { sens: "accepte" as const, le: opco },
      rupture: rupture === undefined ? undefined : defini({ le: rupture, notifiee_le: notifiee }),
    });
    return parcours({
      nature: branche ? "qualification_ccn" : "rncp",
      contrat: contrat as never,
      phases: vecu,
      ...(sortie === undefined ? {} : { sortie: { constatee_le: sortie } }),
    });
  });

/** The ids of all that is done: steps, phases, the parcours itself. */
const faites = ({ etapes, phases: toutes, etat }: ProgresParcours): string[] => [
  ...etapes.filter((etape) => etape.etat === "faite").map(({ id }) => id),
  ...toutes.filter((phase) => phase.etat === "terminee").map(({ id }) => id),
  ...(etat === "terminee" ? ["parcours"] : []),
];

describe("quelles que soient les dates", () => {
  it("avancer dans le temps ne défait rien de ce qui est fait", () => {
    fc.assert(
      fc.property(cas, jour, fc.nat(400), (data, date, plus) => {
        const [avant, apres] = [voir(data, date), voir(data, addDays(date, plus))];
        expect(faites(apres)).toEqual(expect.arrayContaining(faites(avant)));
        expect(apres.avancement).toBeGreaterThanOrEqual(avant.avancement);
      }),
      { numRuns: 300 },
    );
  });

  it("… un contrat renouvelé non plus, dans aucun des deux parcours", () => {
    const lies = fc.tuple(cas, cas).map(([un, autre]) => [
      { ...un, identifiant: "A" },
      {
        ...autre,
        identifiant: "B",
        ...(autre.contrat && { contrat: { ...autre.contrat, renouvellement: { motif: "echec" as const, contrat_initial: "A" } } }),
      },
    ]);
    fc.assert(
      fc.property(lies, jour, fc.nat(400), (dossier, date, plus) => {
        const [avant, apres] = [suivre(date, dossier).parcours, suivre(addDays(date, plus), dossier).parcours];
        for (const [rang, un] of avant.entries()) {
          expect(apres[rang] && faites(apres[rang])).toEqual(expect.arrayContaining(faites(un)));
          expect(apres[rang]?.poursuiviPar ?? "").toContain(un.poursuiviPar ?? "");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("rien n'est en retard avant le lendemain de son échéance", () => {
    fc.assert(
      fc.property(cas, jour, (data, date) => {
        for (const { etat, echeance, retardJours } of voir(data, date).etapes) {
          expect(etat === "en_retard").toBe(retardJours > 0);
          if (etat === "en_retard") expect(echeance !== undefined && date > echeance).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("chaque parcours est compté une fois, dans une phase et un état, et avance de 0 à 1", () => {
    fc.assert(
      fc.property(fc.array(cas, { maxLength: 8 }), jour, (dossier, date) => {
        const { parcours: vus } = suivre(date, dossier);
        const comptes = etats.map((etat) => vus.filter((un) => un.etat === etat).length);
        expect(comptes.reduce((a, b) => a + b, 0)).toBe(dossier.length);
        for (const { phase, phases: toutes, avancement } of vus) {
          expect(toutes.map(({ id }) => id)).toContain(phase);
          expect(avancement >= 0 && avancement <= 1).toBe(true);
        }
      }),
    );
  });

  it("une décision écrite plus tard ne change rien à la vue d'un jour passé", () => {
    fc.assert(
      fc.property(cas, jour, fc.integer({ min: 1, max: 300 }), (data, date, plus) => {
        const { recevabilite, ...reste } = data.phases;
        const suite = {
          ...data,
          phases: { ...reste, recevabilite: { ...recevabilite, decision: "recevable" as const, decision_le: addDays(date, plus) } },
        };
        const { decision, decision_le, ...sans } = recevabilite ?? {};
        expect(voir(suite, date)).toEqual(voir({ ...data, phases: { ...reste, recevabilite: sans } }, date));
      }),
    );
  });
});
