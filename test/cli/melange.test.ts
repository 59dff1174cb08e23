import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cpro, root } from "./run.ts";

const base = mkdtempSync(join(tmpdir(), "cpro mêlé "));
afterAll(() => rmSync(base, { recursive: true }));

const autres = readdirSync(join(root, "dispositifs"), { withFileTypes: true })
  .filter((un) => un.isDirectory() && existsSync(join(root, "dispositifs", un.name, "exemple")))
  .map(({ name }) => name);

/** A dossier of the VAE inversée, with the examples of other dispositifs beside. */
function dossier(nom: string, dispositifs: readonly string[]): string {
  const ici = join(base, nom);
  mkdirSync(ici);
  cpSync(join(root, "fixtures/umih-hdf"), ici, { recursive: true });
  for (const un of dispositifs)
    cpSync(join(root, "dispositifs", un, "exemple"), join(ici, un), { recursive: true, filter: (file) => !file.endsWith("fiche.yaml") });
  return ici;
}

const le = ["--date", "2025-06-30"];
const seul = dossier("seul", []);
const json = async (...args: string[]) => JSON.parse((await cpro([...args, "--format", "json", ...le])).out);

describe("un dossier qui mêle tous les dispositifs", () => {
  const ici = dossier("tous", autres);

  test("validate dit de chacun ce qu'il en dirait seul", async () => {
    const tout = (await json("validate", ici)).diagnostics as { fichier: string; regle: string }[];
    const regles = (ou: string) =>
      tout
        .filter(({ fichier }) => fichier.startsWith(join(ici, ou)) && (ou.includes(".") || fichier.startsWith(join(ici, ou, "/"))))
        .map(({ regle }) => regle);
    const reference = ((await json("validate", seul)).diagnostics as { fichier: string; regle: string }[]).map(({ regle }) => regle);
    expect(regles("parcours").concat(regles("fiche.yaml")).toSorted()).toEqual(reference.toSorted());
    expect(tout.filter(({ regle }) => regle === "schema")).toEqual([]);
    for (const un of autres.filter((nom) => nom !== "vae_inversee_geiq")) {
      const siens = ((await json("validate", join(root, "dispositifs", un, "exemple"))).diagnostics as { regle: string }[]).map(
        ({ regle }) => regle,
      );
      expect([un, regles(un).toSorted()]).toEqual([un, siens.toSorted()]);
    }
  });

  test("progress a les étapes de chacun, et le plafond des seuls parcours qu'il compte", async () => {
    const tout = await json("progress", ici);
    const un = await json("progress", seul);
    expect(tout.parcours.length).toBeGreaterThan(un.parcours.length + autres.length);
    const parDispositif = new Set(tout.parcours.map(({ dispositif = "vae_inversee" }: { dispositif?: string }) => dispositif));
    expect(parDispositif.size).toBe(autres.length + 1);
    // The one that a groupement follows counts too.
    expect(tout.plafond_national.parcours).toBe(un.plafond_national.parcours + 1);
    expect(tout.echeances_nationales).toEqual(un.echeances_nationales);
    for (const ligne of un.parcours) expect(tout.parcours).toContainEqual(ligne);
    for (const format of ["table", "ics", "html"]) expect((await cpro(["progress", ici, "--format", format, ...le])).code, format).toBe(0);
  });

  test("funding donne à chacun le sien, et ses totaux sont ceux de ses lignes", async () => {
    const tout = await json("funding", ici);
    const un = await json("funding", seul);
    for (const ligne of un.parcours) expect(tout.parcours).toContainEqual(ligne);
    const somme = (cle: string): number =>
      tout.parcours
        .filter(({ eligible }: { eligible: boolean }) => eligible)
        .reduce((total: number, ligne: Record<string, number>) => total + Math.round((ligne[cle] ?? 0) * 100), 0) / 100;
    for (const cle of ["cout_reel", "forfait", "verse"]) expect([cle, tout.totaux[cle]]).toEqual([cle, somme(cle)]);
    expect(tout.totaux.parcours).toBe(tout.parcours.length);
    const { out } = await cpro(["funding", ici, ...le]);
    for (const titre of ["contrat pro expérimental (Atlas)", "CQP", "bilan de compétences"]) expect(out).toContain(`\n${titre}\n`);
    for (const option of [["--explain"], ["--by", "opco"], ["--by", "fiche"], ["--paiements"], ["--compare-lectures"], ["--format", "csv"]])
      expect([option, (await cpro(["funding", ici, ...option, ...le])).code]).toEqual([option, 0]);
    const classeur = join(base, "financement.xlsx");
    expect((await cpro(["funding", ici, "--format", "xlsx", "--output", classeur, ...le])).code).toBe(0);
  });

  test("dashboard est celui d'un seul, et dit ce qu'il laisse ; celui de la VAE inversée compte le GEIQ", async () => {
    const args = ["--semester", "2025-S1", "--sans-precedent", "--format", "json", ...le];
    const total = async (dossierLu: string, ...plus: string[]) => {
      const { out, err, code } = await cpro(["dashboard", dossierLu, ...args, ...plus]);
      expect([code, err]).toEqual([0, expect.any(String)]);
      return { publie: JSON.parse(out), err };
    };
    const { publie, err } = await total(ici);
    expect(err).toMatch(/d'un autre dispositif : hors de ce tableau de bord/);
    expect(publie.dispositif).toBeUndefined();
    const sansGeiq = (await total(seul)).publie.synthese as Record<string, number>;
    expect((publie.synthese as Record<string, number>).contrats_cumul).toBe((sansGeiq.contrats_cumul ?? 0) + 1);
    for (const un of autres.filter((nom) => nom !== "vae_inversee_geiq"))
      expect((await total(ici, "--dispositif", un)).publie.dispositif).toBe(un);
  });

  test("template et import font l'aller-retour", async () => {
    const classeur = join(base, "tout.xlsx");
    const ecrit = await cpro(["template", "--from", ici, "--output", classeur]);
    expect([ecrit.code, ecrit.err]).toEqual([0, expect.any(String)]);
    // The fiche of the groupement is not in this dossier: a fault that was there before.
    const { code, err } = await cpro(["import", classeur, "--output", ici, "--update", "--yes", ...le]);
    expect([code, err]).toEqual([1, expect.stringMatching(/\d+ fichiers déjà à jour\.\n$/)]);
    expect(err).not.toMatch(/fichiers? (modifié|écrit)/);
  }, 300_000);

  test("export transmet les contrats qui sont à transmettre", async () => {
    const { code, err } = await cpro([
      "export",
      ici,
      "--semester",
      "2025-S1",
      "--output",
      join(base, "lots"),
      "--key-file",
      join(base, "cle"),
      ...le,
    ]);
    expect([code, err]).toEqual([0, expect.stringContaining("d'un autre dispositif")]);
  });
});
