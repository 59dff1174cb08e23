import { accessSync, constants } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const hasChromium = ((): boolean => {
  try {
    accessSync(executablePath, constants.X_OK);
    return true;
  } catch {
    return false;
  }
})();

/** What a group of tests is called: with the reason, if they cannot be run. */
export const withChromium = (subject: string): string =>
  hasChromium ? subject : `${subject} : essais sautés, pas de Chromium en ${executablePath} (CHROMIUM dit un autre chemin)`;

/** Milliseconds after which something hangs, on a machine however slow. */
const PATIENCE = 180_000;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    timeout: PATIENCE,
  });
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(PATIENCE);
  return page;
}
