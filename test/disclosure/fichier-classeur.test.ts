import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { TableauDeBord } from "../../src/dashboard/index.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { changerClasseur, rangDeS } from "./classeur.ts";
import { paraitre } from "./publier.ts";

// A number may hide where no cell shows it: in sizes, places, ties and the zip itself. 37 stands for a hidden one.

let report: TableauDeBord;
let octets: Uint8Array;

beforeAll(async () => {
  const quand = { semestre: "2025-S1", date: "2025-07-10" };
  const precedent = (await paraitre(foule(100, 100), { semestre: "2024-S2", date: "2025-01-10" })).precedent;
  ({ report } = await paraitre(foule(100, 100), quand, [precedent]));
  octets = (await renderDashboard(report, "xlsx")) as Uint8Array;
});

const refuser = (contenu: Uint8Array, ou: RegExp): Promise<void> =>
  expect(proveWritten("xlsx", contenu, report)).rejects.toThrow(new RegExp(`Rien n'a été écrit : relu.*la première : .*${ou.source}`));

const feuille = (numero: number): string => `xl/worksheets/sheet${numero}.xml`;

describe("un nombre de trop dans une feuille est refusé", () => {
  test.each([
    ["une case sans référence", 4, /(<c r="B10"[^>]*>)/, "<c><v>37</v></c>$1", /Bénéficiaires, <c><v>37</],
    ["une case écrite deux fois", 4, /(<c r="B10"[^>]*>)/, '<c r="B10" s="16"><v>37</v></c>$1', /Bénéficiaires, <c r="B10"/],
    ["une case d'une autre ligne", 4, /(<c r="B10"[^>]*>)/, '<c r="B37" s="16"/>$1', /Bénéficiaires, <c r="B37"/],
    ["une case de deux nombres", 4, /<v>(\d+)<\/v>/, "<v>$1</v><v>37</v>", /Bénéficiaires, <v>37</],
    ["un nombre écrit trop long", 4, /<v>(\d+)<\/v>/, "<v>$1.000000000000000037</v>", /Bénéficiaires, <v>\d+.000000000000000037/],
    ["une largeur de colonne", 4, /width="12"/, 'width="37"', /Bénéficiaires, <col .*width="37"/],
    ["une colonne d'aucune largeur", 4, /width="12"/, 'width="0"', /Bénéficiaires, <col .*width="0"/],
    ["une hauteur de ligne", 4, / ht="15"/, ' ht="37"', /Bénéficiaires, <row .*ht="37"/],
    [
      "le numéro d'une ligne",
      4,
      /<row r="150"[^>]*\/>|<row r="\d+"([^>]*\/><\/sheetData>)/,
      '<row r="370"$1',
      /Bénéficiaires, <row r="370"/,
    ],
    ["l'étendue d'une ligne", 4, /spans="1:(\d)"/, 'spans="1:37"', /Bénéficiaires, <row .*spans="1:37"/],
    ["les dimensions de la feuille", 4, /ref="A1:/, 'ref="A37:', /Bénéficiaires, <dimension ref="A37:/],
    ["un saut de page", 4, /<brk id="\d+"/, '<brk id="9"', /Bénéficiaires, <brk id="9"/],
    ["des cases réunies", 4, /mergeCell ref="[^"]*"/, 'mergeCell ref="B37:C38"', /Bénéficiaires, <mergeCell ref="B37:/],
    ["l'échelle d'impression", 4, / scale="\d+"/, ' scale="37"', /Bénéficiaires, .*scale="37"/],
    ["une marge", 4, /left="0.4"/, 'left="0.37"', /Bénéficiaires, <pageMargins left="0.37"/],
    ["une case choisie", 4, /<selection /, '<selection activeCell="B37" ', /Bénéficiaires, <selection activeCell="B37"/],
    ["le volet", 4, /ySplit="4"/, 'ySplit="37"', /Bénéficiaires, <pane .*ySplit="37"/],
    ["le filtre", 7, /autoFilter ref="A5:I\d+"/, 'autoFilter ref="A5:I37"', /Données, <autoFilter ref="A5:I37"/],
    ["une règle de mise en forme", 4, /<pageMargins/, '<conditionalFormatting sqref="B37"/><pageMargins', /Bénéficiaires, élément cond/],
    ["une liste de valeurs permises", 4, /<pageMargins/, "<dataValidations/><pageMargins", /Bénéficiaires, élément dataValid/],
    ["un nom d'espace", 4, /xmlns:r="[^"]*"/, 'xmlns:r="http://schemas.microsoft.com/office/37"', /Bénéficiaires, .*office\/37/],
  ])("%s", async (_, numero, ancien, nouveau, ou) => {
    await refuser(changerClasseur(octets, { [feuille(numero)]: (xml) => xml.replace(ancien, nouveau) }), ou);
  });

  test("des lignes de moins dans la liste des données, ou dans un autre ordre", async () => {
    const lignes = /<row r="(\d+)"[^>]*>(.*?)<\/row>(<row r="(\d+)"[^>]*>(.*?)<\/row>)/s;
    const debut = (xml: string): number => xml.indexOf('<row r="6"');
    const echanger = (xml: string): string =>
      xml.slice(0, debut(xml)) +
      xml.slice(debut(xml)).replace(lignes, (tout, un, premiere, seconde, deux, autre) =>
        tout
          .replace(premiere, "@")
          .replace(seconde, seconde.replace(autre, premiere.replaceAll(`${un}"`, `${deux}"`)))
          .replace("@", autre.replaceAll(`${deux}"`, `${un}"`)),
      );
    await refuser(changerClasseur(octets, { [feuille(7)]: echanger }), /Données, ligne 6/);
    const couper = (xml: string): string => xml.replace(/<row r="\d+"[^>]*>(?:(?!<row).)*<\/row><\/sheetData>/s, "</sheetData>");
    await refuser(changerClasseur(octets, { [feuille(7)]: couper }), /Données, \d+ lignes/);
  });
});

