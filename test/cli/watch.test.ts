import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaNode } from "execa";
import { describe, expect, it, vi } from "vitest";
import { root } from "./run.ts";

describe("validate --watch", () => {
  it("vérifie à nouveau après chaque modification, et finit proprement sur Ctrl-C", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cpro veille été "));
    cpSync(`${root}fixtures/geiq-epe`, folder, { recursive: true });
    const file = join(folder, "parcours", "EPE-001.yaml");
    const sound = readFileSync(file, "utf8");
    const run = execaNode(`${root}bin/cpro.js`, ["validate", folder, "--watch", "--date", "2025-06-30"], {
      env: { NO_COLOR: "1" },
      reject: false,
    });
    let told = "";
    run.stdout?.on("data", (text) => (told += text));
    run.stderr?.on("data", (text) => (told += text));
    /** Waits until the last report says a thing: how many checks a change takes is the editor's and the system's affair. */
    const untilTold = (text: string) => vi.waitUntil(() => told.lastIndexOf(text) > told.lastIndexOf(before), { timeout: 180_000 });
    let before = "rien encore";

    await untilTold("2 avertissements dans 2 fichiers sur 6.");
    // As many editors do: a new file put in the place of the old one.
    writeFileSync(`${file}.tmp`, sound.replace(/^ {2}sexe: .*$/m, "  sexe: xx"));
    renameSync(`${file}.tmp`, file);
    await untilTold("« xx » n'est pas une valeur admise");
    // Written over in place, then taken away.
    before = "« xx » n'est pas une valeur admise";
    writeFileSync(file, sound);
    await untilTold("2 avertissements dans 2 fichiers sur 6.");
    rmSync(file);
    await untilTold("1 avertissement dans 1 fichier sur 5.");
    await untilTold("En attente de modifications");
    run.kill("SIGINT");
    expect((await run).exitCode).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
