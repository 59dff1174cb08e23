import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ChartKind, ChartSpec } from "../../../src/render/xlsx/chart-spec.ts";
import { rangeOf, withCharts } from "../../../src/render/xlsx/charts.ts";
import { newSheet, newWorkbook, workbookBytes } from "../../../src/render/xlsx/workbook.ts";

const date = "2025-07-10";
const feuille = "L'été & « cie »";
const labels = ["16-17 & moins", "18-20", "21-25"];
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

async function classeur({ image = false } = {}): Promise<Awaited<ReturnType<typeof newWorkbook>>> {
  const workbook = await newWorkbook({ title: "Essai", subject: "", date });
  newSheet(workbook, "Avant", { frozenRows: 1 });
  const sheet = newSheet(workbook, feuille, { frozenRows: 1 });
  labels.forEach((label, rang) => {
    sheet.addRow([label, rang === 1 ? null : 7 + rang, 9]);
  });
  // Two traps: a rule of formatting with an extLst of its own, and a list after which no drawing may stand.
  sheet.addConditionalFormatting({
    ref: "B1:B3",
    rules: [{ type: "dataBar", priority: 1, cfvo: [{ type: "min" }, { type: "max" }], gradient: false } as never],
  });
  sheet.addTable({ name: "T", ref: "F1", columns: [{ name: "a" }], rows: [[1]] });
  if (image) sheet.addImage(workbook.addImage({ buffer: pixel as never, extension: "png" }), "H1:I2");
  return workbook;
}

const chart = (kind: ChartKind, title = "Âges & sexes"): ChartSpec => ({
  sheet: feuille,
  from: { row: 6, column: 1 },
  to: { row: 20, column: 6 },
  kind,
  title,
  description: 'Deux séries, dont une "incomplète"',
  unit: "personnes",
  format: "#,##0",
  categories: { range: rangeOf(feuille, { row: 1, column: 1 }, { row: 3, column: 1 }), labels },
  series: [
    { name: "Femmes", range: rangeOf(feuille, { row: 1, column: 2 }, { row: 3, column: 2 }), values: [7, null, 9] },
    { name: "Hommes", range: rangeOf(feuille, { row: 1, column: 3 }, { row: 3, column: 3 }), values: [9, 9, 9] },
  ],
});

const textes = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([nom, contenu]) => [nom, strFromU8(contenu)]));

/** Each opened element is closed in its turn. */
function estBienForme(xml: string): boolean {
  const ouverts: string[] = [];
  for (const [, fin, nom, seul] of xml.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (seul) continue;
    if (!fin) ouverts.push(nom ?? "");
    else if (ouverts.pop() !== nom) return false;
  }
  return ouverts.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml);
}

describe("un graphique ajouté à un classeur", () => {
  test.each(["column", "bar", "stacked", "line", "doughnut", "pyramid"] as const)(
    "de genre %s montre ce qui lui est donné",
    async (kind) => {
      const parts = textes(await workbookBytes(await classeur(), date, [chart(kind)]));
      const xml = parts.get("xl/charts/chart1.xml") ?? "";
      expect(estBienForme(xml)).toBe(true);
      expect(xml).toContain("<a:t>Âges &amp; sexes</a:t>");
      expect(xml).toContain("<c:f>'L''été &amp; « cie »'!$B$1:$B$3</c:f>");
      expect(xml.match(/<c:ser>/g)).toHaveLength(2);
      expect(parts.get("[Content_Types].xml")).toContain('PartName="/xl/charts/chart1.xml"');
    },
  );

  test("laisse un trou là où une valeur manque", async () => {
    const xml = textes(await workbookBytes(await classeur(), date, [chart("column")])).get("xl/charts/chart1.xml") ?? "";
    const [femmes] = [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) => cache);
    expect(femmes).toContain('<c:ptCount val="3"/>');
    expect([...(femmes ?? "").matchAll(/<c:pt idx="(\d)"><c:v>(\d+)</g)].map(([, idx, valeur]) => [idx, valeur])).toEqual([
      ["0", "7"],
      ["2", "9"],
    ]);
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  });

  test("a un texte de remplacement, sur la bonne feuille, à la place que le format lui fixe", async () => {
    const parts = textes(await workbookBytes(await classeur(), date, [chart("column"), chart("line", "Autre")]));
    const feuille2 = parts.get("xl/worksheets/sheet2.xml") ?? "";
    expect(parts.get("xl/worksheets/sheet1.xml")).not.toContain("<drawing");
    expect(feuille2.match(/<drawing /g)).toHaveLength(1);
    expect(feuille2.indexOf("<drawing")).toBeGreaterThan(feuille2.indexOf("<pageSetup"));
    expect(feuille2.indexOf("<drawing")).toBeLessThan(feuille2.indexOf("<tableParts"));
    expect(feuille2.indexOf("<extLst")).toBeLessThan(feuille2.indexOf("<drawing"));
    const dessin = parts.get("xl/drawings/drawing1.xml") ?? "";
    expect(estBienForme(dessin)).toBe(true);
    expect(dessin).toContain('descr="Deux séries, dont une &quot;incomplète&quot;"');
    expect([...dessin.matchAll(/cNvPr id="(\d+)"/g)].map(([, id]) => id)).toEqual(["2", "3"]);
  });

  test("garde l'image que la feuille avait déjà", async () => {
    const parts = textes(await workbookBytes(await classeur({ image: true }), date, [chart("column")]));
    const dessin = parts.get("xl/drawings/drawing1.xml") ?? "";
    expect(parts.has("xl/drawings/drawing2.xml")).toBe(false);
    expect(dessin).toContain("<xdr:pic>");
    expect(dessin).toContain("<xdr:graphicFrame");
    expect(parts.get("xl/worksheets/sheet2.xml")?.match(/<drawing /g)).toHaveLength(1);
    expect(parts.get("xl/drawings/_rels/drawing1.xml.rels")).toMatch(/image.*chart/s);
  });

  test("demande une feuille qui existe", async () => {
    const bytes = await workbookBytes(await classeur(), date);
    expect(() => withCharts(bytes, [{ ...chart("bar"), sheet: "Ailleurs" }], date)).toThrow("no sheet named Ailleurs");
  });
});
