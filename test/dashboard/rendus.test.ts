import ExcelJS from "exceljs";
import { afterEach, expect, test, vi } from "vitest";
import { lireSemestre } from "../../src/dashboard/index.ts";
import { dashboardJson } from "../../src/render/dashboard/json.ts";
import { dashboardSummary } from "../../src/render/dashboard/summary.ts";
import { dashboardXlsx } from "../../src/render/xlsx/dashboard/index.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { dispositif } from "./bilan.ts";
import { couts, documents, foule } from "./dossier.ts";
import { date, nouveauRapport, rapport } from "./rapport.ts";

async function relire(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return workbook;
}

afterEach(() => {
  vi.useRealTimers();
});

test("le json a la forme convenue, et une case masquée n'y a pas de valeur", async () => {
  const document = JSON.parse(dashboardJson(await rapport(60)));
  expect(Object.keys(document)).toEqual(["format", "semestre", "date", "secret", "synthese", "tables"]);
  expect(document).toMatchObject({ format: "cpro/dashboard/1", semestre: "2025-S1", date, secret: { methode: "suppression", seuil: 5 } });
  const b1 = document.tables.find(({ id }: { id: string }) => id === "B1");
  expect(Object.keys(b1)).toEqual(["id", "titre", "unite", "dimensions", "cellules"]);
  expect(b1.dimensions).toEqual(["sexe", "tranche_age"]);
  const cases = document.tables.flatMap(({ cellules }: { cellules: object[] }) => cellules);
  const masquees = cases.filter((cellule: { secret?: true }) => cellule.secret);
  expect(masquees.length).toBeGreaterThan(50);
  for (const { mesure, codes, ...reste } of masquees) expect(reste).toEqual({ valeur: null, secret: true });
});

test("aucun effectif de 1 à 4 n'est publié", async () => {
  for (const nombre of [1, 5, 20, 60]) {
    const { tables, figures } = await rapport(nombre);
    const effectifs = tables
      .filter(({ unite }) => ["contrats", "bénéficiaires", "jurys"].includes(unite))
      .flatMap(({ cellules }) => cellules);
    const publies = [...effectifs, ...figures.filter(({ id }) => !["projets_acceptes", "entreprises_cumul"].includes(id))].map(
      ({ valeur }) => valeur,
    );
    expect(publies.filter((valeur) => valeur !== null && valeur > 0 && valeur < 5)).toEqual([]);
  }
});

test("un taux n'est publié qu'avec son numérateur et son dénominateur", async () => {
  const { taux } = await rapport(60);
  expect(taux.some(({ secret }) => secret)).toBe(true);
  for (const one of taux) expect(one.secret ?? false).toBe((one.numerateur.secret ?? false) || (one.denominateur.secret ?? false));
});

test("le classeur a une feuille par famille, sans formule ni feuille cachée, prête à imprimer", async () => {
  const classeur = await relire(await dashboardXlsx(await rapport(60)));
  expect(classeur.worksheets.map(({ name }) => name)).toEqual([
    "Lisez-moi",
    "Synthèse",
    "Contrats",
    "Bénéficiaires",
    "Entreprises",
    "Financement",
    "Données",
  ]);
  expect(classeur.title).toBe("Tableau de bord de la VAE inversée – 1er semestre 2025");
  for (const feuille of classeur.worksheets) {
    expect(feuille.state).toBe("visible");
    expect(feuille.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
    expect(feuille.views[0]).toMatchObject({ state: "frozen" });
    feuille.eachRow((ligne) => {
      ligne.eachCell((cellule) => {
        expect(cellule.formula).toBeUndefined();
      });
    });
  }
});

test("le classeur montre les nombres du tableau, et « s » là où ils sont masqués", async () => {
  const report = await rapport(60);
  const feuille = (await relire(await dashboardXlsx(report))).getWorksheet("Bénéficiaires");
  const lignes = (feuille?.getSheetValues() ?? []).flatMap((ligne) => (Array.isArray(ligne) ? [ligne.slice(1)] : []));
  const debut = lignes.findIndex(([titre]) => titre === "B1 – Bénéficiaires, selon le sexe et l'âge");
  const cellules = report.tables.find(({ id }) => id === "B1")?.cellules ?? [];
  const montre = (mesure: string, sexe: string, age: string): unknown => {
    const cellule = cellules.find(({ codes, ...one }) => one.mesure === mesure && codes.sexe === sexe && codes.tranche_age === age);
    return cellule?.secret ? "s" : cellule?.valeur;
  };
  const ages = ["16-17", "18-20", "21-25", "26-29", "30-34", "35-44", "45-49", "50+", "non_connu", "ensemble"];
  ages.forEach((age, rang) => {
    const attendu = ["semestre", "cumul"].flatMap((mesure) => ["femme", "homme", "ensemble"].map((sexe) => montre(mesure, sexe, age)));
    expect(lignes[debut + 4 + rang]?.slice(1), age).toEqual(attendu);
  });
});

test("en diffusion interne, rien n'est masqué et chaque feuille le dit", async () => {
  const report = await rapport(20, { interne: true });
  expect(report.tables.flatMap(({ cellules }) => cellules).some(({ secret }) => secret)).toBe(false);
  for (const feuille of (await relire(await dashboardXlsx(report))).worksheets) {
    expect(feuille.getCell("A3").value).toMatch(/^Données confidentielles/);
  }
  expect(JSON.parse(dashboardJson(report)).secret).toEqual({ methode: "aucune" });
});

test("les mêmes données au même jour donnent les mêmes octets, quelle que soit l'heure", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-07-10T08:00:00Z") });
  const matin = await dashboardXlsx(await nouveauRapport(60));
  vi.setSystemTime(new Date("2026-01-11T21:13:14Z"));
  const soir = await dashboardXlsx(await nouveauRapport(60));
  expect(Buffer.from(matin).equals(Buffer.from(soir))).toBe(true);
});

test("l'ordre des fichiers ne change rien", async () => {
  const donnees = documents(foule(80));
  const de = async (parcours: typeof donnees) => {
    const { publier, sources } = await computeDashboard({
      dispositif,
      dossier: { fiches: [], parcours },
      semestre: lireSemestre("2025-S1"),
      date,
      ineligibles: new Map(),
      couts: couts(80),
    });
    return { sources, ...publier(new Set()) };
  };
  expect(await de(donnees.toReversed())).toEqual(await de(donnees));
});

test("le résumé dit les chiffres clés et où est le fichier", async () => {
  const resume = dashboardSummary(await rapport(60), "tableau-de-bord-2025-S1.xlsx");
  expect(resume).toContain("Contrats conclus depuis le début");
  expect(resume.split("\n").at(-1)).toBe("Tableau de bord écrit : tableau-de-bord-2025-S1.xlsx");
});