describe("ce qui distinguerait une case masquée d'une autre est refusé", () => {
  const masquee = (): string => ` t="s"><v>${rangDeS(octets)}</v>`;

  test.each([3, 4, 5, 7])("son aspect, feuille %i", async (numero) => {
    const changer = (xml: string): string => {
      const [case_ = ""] = [...xml.matchAll(new RegExp(`<c r="[A-Z]+\\d+" s="\\d+"${masquee()}`, "g"))].map(String).slice(-3);
      return xml.replace(case_, case_.replace(/s="\d+"/, 's="1"'));
    };
    await refuser(changerClasseur(octets, { [feuille(numero)]: changer }), /.*/);
  });

  test("être vide", async () => {
    const vider = (xml: string): string => xml.replace(new RegExp(masquee()), ">");
    const compter = (xml: string): string => xml.replace(/ count="(\d+)"/, (_, compte) => ` count="${compte - 1}"`);
    await refuser(changerClasseur(octets, { [feuille(4)]: vider, "xl/sharedStrings.xml": compter }), /Bénéficiaires, ligne \d+, case vide/);
  });
});

describe("un nombre de trop dans un graphique est refusé", () => {
  test.each([
    ["la fin de son axe", 3, /<c:max val="\d+"\/>/g, '<c:max val="37"/>', /chart3.xml, <c:max val="37"/],
    ["le début de son axe", 1, /<c:min val="0"\/>/, '<c:min val="-37"/>', /chart1.xml, <c:min val="-37"/],
    ["les pas de son axe", 3, /<c:majorUnit val="[^"]*"\/>/, '<c:majorUnit val="37"/>', /chart3.xml, <c:majorUnit val="37"/],
    ["le nombre de ses points", 1, /<c:ptCount val="\d+"\/>/, '<c:ptCount val="37"/>', /chart1.xml, <c:ptCount val="37"/],
    ["le rang d'un point", 1, /<c:pt idx="1">/, '<c:pt idx="37">', /chart1.xml, point 2 : de moins/],
    ["un point de moins", 1, /<c:pt idx="\d+"><c:v>\d+<\/c:v><\/c:pt><\/c:numCache>/, "</c:numCache>", /chart1.xml, point \d : de moins/],
    ["sa plage", 1, /<c:f>[^<]*<\/c:f>/, "<c:f>37</c:f>", /chart1.xml, 37/],
    ["une couleur", 1, /srgbClr val="1F3A5F"/, 'srgbClr val="000037"', /chart1.xml, <a:srgbClr val="000037"/],
    ["une taille", 1, /sz="1200"/, 'sz="3700"', /chart1.xml, <a:defRPr sz="3700"/],
    ["un écart", 1, /gapWidth val="60"/, 'gapWidth val="37"', /chart1.xml, <c:gapWidth val="37"/],
    ["un format", 1, /formatCode="[^"]*"/, 'formatCode="[$-37]#,##0"', /chart1.xml, <c:numFmt formatCode="\[\$-37/],
    ["une extension", 1, /<c:legend>|<c:plotVisOnly/, '<c:extLst><c:ext uri="37"/></c:extLst>$&', /élément c:extLst/],
  ])("%s", async (_, numero, ancien, nouveau, ou) => {
    await refuser(changerClasseur(octets, { [`xl/charts/chart${numero}.xml`]: (xml) => xml.replace(ancien, nouveau) }), ou);
  });

  test.each([
    ["sa place", /<xdr:row>\d+<\/xdr:row>/, "<xdr:row>37</xdr:row>", /drawing1.xml, <xdr:row>37/],
    ["son numéro", /cNvPr id="2"/, 'cNvPr id="37"', /drawing1.xml, <xdr:cNvPr id="37"/],
    ["son rang", /r:id="rId1"/, 'r:id="rId37"', /drawing1.xml, .*r:id="rId37"/],
  ])("%s parmi les dessins", async (_, ancien, nouveau, ou) => {
    await refuser(changerClasseur(octets, { "xl/drawings/drawing1.xml": (xml) => xml.replace(ancien, nouveau) }), ou);
  });
});

