import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../src/dispositif/chemin.ts";
import { type Condition, isRemplie } from "../../src/dispositif/conditions.ts";
import { loiAu } from "../../src/dispositif/droit.ts";
import { type Datation, vueAu } from "../../src/dispositif/vue.ts";
import { addDays, type Day } from "../../src/words/dates.ts";

const parcours = {
  contrat: { conclu_le: "2024-08-26", debut: "2024-09-02", fin: "2026-03-01" },
  beneficiaire: { date_naissance: "1990-05-04" },
  jury: { le: "2025-05-22", membres: ["agriculture", "cadre_reseau"] },
  bilans: [
    { le: "2024-11-04", rang: 1, synthese: "bien" },
    { le: "2025-03-03", rang: 2 },
  ],
  seances: [
    { le: "2024-10-07", heures: 4, nature: "salle" },
    { le: "2024-09-09", heures: 3.5, nature: "mise_en_situation" },
    { le: "2024-10-14", heures: 2, nature: "mise_en_situation", absent: true },
  ],
  modules: [{ id: "M1", dates: [{ du: "2024-09-16" }, { du: "2024-11-18" }] }, { id: "M2" }],
};

const modele: Datation = {
  faits: [
    { chemin: "contrat", le: ["contrat/conclu_le"] },
    { chemin: "jury", le: ["jury/le"] },
  ],
  prevues: ["contrat/debut", "contrat/fin"],
  entree: { chemin: "contrat" },
  calculs: {
    tout: { dernier: ["contrat/conclu_le", "jury/le"] },
    connus: { dernier_connu: ["contrat/conclu_le", "jury/le"] },
    premier: { premier: ["jury/le", "contrat/conclu_le"] },
    heures: { somme: "seances[]/heures" },
    boucle: { premier: ["calcul/boucle"] },
  },
};

const loi = loiAu({}, "2024-09-01");
const au = (date: Day, data: object = parcours) => vueAu(date, data, modele, loi);
const valeur = (chemin: string, date = "2025-06-30") => au(date)(chemin)?.valeur;

describe("un chemin qui choisit dans une liste", () => {
  it("l[] : n'importe quel élément, le plus ancien d'abord", () => {
    expect(valeur("seances[]/heures")).toBe(3.5);
    expect(au("2025-06-30")("seances[]/heures")?.le).toBe("2024-09-09");
    expect(au("2025-06-30").tous("seances[]/heures").length).toBe(2);
    expect(valeur("modules[]/dates[]/du")).toBe("2024-09-16");
  });

  it("l[k=v] : le premier qui a cette valeur", () => {
    expect(valeur("bilans[rang=2]/le")).toBe("2025-03-03");
    expect(valeur("bilans[rang=final]/le")).toBeUndefined();
    expect(valeur("bilans[rang=1]/synthese")).toBe("bien");
    expect(valeur("seances[nature=salle]")).toEqual(parcours.seances[0]);
  });

  it("l[-1] : le dernier par sa date, quel que soit son rang", () => {
    expect(valeur("seances[-1]/nature")).toBe("salle");
    expect(valeur("bilans[-1]/rang", "2025-01-01")).toBe(1);
  });

  it("un élément absent n'est pas un fait, un élément à venir n'est pas encore là", () => {
    expect(valeur("seances[nature=mise_en_situation]/heures", "2024-09-08")).toBeUndefined();
    expect(valeur("seances[nature=mise_en_situation]/heures", "2024-09-09")).toBe(3.5);
    expect(valeur("bilans[rang=2]/rang", "2025-03-02")).toBeUndefined();
  });

  it("ne se lit que dans une liste", () => {
    expect(valeur("contrat[]/debut")).toBeUndefined();
    expect(read(parcours, "bilans[rang=1]/le")).toBe("2024-11-04");
    expect(read({}, "bilans[-1]/le")).toBeUndefined();
  });
});

describe("un fait calculé", () => {
  it("duree_mois : les mois entiers du contrat, dernier jour compris", () => {
    expect(valeur("calcul/duree_mois")).toBe(18);
    expect(au("2025-06-30", { contrat: { ...parcours.contrat, fin: "2026-02-28" } })("calcul/duree_mois")?.valeur).toBe(17);
    expect(au("2025-06-30", {})("calcul/duree_mois")).toBeUndefined();
  });

  it("heures_enseignement : tous les enseignements ensemble", () => {
    const modalites = { enseignements: { organisme_heures: 120, distance_heures: 7.5 } };
    expect(au("2025-06-30", { modalites })("calcul/heures_enseignement")?.valeur).toBe(127.5);
    expect(valeur("calcul/heures_enseignement")).toBeUndefined();
  });

  it("age : à l'entrée, ou le jour dit tant qu'on n'est pas entré", () => {
    expect(valeur("calcul/age")).toBe(34);
    expect(valeur("calcul/age", "2024-05-03")).toBe(33);
  });

  it("dernier attend que tous soient connus, dernier_connu et premier non", () => {
    expect(valeur("calcul/tout", "2025-05-21")).toBeUndefined();
    expect(valeur("calcul/tout", "2025-05-22")).toBe("2025-05-22");
    expect(valeur("calcul/connus", "2025-05-21")).toBe("2024-08-26");
    expect(valeur("calcul/premier")).toBe("2024-08-26");
  });

  it("somme ajoute ce qui a eu lieu", () => {
    expect(valeur("calcul/heures")).toBe(7.5);
    expect(valeur("calcul/heures", "2024-09-01")).toBeUndefined();
  });

  it("qui se contient lui-même n'est pas connu", () => {
    expect(valeur("calcul/boucle")).toBeUndefined();
  });
});

