import { describe, expect, test } from "vitest";
import { lireSemestre } from "../../src/dashboard/index.ts";
import { modele } from "../modeles.ts";
import { tables, valeur } from "./cellules.ts";
import { fiche, foule, parcours } from "./dossier.ts";

const le = (conclu_le: string) => parcours({ contrat: { conclu_le } });

describe("le semestre", () => {
  test("commence son premier jour et finit son dernier", async () => {
    const publie = await tables([le("2024-12-31"), le("2025-01-01"), le("2025-06-30"), le("2025-07-01")]);
    expect(valeur(publie, "C1", "semestre", "ensemble", "ensemble")).toBe(2);
    expect(valeur(publie, "C1", "cumul", "ensemble", "ensemble")).toBe(3);
  });

  test("du second semestre va du 1er juillet au 31 décembre", () => {
    expect(lireSemestre("2024-S2")).toEqual({ id: "2024-S2", debut: "2024-07-01", fin: "2024-12-31", libelle: "2nd semestre 2024" });
  });

  test.each(["2025-S3", "2025", "S1-2025", "25-S1"])("n'est pas « %s »", (texte) => {
    expect(() => lireSemestre(texte)).toThrow(`« ${texte} » n'est pas un semestre.`);
  });

  test("en cours s'arrête au jour de la publication : rien de prévu n'est compté comme fait", async () => {
    const donnees = [parcours({ contrat: { conclu_le: "2024-01-02", debut: "2024-01-02", fin: "2025-06-15" } })];
    expect(valeur(await tables(donnees, { date: "2025-06-14" }), "B5", "semestre", "ensemble")).toBe(0);
    expect(valeur(await tables(donnees, { date: "2025-06-15" }), "B5", "semestre", "ensemble")).toBe(1);
  });

  test("à venir n'a pas encore d'événement, mais garde son cumul", async () => {
    const publie = await tables([le("2025-02-03")], { semestre: "2026-S1", date: "2025-07-10" });
    expect(valeur(publie, "C1", "semestre", "ensemble", "ensemble")).toBe(0);
    expect(valeur(publie, "C1", "cumul", "ensemble", "ensemble")).toBe(1);
  });
});

describe("les tranches", () => {
  test.each([
    ["2025-02-01", "2025-07-31", "6-8"],
    ["2025-02-01", "2025-07-30", "0-5"],
    ["2025-02-01", "2026-01-31", "12"],
    ["2025-02-01", "2026-02-28", "13-17"],
    ["2025-02-01", "2026-01-30", "9-11"],
    ["2025-02-01", "2028-01-31", "24-36"],
    ["2025-02-01", "2028-02-29", "non_connu"],
  ])("un contrat du %s au %s est de la durée %s", async (debut, fin, code) => {
    const publie = await tables([parcours({ contrat: { debut, fin } })]);
    expect(valeur(publie, "C1", "semestre", code, "cdd")).toBe(1);
  });

  test.each([
    ["1999-02-03", "26-29"],
    ["1999-02-04", "21-25"],
    ["2009-02-03", "16-17"],
    ["2009-02-04", "non_connu"],
    ["1975-02-03", "50+"],
  ])("qui est né le %s est, le 3 février 2025, de la tranche %s", async (date_naissance, code) => {
    const publie = await tables([parcours({ beneficiaire: { date_naissance } })]);
    expect(valeur(publie, "B1", "semestre", "femme", code)).toBe(1);
  });

  test("une rupture le premier jour du contrat arrive en phase de mise en œuvre, avant trois mois", async () => {
    const publie = await tables([parcours({ contrat: { rupture: { le: "2025-02-10", initiative: "essai", motif: "Exemple" } } })]);
    expect(valeur(publie, "C5.phase", "semestre", "mise_en_oeuvre", "0-2")).toBe(1);
    expect(valeur(publie, "C5.initiative", "semestre", "essai")).toBe(1);
  });

  test("une rupture avant le début du contrat arrive en phase d'accompagnement", async () => {
    const publie = await tables([parcours({ contrat: { rupture: { le: "2025-02-09", initiative: "accord", motif: "Exemple" } } })]);
    expect(valeur(publie, "C5.phase", "semestre", "accompagnement", "0-2")).toBe(1);
  });

  test("la recevabilité d'un contrat rompu est celle du jour de la rupture", async () => {
    const recevabilite = { depot_le: "2025-03-01", decision: "recevable" as const, decision_le: "2025-04-15" };
    const rompu = (jour: string) => parcours({ contrat: { rupture: { le: jour } }, phases: { recevabilite } });
    const publie = await tables([rompu("2025-02-28"), rompu("2025-03-01"), rompu("2025-04-15")]);
    expect(valeur(publie, "C5.recevabilite", "semestre", "non_deposee")).toBe(1);
    expect(valeur(publie, "C5.recevabilite", "semestre", "deposee")).toBe(1);
    expect(valeur(publie, "C5.recevabilite", "semestre", "recevable")).toBe(1);
  });
});