describe("un nombre de trop à côté des feuilles est refusé", () => {
  test.each([
    ["dans le thème", "xl/theme/theme1.xml", /val="50000"/, 'val="37"', /theme1.xml, <a:tint val="37"/],
    ["parmi les couleurs", "xl/styles.xml", /FFDCE5F0/, "FF000037", /styles.xml, <fgColor rgb="FF000037"/],
    ["parmi les tailles", "xl/styles.xml", /sz val="16"/, 'sz val="37"', /styles.xml, <sz val="37"/],
    ["dans le compte des aspects", "xl/styles.xml", /cellXfs count="\d+"/, 'cellXfs count="37"', /styles.xml, <cellXfs count="37"/],
    ["dans une langue", "xl/styles.xml", /\[\$-40C\]#,##0"/, '[$-37]#,##0"', /styles.xml, <numFmt .*\[\$-37/],
    ["dans des zéros de trop", "xl/styles.xml", /\[\$-40C\]#,##0"/, '[$-40C]#,##000"', /styles.xml, <numFmt .*#,##000/],
    ["dans le compte des textes", "xl/sharedStrings.xml", / count="\d+"/, ' count="37"', /sharedStrings.xml, .* count="37"/],
    [
      "dans un texte qu'aucune case ne montre",
      "xl/sharedStrings.xml",
      /<\/sst>/,
      "<si><t>trois</t></si></sst>",
      /sharedStrings.xml, <si><t>trois/,
    ],
    ["dans la version", "xl/workbook.xml", /rupBuild="\d+"/, 'rupBuild="37"', /workbook.xml, .*rupBuild="37"/],
    ["dans le numéro d'une feuille", "xl/workbook.xml", /sheetId="2"/, 'sheetId="37"', /workbook.xml, <sheet sheetId="37"/],
    ["dans les titres à imprimer", "xl/workbook.xml", /\$1:\$4/, "$1:$37", /workbook.xml, .*\$1:\$37/],
    ["dans le nombre de feuilles", "docProps/app.xml", /<vt:i4>\d+</, "<vt:i4>37<", /app.xml, <vt:i4>37/],
    ["dans la version du programme", "docProps/app.xml", /16.0300/, "16.0037", /app.xml, <AppVersion>16.0037/],
    [
      "parmi les types",
      "[Content_Types].xml",
      /<\/Types>/,
      '<Default Extension="x37" ContentType="a"/></Types>',
      /Content_Types\].xml, <Default Extension="x37"/,
    ],
    ["parmi les liens", "xl/_rels/workbook.xml.rels", /Id="rId1"/, 'Id="rId37"', /workbook.xml.rels, <Relationship Id="rId37"/],
    [
      "dans un lien vers rien",
      "xl/_rels/workbook.xml.rels",
      /Target="styles.xml"/,
      'Target="styles37.xml"',
      /workbook.xml.rels, .*Target="styles37/,
    ],
  ])("%s", async (_, part, ancien, nouveau, ou) => {
    await refuser(changerClasseur(octets, { [part]: (xml) => xml.replace(ancien, () => nouveau) }), ou);
  });

  const refaire = (options: Parameters<typeof zipSync>[1]): Uint8Array =>
    zipSync(unzipSync(octets), { level: 6, mtime: new Date(2025, 6, 10), ...options });

  test.each([
    ["le commentaire d'une entrée", () => refaire({ comment: "37" })],
    ["un champ de plus", () => refaire({ extra: { 37: new Uint8Array([37]) } })],
    ["l'heure", () => refaire({ mtime: new Date(2025, 6, 10, 0, 37) })],
    ["les droits", () => refaire({ os: 3, attrs: 37 })],
    ["la compression", () => refaire({ level: 3 })],
    ["ce qui suit le fichier", () => Buffer.concat([octets, Buffer.from("37")])],
    ["ce qui le précède", () => Buffer.concat([Buffer.from("37"), octets])],
    ["un dossier", () => zipSync({ ...unzipSync(octets), "37/": new Uint8Array() }, { level: 6, mtime: new Date(2025, 6, 10) })],
  ])("dans le zip : %s", async (_, faire) => {
    await refuser(faire(), /.*(autre chose que ses parties|37\/, partie de trop|pas un classeur)/);
  });
});
