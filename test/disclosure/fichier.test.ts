import { beforeAll, describe, expect, test } from "vitest";
import type { TableauDeBord } from "../../src/dashboard/index.ts";
import { proveFile } from "../../src/disclosure/index.ts";
import { type DashboardFormat, renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { changerClasseur, rangDeS } from "./classeur.ts";
import { paraitre } from "./publier.ts";

// What is about to be written is changed as a wrong renderer could, and must be refused; as it is, it passes.

let report: TableauDeBord;
const fichiers = new Map<DashboardFormat, string | Uint8Array>();

beforeAll(async () => {
  ({ report } = await paraitre(foule(100, 100), { semestre: "2025-S1", date: "2025-07-10" }));
  for (const format of ["xlsx", "json", "csv"] as const) fichiers.set(format, await renderDashboard(report, format));
});

const controler = (format: DashboardFormat, contenu = fichiers.get(format)): Promise<void> => proveWritten(format, contenu ?? "", report);

const classeur = (changements: Parameters<typeof changerClasseur>[1]): Uint8Array =>
  changerClasseur(fichiers.get("xlsx") as Uint8Array, changements);

const texte = (format: "json" | "csv"): string => String(fichiers.get(format));
const refus = /Rien n'a été écrit : relu avant d'être publié/;

test.each(["xlsx", "json", "csv"] as const)("un %s tel qu'il est rendu passe", async (format) => {
  expect(report.tables.some(({ cellules }) => cellules.some(({ secret }) => secret))).toBe(true);
  await controler(format);
});

test("un classeur dont rien n'est changé passe, dépaqueté et refait", async () => {
  await controler("xlsx", classeur({}));
});

describe("un classeur où se trouve un nombre de trop est refusé", () => {
  // The shared text « s » of a hidden cell becomes the number that it hides.
  const marque = (xml: string): string =>
    xml.replace(new RegExp(`t="s"><v>${rangDeS(fichiers.get("xlsx") as Uint8Array)}</v>`), "><v>3</v>");

  test.each([
    ["à la place d'une case masquée", "xl/worksheets/sheet4.xml", marque],
    ["dans la liste des données", "xl/worksheets/sheet7.xml", marque],
    [
      "parmi les chiffres clés ou les graphiques",
      "xl/worksheets/sheet2.xml",
      (xml: string) => xml.replace(/(<row r="9"[^>]*>)/, '$1<c r="D9"><v>3</v></c>'),
    ],
    [
      "dans la mémoire d'un graphique",
      "xl/charts/chart3.xml",
      (xml: string) => xml.replace("</c:numCache>", '<c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache>'),
    ],
    ["dans le titre d'un graphique", "xl/charts/chart1.xml", (xml: string) => xml.replace("</a:t>", " (3)</a:t>")],
    ["dans un commentaire", "xl/comments1.xml", () => '<comments xmlns="x"><t>3</t></comments>'],
    [
      "dans une propriété",
      "docProps/core.xml",
      (xml: string) => xml.replace("<dc:description></dc:description>", "<dc:description>3</dc:description>"),
    ],
    ["dans une propriété faite pour cela", "docProps/custom.xml", () => "<Properties><vt:i4>3</vt:i4></Properties>"],
    ["dans un format de nombre", "xl/styles.xml", (xml: string) => xml.replace('formatCode="[$-40C]#,##0"', 'formatCode="&quot;3&quot;"')],
    [
      "dans un nom défini",
      "xl/workbook.xml",
      (xml: string) => xml.replace("</definedNames>", '<definedName name="cache">3</definedName></definedNames>'),
    ],
    [
      "dans un texte qu'aucune case ne montre",
      "xl/sharedStrings.xml",
      (xml: string) => xml.replace("</sst>", "<si><t>B1 : 3</t></si></sst>"),
    ],
    ["dans un attribut", "xl/worksheets/sheet4.xml", (xml: string) => xml.replace("<c r=", '<c valeur="3" r=')],
    ["derrière une formule", "xl/worksheets/sheet4.xml", (xml: string) => xml.replace("<v>", "<f>1+2</f><v>")],
    ["dans le pied de page", "xl/worksheets/sheet4.xml", (xml: string) => xml.replace("&amp;R", "3&amp;R")],
    ["dans une description d'image", "xl/drawings/drawing1.xml", (xml: string) => xml.replace('descr="', 'descr="3 ')],
  ])("%s", async (_, part, changer) => {
    await expect(controler("xlsx", classeur({ [part]: changer }))).rejects.toThrow(refus);
  });

  test.each([
    ["une feuille masquée", "xl/workbook.xml", (xml: string) => xml.replace('state="visible"', 'state="veryHidden"')],
    ["une ligne masquée", "xl/worksheets/sheet4.xml", (xml: string) => xml.replace('<row r="9"', '<row hidden="1" r="9"')],
    ["une colonne masquée", "xl/worksheets/sheet4.xml", (xml: string) => xml.replace("<col min", '<col hidden="1" min')],
  ])("%s aussi", async (_, part, changer) => {
    await expect(controler("xlsx", classeur({ [part]: changer }))).rejects.toThrow(refus);
  });
});

describe("un classeur qui compte mal ce qu'il masque est refusé, quand même celui qui l'a fait dirait toujours sa phrase", () => {
  test.each([
    ["une case de plus", (xml: string) => xml.replace(/(C1 : )\d+/, "$199")],
    ["un tableau de moins", (xml: string) => xml.replace(/C1 : \d+ ; /, "")],
    ["un tableau qui ne masque rien", (xml: string) => xml.replace(/(C1 : \d+ ; )/, "$1C2.rien : 0 ; ")],
    ["aucune", (xml: string) => xml.replace(/C1 : \d+ ; [^<]*/, "Aucune.")],
    ["rien n'en est dit", (xml: string) => xml.replace("<t>Cases masquées</t>", "<t>Autres cases</t>")],
  ])("%s", async (_, changer) => {
    const ecrire = async (un: TableauDeBord): Promise<Uint8Array> =>
      changerClasseur((await renderDashboard(un, "xlsx")) as Uint8Array, { "xl/sharedStrings.xml": changer });
    await expect(proveFile("xlsx", await ecrire(report), report, ecrire)).rejects.toThrow(/ 1 valeur .*« Cases masquées »/);
  });

  test("et une case masquée laissée vide", async () => {
    const rang = rangDeS(fichiers.get("xlsx") as Uint8Array);
    const vider = (xml: string): string => xml.replace(new RegExp(` t="s"><v>${rang}</v>`), ">");
    await expect(controler("xlsx", classeur({ "xl/worksheets/sheet4.xml": vider }))).rejects.toThrow(refus);
  });
});

describe("des données où se trouve un nombre de trop sont refusées", () => {
  const masquee = /"valeur": null,\s+"secret": true/;

  test.each([
    ["à la place d'une case masquée", (json: string) => json.replace(masquee, '"valeur": 3, "secret": true')],
    ["à côté d'elle", (json: string) => json.replace(masquee, '"valeur": null, "vrai": 3, "secret": true')],
    ["en toutes lettres", (json: string) => json.replace('"secret": true', '"secret": true, "note": "3 personnes"')],
    ["comme chiffre clé de trop", (json: string) => json.replace('"taux": {', '"cache": 3, "taux": {')],
  ])("en json, %s", async (_, changer) => {
    expect(changer(texte("json"))).not.toBe(texte("json"));
    await expect(controler("json", changer(texte("json")))).rejects.toThrow(refus);
  });

  test.each([
    ["à la place d'une case masquée", (csv: string) => csv.replace(",,s\r\n", ",3,s\r\n")],
    ["sans la marque", (csv: string) => csv.replace(",,s\r\n", ",3,\r\n")],
    ["dans une colonne de plus", (csv: string) => csv.replace(",,s\r\n", ",,s,3\r\n")],
  ])("en csv, %s", async (_, changer) => {
    expect(changer(texte("csv"))).not.toBe(texte("csv"));
    await expect(controler("csv", changer(texte("csv")))).rejects.toThrow(refus);
  });

  test("le message dit où, et ce qu'il faut faire", async () => {
    const faux = texte("csv").replace(",,s\r\n", ",3,\r\n");
    await expect(controler("csv", faux)).rejects.toMatchObject({
      message: expect.stringMatching(/ligne \d+ : C1, 3/),
      advice: expect.stringContaining("--format"),
    });
  });
});
