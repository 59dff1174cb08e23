import { beforeAll, describe, expect, test } from "vitest";
import { diffusionDe, type TableauDeBord } from "../../src/dashboard/index.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveRecord, proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { paraitre } from "./publier.ts";

// A number may hide in how data are written, in their order, in what is left out, and in the record beside them.

const refus = /Rien n'a été écrit : relu avant d'être publié/;
let report: TableauDeBord;
let arrondi: TableauDeBord;
let textes: Record<"json" | "csv" | "releve", string>;

const releveDe = (un: TableauDeBord): string =>
  `${JSON.stringify(diffusionDe(un, { nom: "t-37.xlsx", sha256: "0".repeat(64) }, [{ ...passe, sha256: "1".repeat(64) }]), null, 1)}\n`;
let passe: Awaited<ReturnType<typeof paraitre>>["precedent"];

beforeAll(async () => {
  const quand = { semestre: "2025-S1", date: "2025-07-10" };
  passe = (await paraitre(foule(100, 100), { semestre: "2024-S2", date: "2025-01-10" })).precedent;
  ({ report } = await paraitre(foule(100, 100), quand, [passe]));
  ({ report: arrondi } = await paraitre(foule(100, 100), { ...quand, base: 5 }));
  const [json, csv] = [await renderDashboard(report, "json"), await renderDashboard(report, "csv")];
  textes = { json: String(json), csv: String(csv), releve: releveDe(report) };
});

test("tels quels, les données et les relevés passent", async () => {
  await proveWritten("json", textes.json, report);
  await proveWritten("csv", textes.csv, report);
  await proveRecord(textes.releve, report, releveDe);
  await proveRecord(releveDe(arrondi), arrondi, releveDe);
});

const doublon = (json: string): string => json.replace('"valeur": null,', '"valeur": 3, "valeur": null,');

describe("un json où se cache un nombre est refusé", () => {
  test.each([
    ["une valeur dite deux fois", doublon],
    ["des espaces de trop", (json: string) => json.replace('"secret": true', '"secret":   true')],
    ["un nombre écrit trop long", (json: string) => json.replace(/"valeur": (\d+)/, '"valeur": $1.000000000000000003')],
    ["un titre", (json: string) => json.replace(/"titre": "/, '"titre": "3 ')],
    ["une unité en toutes lettres", (json: string) => json.replace(/"unite": "/, '"unite": "trois ')],
    ["un code", (json: string) => json.replace('"ensemble"', '"ensemble3"')],
    ["le nom d'une entrée", (json: string) => json.replace('"secret": true', '"secret": true,\n          "vaut_3": "oui"')],
    ["le nom d'une entrée vide", (json: string) => json.replace('"synthese": {', '"synthese": {\n    "trois": {},')],
    ["le seuil", (json: string) => json.replace('"seuil": 5', '"seuil": 3')],
    ["le semestre", (json: string) => json.replace('"semestre": "2025-S1"', '"semestre": "2023-S1"')],
    ["deux cases échangées", (json: string) => json.replace(/"mesure": "semestre"/, '"mesure": "cumul"')],
    ["une case de moins", (json: string) => json.replace(/,\s+\{[^{}]*\{[^{}]*\}[^{}]*"secret": true\s+\}(?=\s+\])/, "")],
    ["la marque en moins", (json: string) => json.replace(/,\s+"secret": true/, "")],
    ["un tableau de moins", (json: string) => json.replace(/,\s+"unite": "[^"]*"/, "")],
  ])("%s", async (_, changer) => {
    expect(changer(textes.json)).not.toBe(textes.json);
    await expect(proveWritten("json", changer(textes.json), report)).rejects.toThrow(refus);
  });
});

describe("un csv où se cache un nombre est refusé", () => {
  const premiere = (csv: string): string => csv.split("\r\n")[1] ?? "";
  test.each([
    ["une ligne vide de plus", (csv: string) => `${csv}\r\n`],
    ["une ligne vide au milieu", (csv: string) => csv.replace("\r\n", "\r\n\r\n")],
    ["une dernière ligne qui ne finit pas", (csv: string) => csv.trimEnd()],
    ["une ligne de moins", (csv: string) => csv.replace(/[^\n]*,,s\r\n/, "")],
    ["une ligne en double", (csv: string) => csv.replace(premiere(csv), `${premiere(csv)}\r\n${premiere(csv)}`)],
    ["un autre ordre", (csv: string) => csv.replace(/([^\n]*\r\n)([^\n]*\r\n)$/, "$2$1")],
    ["des guillemets inutiles", (csv: string) => csv.replace(",,s\r\n", ',,"s"\r\n')],
    ["un texte après des guillemets", (csv: string) => csv.replace(",,s\r\n", ',,"s"37\r\n')],
    ["un nombre écrit trop long", (csv: string) => csv.replace(/,(\d+),\r\n/, ",$1.0000000000000000037,\r\n")],
    ["une unité en toutes lettres", (csv: string) => csv.replace(",contrats,", ",trois contrats,")],
    ["une apostrophe", (csv: string) => csv.replace(",contrats,", ",'contrats,")],
    ["une marque de début", (csv: string) => `\uFEFF${csv}`],
  ])("%s", async (_, changer) => {
    expect(changer(textes.csv)).not.toBe(textes.csv);
    await expect(proveWritten("csv", changer(textes.csv), report)).rejects.toThrow(refus);
  });
});

describe("un relevé où se cache un nombre est refusé", () => {
  test.each([
    [
      "à la place d'une case masquée",
      (releve: string) => releve.replace(/"valeur": null,(\s+)"secret": true/, '"valeur": 3,$1"secret": true'),
    ],
    ["sans la marque", (releve: string) => releve.replace(/"valeur": null,\s+"secret": true/, '"valeur": 3')],
    ["à côté d'elle", (releve: string) => releve.replace('"secret": true', '"secret": true,\n     "vrai": 3')],
    ["dite deux fois", doublon],
    ["parmi les chiffres clés", (releve: string) => releve.replace(/("synthese": \{[^}]*?): null/, "$1: 3")],
    ["parmi les paramètres", (releve: string) => releve.replace('"seuil": 5', '"seuil": 3')],
    ["dans la version", (releve: string) => releve.replace('"version": "0.0.0"', '"version": "0.0.3"')],
    ["dans une empreinte", (releve: string) => releve.replace(`"${"1".repeat(64)}"`, '"37"')],
    ["dans un semestre d'avant", (releve: string) => releve.replace('"semestre": "2024-S2"', '"semestre": "37"')],
    ["comme une entrée de plus", (releve: string) => releve.replace('"tables": [', '"cache": 3,\n "tables": [')],
  ])("%s", async (_, changer) => {
    expect(changer(textes.releve)).not.toBe(textes.releve);
    await expect(proveRecord(changer(textes.releve), report, releveDe)).rejects.toThrow(refus);
  });

  test("ou ce qu'une case du tableau de bord porterait de plus", async () => {
    for (const vrai of [1, 3]) {
      const tables = report.tables.map((table) => ({ ...table, cellules: table.cellules.map((une) => ({ ...une, vrai })) }));
      const bavard = { ...report, tables };
      await expect(proveRecord(releveDe(bavard), bavard, releveDe)).rejects.toThrow(refus);
      await expect(proveWritten("json", await renderDashboard(bavard, "json"), bavard)).rejects.toThrow(refus);
    }
  });
});