describe("une condition", () => {
  const remplie = (condition: Condition, date = "2025-06-30") => isRemplie(au(date), condition);

  it("compare des nombres, au nombre dit ou à un paramètre", () => {
    expect(remplie({ chemin: "calcul/duree_mois", au_plus: 18 })).toBe(true);
    expect(remplie({ chemin: "calcul/duree_mois", au_plus: 17 })).toBe(false);
    expect(remplie({ chemin: "calcul/duree_mois", au_moins: 19 })).toBe(false);
    // 36 months at most, 16 years at least.
    expect(remplie({ chemin: "calcul/duree_mois", au_plus: "duree-maximale" })).toBe(true);
    expect(remplie({ chemin: "calcul/age", au_moins: "age-minimum" })).toBe(true);
    expect(remplie({ chemin: "inconnu", au_plus: 5 })).toBe(false);
  });

  it("compare des jours, avec ou sans délai, le jour même exclu", () => {
    const jury = (borne: Partial<Condition>) => remplie({ chemin: "jury/le", ...borne } as Condition);
    expect(jury({ apres: "contrat/debut" })).toBe(true);
    expect(jury({ avant: "contrat/debut" })).toBe(false);
    expect(jury({ apres: "jury/le" })).toBe(false);
    expect(jury({ avant: "jury/le" })).toBe(false);
    // Two months after the contract's first day is 2 November 2024; two months before its last, 1 January 2026.
    expect(remplie({ chemin: "bilans[rang=1]/le", apres: { chemin: "contrat/debut", delai: "delai-adequation" } })).toBe(true);
    expect(remplie({ chemin: "bilans[rang=1]/le", avant: { chemin: "contrat/debut", delai: "delai-adequation" } })).toBe(false);
    expect(jury({ avant: { chemin: "contrat/fin", delai: "-delai-adequation" } })).toBe(true);
    expect(jury({ apres: "inconnu" })).toBe(false);
  });

  it("cherche dans une liste, où un élément suffit", () => {
    expect(remplie({ chemin: "jury/membres", contient: "cadre_reseau" })).toBe(true);
    expect(remplie({ chemin: "jury/membres", contient: "professionnel" })).toBe(false);
    expect(remplie({ chemin: "seances[]/nature", vaut: ["salle"] })).toBe(true);
    expect(remplie({ chemin: "seances[]/nature", sauf: ["salle"] })).toBe(false);
    expect(remplie({ chemin: "seances[]/heures", au_moins: 4 })).toBe(true);
    expect(remplie({ chemin: "seances[]", present: true }, "2024-09-08")).toBe(false);
  });

  it("se combine", () => {
    const [vraie, fausse]: Condition[] = [
      { chemin: "jury", present: true },
      { chemin: "jury", absent: true },
    ] as const;
    if (vraie === undefined || fausse === undefined) throw new Error("deux conditions");
    expect(remplie({ tous: [vraie, fausse] })).toBe(false);
    expect(remplie({ un_de: [vraie, fausse] })).toBe(true);
    expect(remplie({ aucun_de: [fausse] })).toBe(true);
    expect(remplie({ aucun_de: [{ tous: [vraie, { un_de: [fausse, vraie] }] }] })).toBe(false);
  });
});

describe("quelle que soit la liste", () => {
  const jour = fc.integer({ min: 0, max: 600 }).map((jours) => addDays("2024-01-01", jours));
  const element = fc.record({ le: jour, rang: fc.integer({ min: 1, max: 3 }), absent: fc.boolean() });
  const chemins = ["l[]/rang", "l[]", "l[-1]/rang", "l[rang=2]/le", "l[rang=2]"];

  it("ce qui vient après le jour de la vue est invisible", () => {
    fc.assert(
      fc.property(fc.array(element), element, jour, fc.nat(300), (liste, plus, date, attente) => {
        const futur = { ...plus, le: addDays(date, attente + 1) };
        for (const chemin of chemins) {
          expect(au(date, { l: [futur, ...liste] }).tous(chemin)).toEqual(au(date, { l: liste }).tous(chemin));
        }
      }),
    );
  });

  it("une absence de plus ne change rien", () => {
    fc.assert(
      fc.property(fc.array(element), element, jour, (liste, plus, date) => {
        for (const chemin of chemins) {
          expect(au(date, { l: [...liste, { ...plus, absent: true }] }).tous(chemin)).toEqual(au(date, { l: liste }).tous(chemin));
        }
      }),
    );
  });

  it("le temps qui passe n'ôte rien, et ne change pas le premier fait de l[]", () => {
    fc.assert(
      fc.property(fc.array(element), jour, fc.nat(300), (liste, date, plus) => {
        const [avant, apres] = [au(date, { l: liste }), au(addDays(date, plus), { l: liste })];
        for (const chemin of chemins.filter((un) => !un.includes("-1")))
          expect(apres.tous(chemin)).toEqual(expect.arrayContaining([...avant.tous(chemin)]));
        if (avant("l[]") !== undefined) expect(apres("l[]")).toEqual(avant("l[]"));
      }),
    );
  });
});
