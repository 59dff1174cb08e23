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
    const waiting = () => told.split("En attente de modifications").length - 1;
    const untilChecked = (times: number) => vi.waitUntil(() => waiting() >= times, { timeout: 20_000 });

    await untilChecked(1);
    expect(told).toContain("2 avertissements dans 2 fichiers sur 6.");
    // As many editors do: a new file put in the place of the old one.
    writeFileSync(`${file}.tmp`, sound.replace(/^ {2}sexe: .*$/m, "  sexe: xx"));
    renameSync(`${file}.tmp`, file);
    await untilChecked(2);
    expect(told).toMatch(/« xx » n'est pas une valeur admise/);
    // Written over in place, then taken away.
    writeFileSync(file, sound);
    await untilChecked(3);
    rmSync(file);
    await untilChecked(4);
    expect(told.slice(-400)).toContain("1 avertissement dans 1 fichier sur 5.");
    run.kill("SIGINT");
    expect((await run).exitCode).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
