import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModeleEtape, ModelePhase } from "../../src/dispositif/deroulement.ts";
import type { Dispositif } from "../../src/dispositif/modele.ts";
import { progresParcours } from "../../src/progress/parcours.ts";
import { addDays, type Day } from "../../src/words/dates.ts";
import { etatsAu, rae } from "./rae.ts";

const phase = (id: string): ModelePhase => ({ id, libelle: id, qui: "structure", reference: "rae-jury" });
const etape = (id: string, reste: Partial<ModeleEtape> = {}): ModeleEtape => ({
  id,
  phase: "une",
  libelle: id,
  qui: "structure",
  reference: "rae-jury",
  faite: [`faits/${id}`],
  ...reste,
});

/** A dispositif of one phase, or of those named by its steps. */
function dispositif(etapes: readonly ModeleEtape[]): Dispositif {
  const phases = [...new Set(etapes.map((une) => une.phase ?? "une"))].map(phase);
  const faits = [{ chemin: "contrat", le: ["contrat/conclu_le"] }];
  const prevues = ["contrat/debut", "contrat/fin"];
  return { ...rae, parcours: { faits, prevues, phases, etapes, interruption: "abandon" } };
}

const contrat = { conclu_le: "2024-08-26", debut: "2024-09-02", fin: "2025-09-01" };
const voir = (etapes: readonly ModeleEtape[], data: object, date: Day) =>
  etatsAu(Object.assign({ identifiant: "X", contrat }, data), date, dispositif(etapes)).progres;
const [delai, fin] = ["rae-duree-minimale", "contrat/fin"] as const;

describe("une étape due avant un jour", () => {
  const avant = etape("avant", { avant: "contrat/debut" });

  it("l'est la veille, qui est encore à temps", () => {
    expect(voir([avant], {}, "2024-09-01").etapes[0]).toMatchObject({ echeance: "2024-09-01", etat: "a_venir" });
    expect(voir([avant], {}, "2024-09-02").etapes[0]).toMatchObject({ etat: "en_retard", retardJours: 1 });
    expect(voir([avant], { faits: { avant: "2024-09-02" } }, "2024-09-03").etapes[0]).toMatchObject({ etat: "faite" });
  });

  it("que le silence fait passer, est faite ce jour-là", () => {
    const silence = etape("avant", { avant: "contrat/debut", faite_au_terme: true });
    expect(voir([silence], {}, "2024-09-01").etapes[0]).toMatchObject({ etat: "a_venir" });
    expect(voir([silence], {}, "2024-09-02").etapes[0]).toMatchObject({ etat: "faite", faiteLe: "2024-09-01" });
  });

  it("n'a pas d'échéance tant que le jour n'est pas connu", () => {
    expect(voir([avant], {}, "2024-08-25").etapes[0]?.echeance).toBeUndefined();
  });
});

describe("une étape qui revient", () => {
  const visite = etape("visites", { depuis: ["contrat/debut"], delai, recurrente: { jusqua: fin }, faite: ["visites[]/le"] });
  const visites = (...jours: Day[]) => ({ visites: jours.map((le) => ({ le })) });

  it("est due six mois après la dernière fois, ou le début", () => {
    expect(voir([visite], {}, "2024-12-01").etapes[0]).toMatchObject({ echeance: "2025-03-02", etat: "a_venir" });
    expect(voir([visite], visites("2024-12-10", "2024-10-01"), "2025-01-01").etapes[0]).toMatchObject({
      echeance: "2025-06-10",
      etat: "a_venir",
    });
    expect(voir([visite], visites("2024-12-10"), "2025-06-12").etapes[0]).toMatchObject({ etat: "en_retard", retardJours: 2 });
  });

  it("ne compte pas une visite à venir", () => {
    expect(voir([visite], visites("2024-12-10"), "2024-12-09").etapes[0]?.echeance).toBe("2025-03-02");
  });

  it("est faite quand la suivante viendrait après la fin, et n'a pas d'objet s'il n'en fallait aucune", () => {
    expect(voir([visite], visites("2025-03-02"), "2025-04-01").etapes[0]).toMatchObject({ etat: "faite", faiteLe: "2025-03-02" });
    const court = { contrat: { ...contrat, fin: "2025-01-31" } };
    expect(voir([visite], court, "2024-12-01").etapes[0]?.etat).toBe("sans_objet");
  });
});

