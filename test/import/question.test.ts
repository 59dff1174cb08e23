import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../cli/run.ts";
import { hasTmux, openTerminal } from "../cli/terminal.ts";
import { atelier, octetsDe } from "./atelier.ts";

const base = atelier("question");
afterAll(() => rmSync(base, { recursive: true }));

test.skipIf(!hasTmux)("à un terminal, --update montre ce qui change et n'écrit qu'après un oui", async () => {
  const fichier = join(base, "classeur.xlsx");
  writeFileSync(fichier, await octetsDe(`${root}fixtures/geiq-epe`));
  const dossier = join(base, "dossier");
  cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
  const cle = join(dossier, "parcours/EPE-001.yaml");
  const voulu = readFileSync(cle, "utf8");
  const autre = voulu.replace("conclu_le: 2024-08-30", "conclu_le: 2024-08-29");
  writeFileSync(cle, autre);
  for (const [reponse, dit, attendu] of [
    ["non", "Rien n'a été écrit.", autre],
    ["oui", "1 fichier modifié et 5 fichiers déjà à jour.", voulu],
  ] as const) {
    const terminal = openTerminal(
      [process.execPath, `${root}bin/cpro.js`, "import", fichier, "--output", dossier, "--update", "--date", "2025-06-30"],
      { cwd: base },
    );
    try {
      expect(await terminal.until("(oui/non)")).toContain("+ contrat.conclu_le : 2024-08-30");
      terminal.type(reponse);
      terminal.press("Enter");
      await terminal.until(dit);
    } finally {
      terminal.close();
    }
    expect(readFileSync(cle, "utf8")).toBe(attendu);
  }
});
