import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { enteteDe, lireSemestre, type TableauDeBord } from "../../src/dashboard/index.ts";
import { thresholdsAt } from "../../src/disclosure/index.ts";
import type { Bilan } from "../../src/dispositif/bilan.ts";
import type { Dispositif } from "../../src/dispositif/modele.ts";
import type { ParcoursDocument } from "../../src/dossier/load.ts";
import { type DashboardFormat, renderDashboard } from "../../src/render/dashboard/index.ts";
import type { Dashboard } from "../../src/secrecy/dashboard.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { publishSuppressed } from "../../src/secrecy/suppression.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { modele } from "../modeles.ts";
import { valeur } from "./cellules.ts";

/** A dispositif that cpro knows nothing of: an atelier, entered on a day, left or not, with hours done. */
const bilan: Bilan = {
  titre: "Tableau de bord de l'atelier",
  entree: "entre_le",
  colonnes: {
    id: {},
    entre_le: { nature: "jour", role: "quasi_identifiant", libelle: "Entrée", chemin: "atelier/entre_le" },
    sexe: {},
    tranche_age: { dimension: "Âge à l'entrée" },
    region: {},
    site: { nature: "code", role: "quasi_identifiant", libelle: "Site", chemin: "atelier/site", libelles: { nord: "Nord", sud: "Sud" } },
    temps: {
      nature: "bandes",
      role: "sensible",
      libelle: "Heures",
      chemin: "atelier/heures",
      bandes: ["0-9", "10-19", "20-29", "30+"],
      unite: "heures",
    },
    annee: { nature: "annee", role: "quasi_identifiant", libelle: "Année", annee_de: "entre_le", du: 2024, au: 2025 },
    parti_le: { nature: "jour", role: "sensible", libelle: "Départ", chemin: "atelier/parti_le" },
    motif: {
      nature: "code",
      role: "sensible",
      libelle: "Motif",
      chemin: "atelier/motif",
      au: "parti_le",
      a_defaut: [{ chemin: "atelier/emploi_le", code: "emploi" }, { code: "autre" }],
      libelles: { emploi: "Emploi", sante: "Santé", autre: "Autre" },
    },
  },
  populations: [
    { id: "entres", libelle: "les personnes entrées", date: "entre_le" },
    { id: "du_sud", libelle: "les personnes entrées au sud", date: "entre_le", si: { colonne: "site", vaut: ["sud"] } },
    { id: "partis", libelle: "les personnes parties", date: "parti_le" },
  ],
  familles: { entrees: "Entrées", departs: "Départs" },
  tables: [
    {
      id: "A1",
      famille: "entrees",
      titre: "Entrées, selon le sexe et le site",
      unite: "personnes",
      population: "entres",
      dimensions: ["sexe", "site"],
    },
    { id: "A2", famille: "entrees", titre: "Entrées, selon les heures", unite: "personnes", population: "entres", dimensions: ["temps"] },
    { id: "A3", famille: "entrees", titre: "Entrées, selon l'année", unite: "personnes", population: "entres", dimensions: ["annee"] },
    {
      id: "A4",
      famille: "entrees",
      titre: "Entrées au sud, selon l'âge",
      unite: "personnes",
      population: "du_sud",
      dimensions: ["tranche_age"],
    },
    { id: "B1", famille: "departs", titre: "Départs, selon le motif", unite: "personnes", population: "partis", dimensions: ["motif"] },
    {
      id: "R1",
      famille: "entrees",
      titre: "Entrées, selon la région",
      unite: "personnes",
      population: "entres",
      dimensions: ["region"],
      selon: "region",
    },
  ],
  synthese: {
    groupes: { gens: "Personnes" },
    figures: [
      { id: "entres_cumul", groupe: "gens", libelle: "Personnes entrées", termes: [{ table: "A1", mesure: "cumul" }] },
      { id: "partis_cumul", groupe: "gens", libelle: "Personnes parties", termes: [{ table: "B1", mesure: "cumul" }] },
    ],
    taux: [{ id: "part_partis", libelle: "Part des départs", numerateur: "partis_cumul", denominateur: "entres_cumul" }],
  },
  graphiques: [
    {
      id: "heures",
      genre: "colonnes",
      titre: "Entrées depuis le début, selon les heures",
      unite: "personnes",
      dimension: "temps",
      series: [{ libelle: "Entrées", table: "A2" }],
    },
  ],
  inclusions: [
    { tout: "entres", partie: "du_sud" },
    { tout: "entres", partie: "partis", depuis_le_debut: true },
  ],
  mots: { sans_entree: "sans entrée", comptes: "Entrées" },
  lisez_moi: { objet: "Tableau de bord d'un atelier inventé.", lire: [{ nom: "Ensemble", texte: "Le total de l'atelier." }] },
};
const dispositif: Dispositif = {
  ...modele.dispositif,
  identifiant: "atelier",
  libelle: "Atelier",
  parcours: { faits: [], prevues: [], phases: [], etapes: [] },
  bilan,
};