describe("l'issue", () => {
  test("constatée sans contrat de travail veut dire aucun ; non constatée, qu'on ne sait pas", async () => {
    const fini = { conclu_le: "2024-01-02", debut: "2024-01-02", fin: "2025-01-31" };
    const publie = await tables([
      parcours({ contrat: fini, sortie: { constatee_le: "2025-05-01" } }),
      parcours({ contrat: fini }),
      parcours({ contrat: fini, sortie: { constatee_le: "2025-05-01", contrat_travail: { nature: "cdi", meme_entreprise: true } } }),
    ]);
    expect(["cdi", "aucun", "non_connu"].map((code) => valeur(publie, "B5", "semestre", code))).toEqual([1, 1, 1]);
    expect(["oui", "non", "non_connu"].map((code) => valeur(publie, "B6", "semestre", code))).toEqual([1, 1, 1]);
  });

  test("vient avec le jury quand il se tient après la fin du contrat", async () => {
    const publie = await tables([
      parcours({
        contrat: { conclu_le: "2024-01-02", debut: "2024-01-02", fin: "2025-06-30" },
        phases: { evaluation: { jury: { le: "2025-07-01", resultat: "refus" } } },
      }),
    ]);
    expect(valeur(publie, "B5", "cumul", "ensemble")).toBe(0);
  });
});

describe("la forme", () => {
  const forme = ({ tables }: Awaited<ReturnType<typeof import("./cellules.ts").tables>>): string[] =>
    tables.flatMap(({ id, cellules }) => cellules.map(({ mesure, codes }) => `${id} ${mesure} ${Object.values(codes).join(" ")}`));

  test("ne change ni avec le nombre de parcours ni avec le semestre", async () => {
    const fiches = [fiche("2024-01-01")];
    const sans = parcours({ certification: { domaine: "Hôtellerie" } });
    const vide = forme(await tables([], { dossier: { fiches, parcours: [] } }));
    expect(vide.length).toBeGreaterThan(700);
    const un = await tables([sans], {
      dossier: { fiches, parcours: [{ file: "0.yaml", bytes: Buffer.alloc(0), kind: "parcours", data: sans, modele }] },
    });
    expect(forme(un)).toEqual(vide);
    expect(forme(await tables(foule(50), { semestre: "2024-S1" }))).toEqual(forme(await tables(foule(50), { semestre: "2025-S2" })));
  });

  test("sans aucun parcours, tout effectif est zéro et toute moyenne est absente", async () => {
    const publie = await tables([]);
    const valeurs = new Set(
      publie.tables.flatMap(({ id, cellules }) => (id.startsWith("F1") ? [] : cellules.map((cellule) => cellule.valeur))),
    );
    expect([...valeurs]).toEqual([0]);
    expect(valeur(publie, "F1.cout", "cumul", "ensemble")).toBeNull();
  });
});

test("la synthèse compte les projets acceptés, les parcours en cours et nomme les termes de ses taux", async () => {
  const publie = await tables([], {});
  expect(publie.figures.find(({ id }) => id === "plafond_parcours")?.valeur).toBe(5000);
  const foule50 = foule(50);
  const { figures, taux } = await tables(foule50, {
    dossier: {
      fiches: [fiche("2024-04-20"), fiche("2025-07-01")],
      parcours: foule50.map((data, index) => ({ file: `${index}.yaml`, bytes: Buffer.alloc(0), kind: "parcours", data, modele })),
    },
  });
  const figure = (id: string): number => figures.find((one) => one.id === id)?.valeur ?? Number.NaN;
  expect(figure("projets_acceptes")).toBe(1);
  expect(figure("en_cours")).toBe(figure("contrats_cumul") - figure("termines_cumul"));
  const rupture = taux.find(({ id }) => id === "taux_rupture");
  expect(rupture?.valeur).toBe(figure("ruptures_cumul") / figure("contrats_cumul"));
  expect([rupture?.numerateur.id, rupture?.denominateur.id]).toEqual(["ruptures_cumul", "contrats_cumul"]);
});
