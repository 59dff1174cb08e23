import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { avecContrat } from "../../src/dossier/contrats.ts";
import { loadDossier } from "../../src/dossier/load.ts";
import { computeProgress } from "../../src/progress/index.ts";
import { render } from "../../src/render/progress/index.ts";
import { hasChromium, openBrowser, openPage, withChromium } from "../chromium.ts";

const dossier = avecContrat(await loadDossier([new URL("../../fixtures/umih-hdf", import.meta.url).pathname]));
const html = await render(computeProgress(dossier, "2025-03-01"), { format: "html" });
const enRetard = computeProgress(dossier, "2025-10-15");

describe.skipIf(!hasChromium)(withChromium("la page, dans Chromium"), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** @returns the page, and what it asked of the network or complained of. */
  const ouvrir = async (options: {
    width: number;
    colorScheme: "light" | "dark";
    contenu?: string;
  }): Promise<{ page: Page; plaintes: string[] }> => {
    const { width, colorScheme, contenu = html } = options;
    const page = await openPage(browser, { viewport: { width, height: 900 }, colorScheme, bypassCSP: false });
    const plaintes: string[] = [];
    page.on("request", (request) => plaintes.push(request.url()));
    page.on("console", (message) => plaintes.push(message.text()));
    page.on("pageerror", (error) => plaintes.push(error.message));
    await page.setContent(contenu);
    return { page, plaintes };
  };
  const affiches = (page: Page) => page.locator(".rang:not([hidden])").count();

  it.each([
    [1280, "light"],
    [1280, "dark"],
    [390, "light"],
    [390, "dark"],
  ] as const)("à %i pixels, %s : aucune faute d'accessibilité, rien qui déborde, rien de demandé au réseau", async (width, colorScheme) => {
    const { page, plaintes } = await ouvrir({ width, colorScheme });
    await page.locator(".rang summary").nth(3).click();
    await page.locator(".equivalent > summary").click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    // As a debugger does, so that the page's own policy need not let it in.
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate("axe.run()").then((result) => result as { violations: Faute[]; passes: unknown[] });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    expect(plaintes).toEqual([]);
    await page.close();
  });

  it("se filtre par état et par fiche, la frise comme le tableau, et dit combien restent", async () => {
    const contenu = await render(enRetard, { format: "html" });
    const { page } = await ouvrir({ width: 1280, colorScheme: "light", contenu });
    expect(await affiches(page)).toBe(62);
    await page.getByLabel("État").selectOption("en_retard");
    const retards = enRetard.parcours.filter(({ etat }) => etat === "en_retard").length;
    expect(retards).toBeGreaterThan(1);
    expect(await affiches(page)).toBe(retards);
    expect(await page.locator(".equivalent tbody tr:not([hidden])").count()).toBe(retards);
    expect(await page.locator("output").textContent()).toBe(`${retards} parcours sur 62`);
    await page.getByLabel("Fiche projet").selectOption("HDF-UMIH-2023");
    expect(await affiches(page)).toBe(retards);
    await page.getByRole("button", { name: "Tout montrer" }).click();
    await expect.poll(() => affiches(page)).toBe(62);
    await page.close();
  });

  it("se parcourt au clavier : flèches, début, fin, Entrée", async () => {
    const { page } = await ouvrir({ width: 1280, colorScheme: "light" });
    const actif = () => page.evaluate("document.activeElement?.querySelector('strong')?.textContent");
    const noms = await page.locator(".rang .nom strong").allTextContents();
    expect(noms.length).toBeGreaterThanOrEqual(62);
    await page.locator(".rang summary").first().focus();
    expect(await actif()).toBe(noms[0]);
    await page.keyboard.press("ArrowDown");
    expect(await actif()).toBe(noms[1]);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("region", { name: `Échéances de ${noms[1]}` }).isVisible()).toBe(true);
    await page.keyboard.press("End");
    expect(await actif()).toBe(noms.at(-1));
    await page.keyboard.press("Home");
    expect(await actif()).toBe(noms[0]);
    await page.close();
  });

  it("met chaque barre à sa place : le dernier jour passé touche la ligne du jour", async () => {
    const { page } = await ouvrir({ width: 1280, colorScheme: "light" });
    const bout = (selecteur: string) => page.locator(selecteur).evaluate((node) => node.getBoundingClientRect().right);
    // The evaluation of UHF-002 runs: its bar stops on the day of the page, as the arrow of the axis does.
    const fleche = await page.locator(".regle .ici").evaluate((node) => {
      const { left, width } = node.getBoundingClientRect();
      return left + width / 2;
    });
    const barre = await bout('.rang:has(strong:text-is("UHF-002")) .barre.p4');
    expect(Math.abs(barre - fleche)).toBeLessThan(2);
    await page.close();
  });

  it("s'imprime en A4 paysage", async () => {
    const { page } = await ouvrir({ width: 1280, colorScheme: "dark" });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, , largeur = 0, hauteur = 0] = (/MediaBox\s*\[([\d. ]+)\]/.exec(pdf)?.[1] ?? "").trim().split(/\s+/).map(Number);
    // 297 × 210 mm, in points.
    expect([Math.round(largeur), Math.round(hauteur)]).toEqual([842, 595]);
    await page.close();
  });
});

interface Faute {
  id: string;
  nodes: { html: string }[];
}
