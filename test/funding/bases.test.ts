import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Base, Financement } from "../../src/dispositif/financement.ts";
import type { Dispositif } from "../../src/dispositif/modele.ts";
import type { ParcoursBase, ParcoursDocument } from "../../src/dossier/load.ts";
import { financerParBases } from "../../src/funding/bases/index.ts";
import { modele } from "../modeles.ts";

const parametre = (value: number, unit: string) => ({
  label: `Limite de ${value}`,
  unit,
  checked_on: "2026-11-27",
  values: [{ from: "2018-12-28", value, reference: "essai" }],
});

const forfait: Base = {
  id: "forfait",
  type: "cout_reel",
  libelle: "Forfait",
  plafond: "essai-forfait",
  si: { chemin: "financement/regime", vaut: ["premiers_contrats"] },
};
const horaire: Base = {
  id: "horaire",
  type: "heures",
  heures: "heures_realisees/heures",
  taux: "financement/taux_horaire",
  preuve: "heures_realisees/certificat_le",
  si: { chemin: "financement/regime", vaut: ["experimentee"] },
  paye_par: "financeur",
};
const tiers: Base = {
  id: "tiers",
  type: "unites",
  en_plus: true,
  unites: "tiers_facilitateur/heures",
  taux: "tiers_facilitateur/taux_horaire",
  plafond_unites: "essai-tiers",
  si: { chemin: "financement/regime", vaut: ["premiers_contrats"] },
};
const accord: Base = { id: "accord", type: "cout_reel", plafond: { chemin: "financement/montant_accorde" } };

/** What is due for a parcours of an invented dispositif that is paid so. */
function financer(financement: Financement, fichier: object, date = "2025-06-30") {
  const dispositif: Dispositif = {
    identifiant: "essai",
    libelle: "Essai",
    article: "l'",
    description: "Un essai.",
    sources: [{ id: "essai", titre: "essai" }],
    acteurs: {},
    cadre: { fiche: "aucune", contrat: "aucun", plafond: "aucun" },
    evenements: { fin: ["fin_le"] },
    regles: [],
    parametres: { "essai-forfait": parametre(3000, "euros"), "essai-tiers": parametre(14, "heures") },
    references: { essai: { titre: "texte de l'essai" } },
    financement,
    parcours: {
      faits: [],
      prevues: [],
      phases: [],
      etapes: [],
      entree: { chemin: "entree_le", place_rendue: [{ chemin: "refus_le", present: true }] },
    },
  };
  const data = { identifiant: "E-1", beneficiaire: {}, ...fichier } as unknown as ParcoursBase;
  const document = { file: "e.yaml", data, modele: { ...modele, dispositif } } as unknown as ParcoursDocument<ParcoursBase>;
  const { bases, manques, ...montants } = financerParBases(document, { motifs: [], date });
  const { coutReel, forfait: du, financementsPublics, resteACharge, avanceTresorerie, verse, aRendre, motifs } = montants;
  const euros = (cents: number): number => cents / 100;
  return {
    bases: Object.fromEntries(bases.map(({ id, montant, payePar }) => [id, [euros(montant.cents), payePar]])),
    manques,
    motifs,
    cout: euros(coutReel.cents),
    du: euros(du.cents),
    publics: euros(financementsPublics.cents),
    reste: euros(resteACharge.cents),
    verse: euros(verse.cents),
    avance: euros(avanceTresorerie.cents),
    aRendre: euros(aRendre),
  };
}

const depenses = (...montants: number[]) => montants.map((montant) => ({ composante: "pedagogique", montant }));
const premier = (montant: number, reste: object = {}) => ({
  financement: { regime: "premiers_contrats", depenses: depenses(montant) },
  ...reste,
});
const atlas: Financement = { bases: [forfait, horaire, tiers] };