/** Twenty-four persons, the last of whom has not entered; fourteen in the north, a woman every other. Six have left. */
function personne(rang: number): ParcoursDocument {
  const parti = rang < 6 && { parti_le: rang < 3 ? "2025-05-02" : "2025-08-02" };
  const data = {
    format: "cpro/parcours/1",
    identifiant: `A-${rang}`,
    beneficiaire: { sexe: rang % 2 === 0 ? "femme" : "homme", date_naissance: "2000-06-15", departement: "59" },
    atelier: {
      ...(rang < 23 && { entre_le: rang < 10 ? "2024-11-04" : "2025-02-10" }),
      site: rang < 14 ? "nord" : "sud",
      heures: 2 * rang,
      ...parti,
      ...(rang === 0 && { motif: "sante" }),
      ...(rang === 1 && { emploi_le: "2025-04-30" }),
      ...(rang === 2 && { emploi_le: "2025-06-30" }),
    },
  };
  return {
    file: `${rang}.yaml`,
    bytes: Buffer.from(JSON.stringify(data)),
    kind: "parcours",
    data: data as unknown as ParcoursDocument["data"],
    modele: { ...modele, dispositif },
  };
}

const date = "2025-12-31";
const input = {
  dispositif,
  dossier: { fiches: [], parcours: Array.from({ length: 24 }, (_, rang) => personne(rang)) },
  semestre: lireSemestre("2025-S1"),
  date,
  ineligibles: new Map<string, string[]>(),
  couts: new Map(),
};

describe("un dispositif inventé, dont cpro ne sait que le bilan", () => {
  let dashboard: Dashboard;
  let report: TableauDeBord;
  beforeAll(async () => {
    dashboard = await computeDashboard(input);
    const { publication, secret } = await publishSuppressed(dashboard, thresholdsAt(date), [], () => computeDashboard(input));
    report = { ...enteteDe(dashboard), version: "0.0.0", secret, ...publication };
  });

  test("se compte comme à la main", () => {
    const entier = dashboard.publier(new Set());
    const de = (id: string, mesure: "semestre" | "cumul", ...codes: string[]) => valeur(entier, id, mesure, ...codes);
    expect(dashboard.sources).toMatchObject({ conclus: 23, nonConclus: 1, ineligibles: 0 });
    expect(de("A1", "cumul", "ensemble", "ensemble")).toBe(23);
    expect(de("A1", "semestre", "ensemble", "ensemble")).toBe(13);
    expect([de("A1", "cumul", "femme", "nord"), de("A1", "cumul", "homme", "nord")]).toEqual([7, 7]);
    expect([de("A1", "cumul", "femme", "sud"), de("A1", "cumul", "homme", "sud")]).toEqual([5, 4]);
    expect(["0-9", "10-19", "20-29", "30+", "non_connu"].map((bande) => de("A2", "cumul", bande))).toEqual([5, 5, 5, 8, 0]);
    expect([de("A3", "cumul", "2024"), de("A3", "cumul", "2025")]).toEqual([10, 13]);
    // Born on 15 June 2000: 24 on the day of entry.
    expect([de("A4", "cumul", "21-25"), de("A4", "cumul", "ensemble")]).toEqual([9, 9]);
    // The job of the third was found after leaving.
    expect(["sante", "emploi", "autre"].map((motif) => de("B1", "cumul", motif))).toEqual([1, 1, 1]);
    expect(entier.tables.map(({ id, famille }) => `${famille} ${id}`)).toEqual([
      "Entrées A1",
      "Entrées A2",
      "Entrées A3",
      "Entrées A4",
      "Départs B1",
    ]);
    expect(entier.figures.map(({ id, valeur }) => [id, valeur])).toEqual([
      ["entres_cumul", 23],
      ["partis_cumul", 3],
    ]);
  });

  test("par région sur demande : celle de la personne, faute d'entreprise et de structure", async () => {
    const parRegion = (await computeDashboard({ ...input, selon: "region" })).publier(new Set());
    expect(valeur(parRegion, "R1", "cumul", "32")).toBe(23);
  });

  test("sous le seuil, se masque, et ce qui le redonnerait aussi", () => {
    expect(valeur(report, "A1", "cumul", "homme", "sud")).toBeNull();
    expect(valeur(report, "B1", "cumul", "ensemble")).toBeNull();
    expect(valeur(report, "A1", "cumul", "ensemble", "ensemble")).toBe(23);
    expect(report.taux[0]).toMatchObject({ secret: true });
    const masquees = report.tables[0]?.cellules.filter(({ mesure, secret }) => mesure === "cumul" && secret).length ?? 0;
    expect(masquees).toBeGreaterThan(1);
  });

  test.each<DashboardFormat>(["json", "html", "xlsx", "csv"])("en %s, ce qui est écrit est prouvé", async (format) => {
    await proveWritten(format, await renderDashboard(report, format), report);
  });

  test("porte partout son propre nom, et jamais celui d'un autre", async () => {
    const html = String(await renderDashboard(report, "html"));
    expect(html).toContain("<h1>Tableau de bord de l&#39;atelier</h1>");
    for (const texte of ["Tableau de bord d&#39;un atelier inventé.", "Le total de l&#39;atelier.", "Âge à l&#39;entrée"])
      expect(html).toContain(texte);
    expect(html).not.toMatch(/VAE|contrat/i);
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.load((await renderDashboard(report, "xlsx")) as unknown as Parameters<typeof classeur.xlsx.load>[0]);
    expect(classeur.worksheets.map(({ name }) => name)).toEqual(["Lisez-moi", "Synthèse", "Entrées", "Départs", "Données"]);
    expect(classeur.getWorksheet("Synthèse")?.getCell("A2").value).toBe("Tableau de bord de l'atelier – 1er semestre 2025");
  });
});
