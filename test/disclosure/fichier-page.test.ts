import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import type { TableauDeBord } from "../../src/dashboard/index.ts";
import { proveFile } from "../../src/disclosure/index.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { rapport } from "../dashboard/rapport.ts";
import { paraitre } from "./publier.ts";

// A page or parquet file changed as a wrong renderer could is refused; as it is, it passes.

const refus = /Rien n'a été écrit : relu avant d'être publié/;
const quand = { semestre: "2025-S1", date: "2025-07-10" };
let report: TableauDeBord;
let page: string;
const rapports = new Map<string, TableauDeBord>();

beforeAll(async () => {
  const precedent = (await paraitre(foule(100, 100), { semestre: "2024-S2", date: "2025-01-10" })).precedent;
  ({ report } = await paraitre(foule(100, 100), quand, [precedent]));
  page = String(await renderDashboard(report, "html"));
  rapports.set("suppression, avec un semestre déjà publié", report);
  rapports.set("arrondi", (await paraitre(foule(100, 100), { ...quand, base: 5 })).report);
  rapports.set("par région", await rapport(60, { selon: "region" }));
  // Nothing hidden, so that every kind of drawing shows its values, rings too.
  const grand = await rapport(400, { interne: true, precedents: [{ semestre: "2024-S2", tables: report.tables }] });
  const { secret } = report;
  if (secret !== undefined) rapports.set("sans rien de masqué", { ...grand, secret });
});

test.each(["suppression, avec un semestre déjà publié", "arrondi", "par région", "sans rien de masqué"])(
  "la page et le parquet tels qu'ils sont rendus passent : %s",
  async (nom) => {
    const un = rapports.get(nom) as TableauDeBord;
    expect(un.tables.length).toBeGreaterThan(10);
    for (const format of ["html", "parquet"] as const) await proveWritten(format, await renderDashboard(un, format), un);
  },
);

describe("une page où se trouve un nombre de trop est refusée", () => {
  const masquee = '<abbr title="valeur masquée">s</abbr>';

  test.each([
    ["à la place d'une case masquée", (html: string) => html.replace(masquee, "3")],
    [
      "dans ce qu'une case masquée dit à qui l'entend",
      (html: string) => html.replace('title="valeur masquée"', 'title="valeur masquée : 3"'),
    ],
    ["dans un attribut de données", (html: string) => html.replace(`<td>${masquee}`, `<td data-valeur="3">${masquee}`)],
    ["dans la largeur d'une case", (html: string) => html.replace(`<td>${masquee}`, `<td colspan="3">${masquee}`)],
    ["dans un identifiant", (html: string) => html.replace('id="synthese"', 'id="synthese-3"')],
    ["parmi les chiffres clés", (html: string) => html.replace("<dd>s</dd>", "<dd>3</dd>")],
    ["comme chiffre clé de trop", (html: string) => html.replace("</dl>", "<div><dt>Autre</dt><dd>3</dd></div></dl>")],
    ["à la place d'un taux", (html: string) => html.replace(/(<th scope="row">Taux[^<]*<\/th><td>)[^<]*/, "$112,3 %")],
    ["dans un commentaire", (html: string) => html.replace("</main>", "<!-- 3 --></main>")],
    ["dans un script", (html: string) => html.replace("</body>", "<script>valeur = 3</script></body>")],
    [
      "dans des données embarquées",
      (html: string) => html.replace("</body>", '<script type="application/json">{"C1":"trois"}</script></body>'),
    ],
    ["dans une instruction", (html: string) => html.replace("</main>", "<?cache 3?></main>")],
    ["dans un morceau brut", (html: string) => html.replace("</main>", "<![CDATA[3]]></main>")],
    ["dans le type du document", (html: string) => html.replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY n "3">]>')],
    ["dans le style", (html: string) => html.replace("</style>", 'td::after{content:"3"}</style>')],
    ["dans un texte", (html: string) => html.replace('<p class="note">', '<p class="note">3 personnes. ')],
    ["dans le titre de la page", (html: string) => html.replace("</title>", " (3)</title>")],
    [
      "dans un tableau masqué",
      (html: string) => html.replace("<table>", "<table hidden=''><tbody><tr><td>3</td></tr></tbody></table><table>"),
    ],
    ["dans un tableau qui n'est pas fini", (html: string) => html.replace("</tbody></table>", "<tr><td>3</td></tr></table>")],
    ["à l'étiquette d'un graphique", (html: string) => html.replace(/(<text[^>]*>)s<\/text>/, "$13</text>")],
    ["dans un titre de dessin", (html: string) => html.replace("</svg>", "<title>3</title></svg>")],
    ["dans une description de dessin", (html: string) => html.replace('role="img"', 'role="img" aria-description="3"')],
    [
      "dans la hauteur d'une barre",
      (html: string) => html.replace('height="0"/><text', 'height="33"/><text').replace('width="0"', 'width="33"'),
    ],
    ["dans la légende d'un graphique", (html: string) => html.replace("</figcaption>", " : 3</figcaption>")],
    ["dans les valeurs d'un graphique", (html: string) => html.replace(/(<details>.*?<td>)s</s, "$13<")],
    ["en toutes lettres", (html: string) => html.replace('<p class="note">', '<p class="note">Trois personnes. ')],
    ["dans une légende, en toutes lettres", (html: string) => html.replace("<summary>", "<summary>Trente-sept : ")],
    ["dans des espaces entre des cases", (html: string) => html.replace("</td><td>", "</td>\n\n\n<td>")],
    ["dans des espaces d'une balise", (html: string) => html.replace("<td>", "<td   >")],
    ["dans des espaces d'un nombre", (html: string) => html.replace(/<td>(\d)(\d)/, "<td>$1 $2")],
    ["dans des espaces d'un dessin", (html: string) => html.replace(/ y="(\d+)"/, ' y="$1   "')],
    ["dans la façon d'écrire une marque", (html: string) => html.replace(masquee, masquee.replace(">s<", ">&#115;<"))],
    ["dans l'aspect d'une marque", (html: string) => html.replace(masquee, "s")],
    ["dans l'aspect d'une case", (html: string) => html.replace(`<td>${masquee}`, `<td class="texte">${masquee}`)],
    [
      "dans un dessin de plus",
      (html: string) => html.replace('<div class="defile"', '<div><svg viewBox="0 0 3 3"></svg></div><div class="defile"'),
    ],
  ])("%s", async (_, changer) => {
    expect(changer(page)).not.toBe(page);
    await expect(proveWritten("html", changer(page), report)).rejects.toThrow(refus);
  });

  test.each([
    ["qui compte mal ce qu'elle masque", (html: string) => html.replace(/(<dd>C1 : )\d+/, "$199")],
    ["qui dit ne rien masquer", (html: string) => html.replace(/<dd>C1 : \d+ ; [^<]*/, "<dd>Aucune.")],
    ["qui laisse vide une case masquée", (html: string) => html.replace(masquee, "")],
  ])("ou %s", async (_, changer) => {
    expect(changer(page)).not.toBe(page);
    const ecrire = async (un: TableauDeBord): Promise<string> => changer(String(await renderDashboard(un, "html")));
    await expect(proveFile("html", changer(page), report, ecrire)).rejects.toThrow(/« Cases masquées »|C1 – .*, ligne 4, colonne 5/);
  });

  test("où que ce soit dans les tableaux et les dessins", async () => {
    const places = [
      ...page.matchAll(
        /(?<=<td[^>]*>|<dd>|<(?:text|tspan)[^>]*>|<(?:rect|line|circle|text|polyline)[^>]* \w+="|svg viewBox="0 0 640 )\d+/g,
      ),
    ];
    const choisies = places.filter((_, rang) => rang % Math.ceil(places.length / 16) === 0);
    expect(choisies.length).toBeGreaterThan(12);
    for (const { 0: lu, index } of choisies) {
      const autre = `${page.slice(0, index)}${Number(lu) + 3}${page.slice(index + lu.length)}`;
      await expect(proveWritten("html", autre, report), autre.slice(index - 80, index + 20)).rejects.toThrow(refus);
    }
  });

  test("le message dit dans quel tableau, et ce qu'il faut faire", async () => {
    const faux = page.replace(/(<caption>B1 – .*?)<abbr title="valeur masquée">s<\/abbr>/s, "$13");
    await expect(proveWritten("html", faux, report)).rejects.toMatchObject({
      message: expect.stringMatching(/B1 – .*, ligne \d+, colonne \d+ : 3/),
      advice: expect.stringContaining("--format"),
    });
  });
});

