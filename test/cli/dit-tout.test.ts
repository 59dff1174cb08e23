import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "./run.ts";

// Nothing that bears on a figure is passed over in silence.

let dossier: string;
const jour = ["--date", "2025-06-30"];
const fichier = (): string => join(dossier, "parcours", "EPE-003.yaml");

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-dit-tout-"));
  cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
  writeFileSync(fichier(), readFileSync(fichier(), "utf8").replace(`departement: "02"`, `departement: "20"`));
});
afterAll(() => rmSync(dossier, { recursive: true }));

describe("funding", () => {
  it("dit qu'un parcours est financé malgré une erreur", async () => {
    const { err, code } = await cpro(["funding", dossier, ...jour]);
    expect(err).toContain("1 parcours financé malgré une erreur. « cpro validate » dit laquelle.");
    expect(code).toBe(0);
  });

  it("ne reproche pas à un changement ce qui était déjà faux", async () => {
    const { err, code } = await cpro(["funding", dossier, ...jour, "--set", "EPE-003.contrat.fin=2025-03-31"]);
    expect(err).not.toContain("Avec ces changements");
    expect(code).toBe(0);
  });

  it("laisse de côté un montant que des centimes ne peuvent dire, et refuse d'en supposer un", async () => {
    const avant = readFileSync(fichier(), "utf8");
    writeFileSync(fichier(), avant.replace("montant: 1120", "montant: 10.005"));
    const { out, err, code } = await cpro(["funding", dossier, ...jour]);
    writeFileSync(fichier(), avant);
    expect(err).toContain("financement.depenses.1.montant vaut 10,005, plus de deux décimales");
    expect(out).not.toContain("EPE-003");
    expect(code).toBe(1);
    const suppose = await cpro(["funding", dossier, ...jour, "--set", "EPE-003.financement.depenses.1.montant=10.005"]);
    expect([suppose.code, suppose.out]).toEqual([2, ""]);
    expect(suppose.err).toContain("vaudrait 10,005 : plus de deux décimales");
  });

  it("refuse de changer un parcours que --parcours laisse de côté", async () => {
    const { err, code } = await cpro(["funding", dossier, ...jour, "--parcours", "EPE-001", "--set", "EPE-003.contrat.fin=2025-03-31"]);
    expect(err).toContain("--set change le parcours EPE-003, que --parcours laisse de côté.");
    expect(code).toBe(2);
  });

  it("refuse une lecture que la comparaison de toutes ne suivrait pas", async () => {
    const { code } = await cpro(["funding", dossier, ...jour, "--compare-lectures", "--lecture", "foire_aux_questions"]);
    expect(code).toBe(2);
  });

  it("ne sait pas d'avance ce que l'OPCO décidera", async () => {
    const refus = join(dossier, "parcours", "EPE-003.yaml");
    const avant = readFileSync(refus, "utf8");
    writeFileSync(refus, avant.replace("sens: accepte", "sens: refuse"));
    const dit = async (date: string) => (await cpro(["funding", dossier, "--paiements", "--parcours", "EPE-003", "--date", date])).out;
    expect(await dit("2024-09-20")).not.toContain("Répondre au refus");
    expect(await dit("2024-10-04")).toContain("Répondre au refus de l'OPCO");
    writeFileSync(refus, avant);
  });

  it("écrit dans ses formules des nombres qui redonnent leurs montants", async () => {
    const { out } = await cpro(["funding", `${root}fixtures/umih-hdf`, "--date", "2025-07-15", "--explain", "--format", "csv"]);
    const nombre = (texte: string): number => Number(texte.replaceAll(/[\s\u202f\u00a0]/g, "").replace(",", "."));
    const lues = [...out.matchAll(/;(-?[\d\s\u202f]+(?:,\d+)?);([\d\s\u202f]+,\d\d) × ([\d,]+) \/ ([\d,]+) mois;/g)];
    expect(lues.length).toBeGreaterThan(20);
    const faux = lues.filter(
      ([, montant = "", plein = "", mois = "", duree = ""]) =>
        Math.abs((nombre(plein) * nombre(mois)) / nombre(duree) - nombre(montant)) > 0.0051,
    );
    expect(faux.map(([texte]) => texte)).toEqual([]);
  });
});

describe("dashboard", () => {
  const tableau = (semestre: string, ...autres: string[]) =>
    cpro(["dashboard", `${root}fixtures/geiq-epe`, "--semester", semestre, "--diffusion", "interne", "--format", "json", ...autres]);

  it("dit qu'un semestre n'a pas commencé, ou n'est pas terminé", async () => {
    expect((await tableau("2030-S1", "--date", "2025-07-15")).err).toContain(
      "Le semestre 2030-S1 ne commence que le 1er janvier 2030 : rien ne peut encore y être compté.",
    );
    expect((await tableau("2025-S1", "--date", "2025-03-15")).err).toContain(
      "Le semestre 2025-S1 n'est pas terminé : ses chiffres, arrêtés au 15 mars 2025, changeront encore.",
    );
    expect((await tableau("2025-S1", "--date", "2025-07-15")).err).not.toContain("Le semestre");
  });

  it("nomme le fichier qu'une option donne et qui manque", async () => {
    const { err, code } = await tableau("2025-S1", "--date", "2025-07-15", "--previous", "absent.json");
    expect(err).toContain("Le fichier absent.json n'a pas pu être lu : ce chemin n'existe pas.");
    expect(code).toBe(2);
  });
});
