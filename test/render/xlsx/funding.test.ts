import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { computePaiements } from "../../../src/funding/index.ts";
import { fundingXlsx } from "../../../src/render/xlsx/funding/index.ts";
import { type Contrat, financerTous } from "../../funding/contrat.ts";

const contrats: Contrat[] = [
  {
    identifiant: "=EPE-001",
    debut: "2024-07-01",
    fin: "2025-12-31",
    depenses: [
      { composante: "pedagogique", montant: 6500.5, date: "2024-09-15" },
      { composante: "annexes", montant: 46.4, date: "2024-10-01" },
    ],
    complement: 300,
    versements: [{ le: "2025-01-10", montant: 2000 }],
  },
  { identifiant: "EPE-002", debut: "2024-01-01", fin: "2024-12-31", depenses: [{ composante: "annexes", montant: 100 }] },
];
const motifs = new Map([["parcours/EPE-002.yaml", ["contrat-fenetre"]]]);
const funding = financerTous(contrats, { motifs });
const make = (list: readonly Contrat[] = contrats, isExplained = false) => {
  const ofList = financerTous(list, { motifs });
  return fundingXlsx(ofList, computePaiements(ofList), { isExplained });
};

/** The rows of a sheet from its header on; a cell is what a spreadsheet would compute with. */
function rowsOf(workbook: ExcelJS.Workbook, name: string): unknown[][] {
  const rows: unknown[][] = [];
  workbook.getWorksheet(name)?.eachRow((row, number) => {
    if (number > 4) rows.push((row.values as unknown[]).slice(1));
  });
  return rows;
}

describe("le classeur", () => {
  let bytes: Uint8Array;
  const workbook = new ExcelJS.Workbook();
  beforeAll(async () => {
    bytes = await make();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  });

  it("a une feuille par vue", () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Synthèse",
      "Parcours",
      "Années de contrat",
      "Composantes",
      "OPCO",
      "Fiches projet",
      "Échéancier",
      "À faire",
      "Calcul",
      "Notes",
    ]);
  });

  it("porte de vrais nombres et de vraies dates, et le total des éligibles", () => {
    const [, first, second, total] = rowsOf(workbook, "Parcours");
    expect(first?.slice(0, 7)).toEqual(["=EPE-001", "FICHE-1", "akto", "oui", 6546.9, 0, 6046.4]);
    expect(second?.[3]).toBe("non");
    expect(total?.slice(4, 7)).toEqual([6546.9, 0, 6046.4]);
    const annees = rowsOf(workbook, "Années de contrat");
    expect(annees[2]?.slice(4, 8)).toEqual([2, new Date("2025-07-01"), new Date("2025-12-31"), 6]);
    expect(annees.at(-1)?.[13]).toBe(6046.4);
  });

  it("ne contient aucune formule, un texte qui y ressemble compris", () => {
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => void expect([sheet.name, cell.formula]).toEqual([sheet.name, undefined])));
    }
  });

  it("plie l'arbre des montants : une ligne par étape, son niveau en retrait", () => {
    const sheet = workbook.getWorksheet("Calcul");
    const levels = new Map<string, number>();
    sheet?.eachRow((row) => {
      const label = String(row.getCell(1).value);
      if (!levels.has(label)) levels.set(label, row.outlineLevel ?? 0);
    });
    expect([levels.get("=EPE-001"), levels.get("Forfait"), levels.get("Forfait de l'année 1"), levels.get("Frais pédagogiques")]).toEqual([
      0, 1, 2, 5,
    ]);
    expect(rowsOf(workbook, "Calcul")).toContainEqual([
      "Frais pédagogiques",
      6000,
      "min(6\u202f500,50 ; 6\u202f000,00)",
      "décret n° 2023-408, art. 2, I, 2°",
    ]);
  });

  it("dit les paramètres, leur source et la lecture", () => {
    const notes = rowsOf(workbook, "Notes").map((row) => row.join(" | "));
    expect(notes[1]).toBe("Lecture des textes | cahier des charges | cahier_des_charges");
    expect(notes).toContainEqual(
      expect.stringMatching(/^Plafond annuel du forfait par parcours \| 9\s000 euros .*\| décret n° 2023-408, art\. 2, II$/),
    );
  });

  it("porte trois graphiques natifs sur les chiffres des feuilles", () => {
    const parts = unzipSync(bytes);
    const charts = Object.keys(parts).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(3);
    const all = charts.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join("");
    expect(all).toContain("'Échéancier'!$E$6:$E$8");
    const sheet = workbook.getWorksheet("Échéancier");
    expect([6, 7, 8].map((row) => sheet?.getCell(row, 5).value)).toEqual([6300, 6346.4, 6346.4]);
  });

  it("donne les mêmes octets pour les mêmes données et le même jour", async () => {
    expect(Buffer.from(await make()).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe("un dossier qui sort de l'ordinaire", () => {
  const names = async (list: readonly Contrat[], isExplained = false): Promise<string[]> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(await make(list, isExplained)) as unknown as ExcelJS.Buffer);
    return workbook.worksheets.map(({ name }) => name);
  };

  it("sans aucun contrat, a toutes ses feuilles", async () => {
    expect(await names([])).toHaveLength(10);
  });

  it("très grand, ne détaille le calcul que si on le demande", async () => {
    const many = Array.from({ length: 301 }, (_, rang) => ({ ...(contrats[1] ?? { debut: "", fin: "" }), identifiant: `P-${rang}` }));
    expect(await names(many)).not.toContain("Calcul");
    expect(await names(many, true)).toContain("Calcul");
  });
});

it("les totaux du classeur sont ceux du calcul", () => {
  expect(funding.totaux).toMatchObject({ parcours: 2, eligibles: 1, forfait: 604_640 });
});
