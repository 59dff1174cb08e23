import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dashboardHtml } from "../../src/render/dashboard/html/index.ts";
import { hasChromium, openBrowser, openPage, withChromium } from "../chromium.ts";
import { rapport } from "./rapport.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const precedents = [{ semestre: "2024-S2", tables: [] }];

test("la page tient seule : ni script, ni rien à aller chercher, et moins de 500 ko", async () => {
  const page = dashboardHtml(await rapport(600, { selon: "region", precedents }));
  expect(Buffer.byteLength(page)).toBeLessThan(500_000);
  expect(page).not.toMatch(/<script|<link|<img|\ssrc=|url\(|@import/);
});

test("la page montre chaque tableau et chaque graphique, avec ses valeurs", async () => {
  const report = await rapport(60);
  const page = dashboardHtml(report);
  for (const { id, titre } of report.tables) expect(page).toContain(`<caption>${id} – ${titre.replaceAll("'", "&#39;")}`);
  expect(page.match(/<figure>/g)).toHaveLength(report.graphiques.length);
  expect(page.match(/<figure>.*?<svg .*?<table>.*?<\/figure>/gs)).toHaveLength(report.graphiques.length);
  expect(page).not.toContain("Données confidentielles");
  expect(dashboardHtml(await rapport(5, { interne: true }))).toContain("Données confidentielles");
});

test("un texte du dossier n'est jamais pris pour du HTML", async () => {
  const report = await rapport(5, { interne: true });
  const piege = '<script>alert("x")</script>';
  const tables = report.tables.map((table) => ({
    ...table,
    dimensions: table.dimensions.map((dimension) => ({ ...dimension, libelle: piege, categories: [{ code: "a", libelle: piege }] })),
  }));
  expect(dashboardHtml({ ...report, tables })).not.toContain("<script");
});

describe.skipIf(!hasChromium)(withChromium("dans un navigateur"), () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    browser = await openBrowser();
    html = dashboardHtml(await rapport(600, { selon: "region", precedents }));
  });
  afterAll(() => browser?.close());

  test.each([
    [1280, "light"],
    [1280, "dark"],
    [390, "light"],
    [390, "dark"],
  ] as const)("axe ne trouve rien à %i pixels, en thème %s, et la page ne déborde pas", async (width, colorScheme) => {
    const page = await openPage(browser, { viewport: { width, height: 900 }, colorScheme });
    await page.setContent(html);
    await page.addScriptTag({ content: axe });
    const violations = await page.evaluate(async () => {
      // Runs in the page, where axe has just been put.
      const { document, axe } = globalThis as unknown as {
        document: { querySelectorAll(selector: string): Iterable<{ open: boolean }> };
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      for (const details of document.querySelectorAll("details")) details.open = true;
      return (await axe.run()).violations.map(({ id, nodes }) => `${id} : ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    await page.close();
  });

  test("tout s'atteint au clavier : le lien d'évitement d'abord", async () => {
    const page = await openPage(browser);
    await page.setContent(html);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Aller au contenu");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("contenu");
    await page.close();
  });
});