describe("le coût réel, jusqu'à un plafond", () => {
  it("au-dessus du plafond, le reste est à charge", () => {
    expect(financer(atlas, premier(4200))).toMatchObject({
      bases: { forfait: [3000, "opco"] },
      du: 3000,
      cout: 4200,
      reste: 1200,
      manques: [],
    });
  });

  it("au-dessous, tout est dû", () => {
    expect(financer(atlas, premier(2400))).toMatchObject({ bases: { forfait: [2400, "opco"] }, reste: 0 });
  });

  it("le plafond est le montant que le financeur accorde, ou rien tant qu'il ne le dit pas", () => {
    const avec = (montant_accorde?: number) => ({ financement: { depenses: depenses(2000, 1500), montant_accorde } });
    expect(financer({ bases: [accord] }, avec(2800))).toMatchObject({ bases: { accord: [2800, "opco"] }, reste: 700, manques: [] });
    expect(financer({ bases: [accord] }, avec())).toMatchObject({
      bases: { accord: [0, "opco"] },
      reste: 3500,
      manques: ["montant accordé à saisir"],
    });
  });

  it("n'est jamais au-dessous de zéro, même quand un avoir dépasse les dépenses", () => {
    expect(financer(atlas, premier(-50))).toMatchObject({ bases: { forfait: [0, "opco"] }, cout: -50 });
  });
});

describe("les heures, à un taux", () => {
  const heures = (fichier: object) => ({ financement: { regime: "experimentee", taux_horaire: 15, depenses: depenses(2400) }, ...fichier });
  const faites = { heures_realisees: { heures: 132, certificat_le: "2024-05-13" } };

  it("sont dues une fois certifiées, par qui le dispositif dit", () => {
    expect(financer(atlas, heures(faites))).toMatchObject({ bases: { horaire: [1980, "financeur"] }, reste: 420, manques: [] });
  });

  it("sont dues quel que soit le jour demandé, comme le forfait d'un contrat", () => {
    expect(financer(atlas, heures(faites), "2023-11-20").du).toBe(1980);
  });

  it("sans certificat, ou sans taux, rien n'est dû et ce qui manque est dit", () => {
    expect(financer(atlas, heures({ heures_realisees: { heures: 132 } }))).toMatchObject({
      du: 0,
      reste: 2400,
      manques: ["certificat absent"],
    });
    const sansTaux = { ...faites, financement: { regime: "experimentee" } };
    expect(financer(atlas, sansTaux)).toMatchObject({ bases: { horaire: [0, "financeur"] }, manques: ["taux à saisir"] });
    expect(financer(atlas, { financement: { regime: "experimentee" } }).manques).toEqual([
      "heures à saisir",
      "taux à saisir",
      "certificat absent",
    ]);
  });

  it("se paient à leur prix, même au-dessus de ce qu'elles coûtent : le reste est négatif", () => {
    const cher = { heures_realisees: { heures: 200.5, certificat_le: "2024-05-13" } };
    expect(financer(atlas, heures(cher))).toMatchObject({ du: 3007.5, reste: -607.5 });
  });
});

describe("les unités, en plus", () => {
  const avec = (heures: number) => premier(4200, { tiers_facilitateur: { heures, taux_horaire: 90 } });

  it("s'ajoutent au coût en entier, et à ce qui est dû jusqu'à leur plafond", () => {
    expect(financer(atlas, avec(18))).toMatchObject({
      bases: { forfait: [3000, "opco"], tiers: [1260, "opco"] },
      cout: 5820,
      du: 4260,
      reste: 1560,
    });
    expect(financer(atlas, avec(10.5))).toMatchObject({ bases: { tiers: [945, "opco"] }, cout: 5145 });
  });

  it("coûtent encore quand leur condition ne tient pas, sans que rien n'en soit dû", () => {
    const experimentee = {
      ...avec(18),
      heures_realisees: { heures: 160, certificat_le: "2023-06-06" },
      financement: { regime: "experimentee", taux_horaire: 15, depenses: depenses(4200) },
    };
    expect(financer(atlas, experimentee)).toMatchObject({
      bases: { horaire: [2400, "financeur"], tiers: [0, "opco"] },
      reste: 3420,
      manques: [],
    });
  });
});

