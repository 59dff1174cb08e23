import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { dashboardXlsx } from "../../src/render/xlsx/dashboard/index.ts";
import { rapport } from "./rapport.ts";

/** What the sheet of data must hold: each case of each table, its value or its mark. */
function casesDe({ tables }: Awaited<ReturnType<typeof rapport>>): [string, unknown][] {
  return tables.flatMap(({ id, cellules }) =>
    cellules.map(({ valeur, secret }): [string, unknown] => [id, secret ? "s" : (valeur ?? "–")]),
  );
}

test("une autre bibliothèque que celle qui l'écrit lit dans le classeur les mêmes valeurs", async () => {
  const report = await rapport(60);
  const lignes = await readSheet(Buffer.from(await dashboardXlsx(report)), "Données");
  expect(lignes.slice(5).map((ligne) => [ligne[0], ligne[8]])).toEqual(casesDe(report));
});

const soffice = "/usr/bin/soffice";

test.skipIf(!existsSync(soffice))(
  "LibreOffice ouvre le classeur et le réenregistre avec ses feuilles, ses valeurs et ses graphiques",
  async () => {
    const report = await rapport(60);
    const dossier = mkdtempSync(join(tmpdir(), "cpro-libreoffice-"));
    writeFileSync(join(dossier, "avant.xlsx"), await dashboardXlsx(report));
    const options = [
      `-env:UserInstallation=file://${dossier}/profil`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
    ];
    execFileSync(soffice, [...options, join(dossier, "apres"), join(dossier, "avant.xlsx")], { stdio: "ignore", timeout: 300_000 });
    const octets = readFileSync(join(dossier, "apres", "avant.xlsx"));
    rmSync(dossier, { recursive: true });

    const charts = Object.entries(unzipSync(octets)).filter(([nom]) => /^xl\/charts\/chart\d+\.xml$/.test(nom));
    expect(charts).toHaveLength(report.graphiques.length);
    const titres = charts.map(([, xml]) =>
      [...strFromU8(xml).matchAll(/<a:t>([^<]*)</g)]
        .map(([, texte]) => texte)
        .join("")
        .replaceAll("&apos;", "'"),
    );
    for (const { titre } of report.graphiques) expect(titres.some((texte) => texte.includes(titre))).toBe(true);

    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.load(octets as unknown as ArrayBuffer);
    const lignes: [unknown, unknown][] = [];
    classeur.getWorksheet("Données")?.eachRow((ligne, numero) => {
      if (numero > 5) lignes.push([ligne.getCell(1).value, ligne.getCell(9).value]);
    });
    expect(lignes).toEqual(casesDe(report));
  },
);