/** The parquet file of a report as DuckDB writes it after a change of its lines, or under other options. */
async function parquet(sql: string, options = ""): Promise<Uint8Array> {
  const dossier = mkdtempSync(join(tmpdir(), "cpro-fichier-"));
  const fichier = join(dossier, "t.parquet");
  writeFileSync(fichier, await renderDashboard(report, "parquet"));
  const instance = await DuckDBInstance.create(":memory:");
  const connexion = await instance.connect();
  try {
    await connexion.run(`CREATE TABLE t AS FROM '${fichier}'; ${sql}; COPY t TO '${fichier}' (FORMAT parquet, COMPRESSION zstd${options})`);
    return new Uint8Array(readFileSync(fichier));
  } finally {
    connexion.closeSync();
    instance.closeSync();
    rmSync(dossier, { recursive: true });
  }
}

describe("un parquet où se trouve un nombre de trop est refusé", () => {
  test.each([
    ["à la place d'une case masquée", "UPDATE t SET valeur = 3 WHERE marque = 's'", ""],
    ["sans la marque", "UPDATE t SET valeur = 3, marque = NULL WHERE marque = 's'", ""],
    ["dans une ligne de plus", "INSERT INTO t SELECT * REPLACE ('cache' AS code_1, 3 AS valeur) FROM t LIMIT 1", ""],
    ["dans une colonne de plus", "ALTER TABLE t ADD COLUMN vraie DOUBLE DEFAULT 3", ""],
    ["dans une unité", "UPDATE t SET unite = unite || ' (3)' WHERE marque = 's'", ""],
    ["dans ses métadonnées", "SELECT 1", ", KV_METADATA {cache: '3'}"],
  ])("%s", async (_, sql, options) => {
    await expect(proveWritten("parquet", await parquet(sql, options), report)).rejects.toThrow(refus);
  });

  test("tel quel après un aller-retour, il passe ; coupé, il est refusé", async () => {
    const entier = await parquet("SELECT 1");
    await proveWritten("parquet", entier, report);
    await expect(proveWritten("parquet", entier.slice(0, 500), report)).rejects.toThrow(refus);
  });
});
