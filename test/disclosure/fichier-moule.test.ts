import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { TableauDeBord } from "../../src/dashboard/index.ts";
import { proveFile } from "../../src/disclosure/index.ts";
import { type DashboardFormat, renderDashboard } from "../../src/render/dashboard/index.ts";
import { looks } from "../../src/render/xlsx/style.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { changerClasseur } from "./classeur.ts";
import { paraitre } from "./publier.ts";

// The control knows no looks: it has its file made again without numbers. So writers are tried here, not files: each is wrong in
// the same way whatever it writes, and would have its own mould beside it.

type Ecrire = (report: TableauDeBord) => Promise<string | Uint8Array>;

const refus = /Rien n'a été écrit : relu avant d'être publié/;
let report: TableauDeBord;

beforeAll(async () => {
  const passe = (await paraitre(foule(100, 100), { semestre: "2024-S2", date: "2025-01-10" })).precedent;
  ({ report } = await paraitre(foule(100, 100), { semestre: "2025-S1", date: "2025-07-10" }, [passe]));
});

const classeur =
  (part: string, changer: (xml: string, un: TableauDeBord) => string): Ecrire =>
  async (un) =>
    changerClasseur((await renderDashboard(un, "xlsx")) as Uint8Array, { [part]: (xml) => changer(xml, un) });

const texte =
  (format: "html" | "json", changer: (contenu: string, un: TableauDeBord) => string): Ecrire =>
  async (un) =>
    changer(String(await renderDashboard(un, format)), un);

const controler = async (format: DashboardFormat, ecrire: Ecrire, un = report): Promise<void> =>
  proveFile(format, await ecrire(un), un, ecrire);

/** The largest number that is shown of a table. */
const plusGrand = ({ tables: [table] }: TableauDeBord): number => Math.max(...(table?.cellules.map(({ valeur }) => valeur ?? 0) ?? []));