describe("sans régime, sans base, sans accord", () => {
  it("rien n'est dû tant que le régime n'est pas dit", () => {
    expect(financer(atlas, { financement: { depenses: depenses(4200) } })).toMatchObject({
      bases: {},
      du: 0,
      reste: 4200,
      manques: [expect.stringContaining("à saisir")],
    });
  });

  it("un parcours refusé est montré, mais ce qui fut versé est à rendre", () => {
    const versements = [{ le: "2025-01-10", montant: 1000 }];
    const refuse = { refus_le: "2025-02-01", financement: { regime: "premiers_contrats", depenses: depenses(5000), versements } };
    expect(financer(atlas, refuse)).toMatchObject({ motifs: ["contrat-refuse"], aRendre: 1000, du: 3000 });
    expect(financer(atlas, refuse, "2025-01-31")).toMatchObject({ motifs: [], aRendre: 0, verse: 1000 });
  });
});

it("la somme des bases a son plafond, quand le dispositif en dit un", () => {
  const plafonds = [{ portee: "parcours" as const, montant: "essai-forfait" }];
  const cher = premier(2500, { tiers_facilitateur: { heures: 10, taux_horaire: 90 } });
  expect(financer(atlas, cher).du).toBe(3400);
  expect(financer({ ...atlas, plafonds }, cher)).toMatchObject({ du: 3000, reste: 400 });
});

describe("les financements publics", () => {
  const publics = [{ financeur: "Région", composante: "pedagogique", montant: 1000, date: "2025-03-01" }];
  const fichier = { financement: { regime: "premiers_contrats", depenses: depenses(4200), publics } };

  it("sans effet, ils réduisent le seul reste à charge ; déduits, ils réduisent ce qui est dû", () => {
    expect(financer(atlas, fichier)).toMatchObject({ du: 3000, publics: 1000, reste: 200 });
    expect(financer({ ...atlas, publics: "deduits" }, fichier)).toMatchObject({ du: 2000, publics: 1000, reste: 1200 });
  });

  it("reçus au jour dit, ils allègent la trésorerie ; une dépense sans date compte au dernier jour", () => {
    const daté = { ...fichier, fin_le: "2025-12-31" };
    expect(financer(atlas, daté, "2025-06-30").avance).toBe(-1000);
    expect(financer(atlas, daté, "2025-12-31").avance).toBe(3200);
  });
});

it("coût, dû, publics et reste s'équilibrent au centime, quelles que soient les bases", () => {
  const euros = fc.integer({ min: 0, max: 2_000_000 }).map((cents) => cents / 100);
  const fichiers = fc.record({
    financement: fc.record({
      regime: fc.constantFrom("premiers_contrats", "experimentee", undefined),
      taux_horaire: fc.option(euros, { nil: undefined }),
      depenses: fc.array(euros, { maxLength: 4 }).map((montants) => depenses(...montants)),
      publics: fc
        .array(euros, { maxLength: 2 })
        .map((montants) => montants.map((montant) => ({ financeur: "Région", composante: "x", montant }))),
    }),
    heures_realisees: fc.option(
      fc.record({ heures: fc.integer({ min: 0, max: 900 }), certificat_le: fc.constantFrom("2024-05-13", undefined) }),
      { nil: undefined },
    ),
    tiers_facilitateur: fc.option(fc.record({ heures: fc.integer({ min: 0, max: 40 }), taux_horaire: euros }), { nil: undefined }),
  });
  const sens = fc.constantFrom("deduits" as const, "sans_effet" as const);
  fc.assert(
    fc.property(fichiers, sens, (fichier, publics) => {
      const { cout, du, publics: aides, reste, bases } = financer({ ...atlas, publics }, fichier);
      expect(cout - du - aides - reste).toBeCloseTo(0, 4);
      const sommeDesBases = Object.values(bases).reduce((somme, [montant]) => somme + Number(montant), 0);
      expect(du).toBeGreaterThanOrEqual(0);
      expect(du).toBeLessThanOrEqual(sommeDesBases + 0.001);
    }),
  );
});