describe("une phase sans début ni fin", () => {
  const deux = [etape("a"), etape("b", { depuis: ["contrat/debut"], delai })];
  const etat = (data: object, date: Day, etapes = deux) => voir(etapes, data, date).phases[0];

  it("suit ses étapes : à venir, en cours, en retard, terminée", () => {
    expect(etat({}, "2024-09-03")).toMatchObject({ etat: "a_venir", isCommencee: false });
    expect(etat({ faits: { a: "2024-10-01" } }, "2024-10-01")).toMatchObject({ etat: "en_cours", debut: "2024-10-01" });
    expect(etat({ faits: { a: "2024-10-01" } }, "2025-03-03")).toMatchObject({ etat: "en_retard" });
    expect(etat({}, "2025-03-03")).toMatchObject({ etat: "en_retard" });
    expect(etat({ faits: { a: "2024-10-01", b: "2025-03-20" } }, "2025-03-20")).toMatchObject({
      etat: "terminee",
      debut: "2024-10-01",
      fin: "2025-03-20",
    });
  });

  it("ne compte que ce qui la concerne, et n'a pas d'objet sans cela", () => {
    const sansB = [etape("a"), etape("b", { sans_objet: [{ chemin: "contrat", present: true }] })];
    expect(etat({ faits: { a: "2024-10-01" } }, "2024-10-01", sansB)?.etat).toBe("terminee");
    const sansRien = sansB.slice(1);
    expect(voir(sansRien, {}, "2024-10-01")).toMatchObject({ avancement: 0, etat: "terminee", phases: [{ etat: "sans_objet" }] });
  });

  it("interrompue, ne s'achève pas de ce qui n'est plus à faire", () => {
    const abandon = { abandon: { le: "2024-11-01" }, faits: { a: "2024-10-01" } };
    const libre = [etape("a"), etape("b")];
    expect(voir(libre, abandon, "2024-11-02")).toMatchObject({ etat: "interrompue", avancement: 0, phases: [{ etat: "interrompue" }] });
    const toutFait = { ...abandon, faits: { a: "2024-10-01", b: "2024-10-20" } };
    expect(voir(libre, toutFait, "2024-11-02")).toMatchObject({ etat: "terminee", avancement: 1 });
  });
});

describe("le droit d'un autre dispositif", () => {
  it("est celui de son jour ; avant sa première valeur, le délai n'est pas connu", () => {
    const ancien = [etape("b", { depuis: ["contrat/debut"], delai })];
    const [vue] = voir(ancien, { contrat: { conclu_le: "2008-01-02", debut: "2008-01-07", fin: "2008-12-31" } }, "2008-02-01").etapes;
    expect(vue).toMatchObject({ etat: "a_venir", libelle: "b : délai d'avant le 20 mai 2009, qui n'est pas connu ici" });
    expect(vue?.echeance).toBeUndefined();
  });
});

describe("quels que soient les faits", () => {
  const jour = fc.integer({ min: 0, max: 900 }).map((jours) => addDays("2024-06-01", jours));
  const noms = ["a", "b", "c", "d"] as const;
  const modele = [
    etape("a"),
    etape("b", { phase: "deux", depuis: ["contrat/debut"], delai }),
    etape("c", { phase: "deux", avant: "contrat/fin" }),
    etape("d", { phase: "trois", faite: ["visites[]/le"], depuis: ["contrat/debut"], delai, recurrente: { jusqua: fin } }),
  ];
  const faits = fc.dictionary(fc.constantFrom(...noms), jour, { maxKeys: 4 });
  const visites = fc.array(
    jour.map((le) => ({ le })),
    { maxLength: 5 },
  );
  const faites = (data: object, date: Day) => {
    const progres = progresParcours({ identifiant: "X", ...data }, date, { dispositif: dispositif(modele) });
    return [
      ...progres.etapes.filter(({ etat }) => etat === "faite").map(({ id }) => id),
      ...progres.phases.filter(({ etat }) => etat === "terminee").map(({ id }) => id),
    ];
  };

  it("un fait de plus ne défait rien de ce qui est fait", () => {
    fc.assert(
      fc.property(faits, visites, fc.constantFrom(...noms), jour, jour, (connus, liste, nom, le, date) => {
        const avant = { contrat, faits: connus, visites: liste };
        const apres = { contrat, faits: { [nom]: le, ...connus }, visites: [...liste, { le }] };
        expect(faites(apres, date)).toEqual(expect.arrayContaining(faites(avant, date)));
      }),
    );
  });

  it("le temps qui passe non plus", () => {
    fc.assert(
      fc.property(faits, visites, jour, fc.nat(400), (connus, liste, date, plus) => {
        const data = { contrat, faits: connus, visites: liste };
        expect(faites(data, addDays(date, plus))).toEqual(expect.arrayContaining(faites(data, date)));
      }),
    );
  });

  it("un fait d'après le jour demandé est invisible", () => {
    fc.assert(
      fc.property(faits, visites, fc.constantFrom(...noms), jour, fc.integer({ min: 1, max: 300 }), (connus, liste, nom, date, plus) => {
        const { [nom]: _, ...sans } = connus;
        const le = addDays(date, plus);
        const voirAu = (data: object) =>
          progresParcours(Object.assign({ identifiant: "X", contrat }, data), date, { dispositif: dispositif(modele) });
        expect(voirAu({ faits: { ...sans, [nom]: le }, visites: [...liste, { le }] })).toEqual(voirAu({ faits: sans, visites: liste }));
      }),
    );
  });
});