describe("ce qui change d'aspect passe sans que le contrôle en sache rien", () => {
  const { section, header } = structuredClone({ section: looks.section, header: looks.header });
  afterEach(() => void Object.assign(looks, { section, header }));

  test("les couleurs, les tailles et les polices d'un classeur", async () => {
    Object.assign(looks, {
      section: { font: { name: "Arial", size: 13, italic: true, color: { argb: "FF37A1B2" } } },
      header: { ...looks.header, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FF370037" } } },
    });
    const contenu = await renderDashboard(report, "xlsx");
    await proveWritten("xlsx", contenu, report);
  });

  test.each<[string, DashboardFormat, Ecrire]>([
    ["les largeurs d'un classeur", "xlsx", classeur("xl/worksheets/sheet4.xml", (xml) => xml.replace('width="12"', 'width="37"'))],
    ["les constantes de qui l'écrit", "xlsx", classeur("xl/workbook.xml", (xml) => xml.replace(/rupBuild="\d+"/, 'rupBuild="37"'))],
    ["les couleurs d'un graphique", "xlsx", classeur("xl/charts/chart1.xml", (xml) => xml.replaceAll("1F3A5F", "370037"))],
    ["le style d'une page", "html", texte("html", (html) => html.replaceAll("#1f3a5f", "#370037"))],
    ["la taille d'un dessin", "html", texte("html", (html) => html.replaceAll('height="16"', 'height="13.7"'))],
    ["une phrase", "html", texte("html", (html) => html.replaceAll("Aller au contenu", "Aller aux 25 tableaux"))],
  ])("%s", async (_, format, ecrire) => {
    expect(await ecrire(report)).not.toEqual(await renderDashboard(report, format));
    await controler(format, ecrire);
  });
});

describe("qui laisse un nombre choisir la forme est refusé", () => {
  test.each<[string, DashboardFormat, Ecrire]>([
    [
      "une largeur",
      "xlsx",
      classeur("xl/worksheets/sheet4.xml", (xml, un) => xml.replace('width="12"', `width="${20 + String(plusGrand(un)).length}"`)),
    ],
    [
      "une couleur",
      "xlsx",
      classeur("xl/styles.xml", (xml, un) => xml.replace("FFDCE5F0", plusGrand(un) > 1000 ? "FF37A1B2" : "FF370037")),
    ],
    ["une hauteur", "xlsx", classeur("xl/worksheets/sheet4.xml", (xml, un) => xml.replace(' ht="15"', ` ht="${plusGrand(un) % 40}"`))],
    ["l'ordre des aspects", "xlsx", classeur("xl/styles.xml", (xml, un) => (plusGrand(un) > 1000 ? `${xml} ` : `${xml}\n`))],
    [
      "une phrase",
      "xlsx",
      classeur("xl/sharedStrings.xml", (xml, un) => xml.replace("Lisez-moi", plusGrand(un) > 1000 ? "À lire" : "Lisez")),
    ],
    ["une classe", "html", texte("html", (html, un) => html.replace("<td>", plusGrand(un) > 1000 ? "<td>" : '<td class="total">'))],
    ["un dessin", "html", texte("html", (html, un) => html.replace('height="16"', `height="${plusGrand(un)}"`))],
    ["des espaces", "json", texte("json", (json, un) => json.replace("{\n", plusGrand(un) > 1000 ? "{\n" : "{\n\n"))],
  ])("%s, en %s", async (_, format, ecrire) => {
    await expect(controler(format, ecrire)).rejects.toThrow(refus);
  });
});

describe("qui montre ce qui n'est pas publié est refusé", () => {
  const bavard = (): TableauDeBord => ({
    ...report,
    tables: report.tables.map((table) => ({ ...table, cellules: table.cellules.map((une) => ({ ...une, vraie: "trois" })) })),
  });
  const vraie = (un: TableauDeBord): unknown => (un.tables[0]?.cellules[0] as { vraie?: string } | undefined)?.vraie;

  test.each<[string, DashboardFormat, Ecrire]>([
    ["le nombre des contrats", "html", texte("html", (html, un) => html.replace("</h1>", ` (${un.sources.conclus})</h1>`))],
    ["le nombre exact des fichiers", "html", texte("html", (html, un) => html.replace("</h1>", ` (${un.sources.fichiers})</h1>`))],
    ["un nombre hors des tableaux", "html", texte("html", (html, un) => html.replace("</h1>", `</h1><td>${un.sources.conclus}</td>`))],
    ["ce qu'une case porte de plus", "html", texte("html", (html, un) => html.replace("</h1>", `</h1><p>${vraie(un)}</p>`))],
    ["ce qu'une case porte de plus", "json", async (un) => renderDashboard(un, "json")],
    [
      "un nombre sous un autre",
      "xlsx",
      classeur("xl/worksheets/sheet4.xml", (xml, un) =>
        xml.replace(/(<c r="\w+" s="\d+">)(<v>\d)/, `$1<v>${un.sources.conclus}</v></c>$1$2`),
      ),
    ],
    ["une propriété", "xlsx", classeur("docProps/core.xml", (xml, un) => xml.replace("<cp:category>", `$&${un.sources.conclus}`))],
  ])("%s, en %s", async (_, format, ecrire) => {
    await expect(controler(format, ecrire, bavard())).rejects.toThrow(refus);
  });
});

describe("qui met dans tous ses fichiers ce qu'aucun ne doit avoir est refusé", () => {
  test.each<[string, DashboardFormat, Ecrire]>([
    ["une formule", "xlsx", classeur("xl/worksheets/sheet4.xml", (xml) => xml.replace("<v>", "<f>1+2</f><v>"))],
    ["une feuille masquée", "xlsx", classeur("xl/workbook.xml", (xml) => xml.replace('state="visible"', 'state="veryHidden"'))],
    ["une ligne masquée", "xlsx", classeur("xl/worksheets/sheet4.xml", (xml) => xml.replace('<row r="9"', '<row hidden="1" r="9"'))],
    ["une colonne masquée", "xlsx", classeur("xl/worksheets/sheet4.xml", (xml) => xml.replace("<col min", '<col hidden="1" min'))],
    [
      "un nom défini",
      "xlsx",
      classeur("xl/workbook.xml", (xml) => xml.replace("<definedName ", '<definedName name="a">1</definedName>$&')),
    ],
    ["un commentaire", "xlsx", classeur("xl/comments1.xml", () => '<comments xmlns="x"/>')],
    ["un commentaire entre deux parties", "xlsx", classeur("xl/styles.xml", (xml) => xml.replace("<fonts", "<!-- a --><fonts"))],
    ["une propriété faite pour cela", "xlsx", classeur("docProps/custom.xml", () => "<Properties/>")],
    [
      "un lien vers l'extérieur",
      "xlsx",
      classeur("xl/_rels/workbook.xml.rels", (xml) => xml.replace("<Relationship ", '$&TargetMode="External" ')),
    ],
    [
      "une règle de mise en forme",
      "xlsx",
      classeur("xl/worksheets/sheet4.xml", (xml) => xml.replace("<pageM", "<conditionalFormatting/>$&")),
    ],
    [
      "des données dans un graphique",
      "xlsx",
      classeur("xl/charts/chart1.xml", (xml) => xml.replace("<c:plotV", '<c:externalData r:id="a"/>$&')),
    ],
    [
      "la mémoire d'un autre graphique",
      "xlsx",
      classeur("xl/charts/chart1.xml", (xml) => xml.replace(/(<c:v>)\d+(<\/c:v><\/c:pt><\/c:numCache>)/, "$137$2")),
    ],
    ["un script", "html", texte("html", (html) => html.replace("</body>", "<script>a()</script></body>"))],
    ["une image d'ailleurs", "html", texte("html", (html) => html.replace("</style>", "td{background:url(a)}</style>"))],
    ["un lien vers ailleurs", "html", texte("html", (html) => html.replace('href="#contenu"', 'href="https://a"'))],
    ["un tableau masqué", "html", texte("html", (html) => html.replace("<table>", '<table hidden="">'))],
    ["un renvoi ailleurs", "html", texte("html", (html) => html.replace("<meta ", '<meta http-equiv="refresh" content="a"/><meta '))],
    ["un geste", "html", texte("html", (html) => html.replace("<main ", '<main onclick="a()" '))],
    ["un commentaire", "html", texte("html", (html) => html.replace("</main>", "<!-- a --></main>"))],
    [
      "une case masquée de moins",
      "json",
      texte("json", (json) => json.replace(/,\s+\{[^{}]*\{[^{}]*\}[^{}]*"secret": true\s+\}(?=\s+\])/, "")),
    ],
  ])("%s, en %s", async (_, format, ecrire) => {
    expect(await ecrire(report)).not.toEqual(await renderDashboard(report, format));
    await expect(controler(format, ecrire)).rejects.toThrow(refus);
  });
});
