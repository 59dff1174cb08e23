import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { execaNode } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "./run.ts";

// What is given where a file is expected, and is none: a pipe would be waited for, a device never ends.

const folder = mkdtempSync(join(tmpdir(), "cpro portes "));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const fifo = (name: string): string => {
  execFileSync("mkfifo", [at(name)]);
  return at(name);
};
const options = { timeout: 20_000 };
const jour = ["--date", "2025-07-10"];
const fiche = readFileSync(`${root}fixtures/geiq-epe/fiche.yaml`, "utf8");

describe.skipIf(process.platform === "win32")("un tube ou un périphérique n'est pas un fichier", () => {
  beforeAll(() => {
    cpSync(`${root}fixtures/geiq-epe`, at("dossier"), { recursive: true });
    fifo("tube");
    fifo("dossier/tube.yaml");
    fifo("lignes.csv");
    fifo("manifest.json");
  });

  it("dans un dossier : il est nommé, et le reste est vérifié", async () => {
    const { code, err, out } = await cpro(["validate", at("dossier"), "--format", "json", ...jour], options);
    expect(code).toBe(2);
    expect(err).toContain("tube.yaml : ce n'est pas un fichier.");
    expect(JSON.parse(out).fichiers).toBe(6);
  });

  it.each([
    ["validate", () => [at("tube")]],
    ["funding", () => [at("tube")]],
    ["progress", () => ["/dev/zero"]],
    ["dashboard", () => [at("lignes.csv"), "--semester", "2025-S1"]],
    ["dashboard", () => [at("manifest.json"), "--semester", "2025-S1"]],
    ["dashboard", () => [at("dossier/fiche.yaml"), "--semester", "2025-S1", "--previous", at("tube")]],
    ["dashboard", () => [at("dossier/fiche.yaml"), "--semester", "2025-S1", "--attendus", "/dev/zero"]],
    ["export", () => [at("dossier/fiche.yaml"), "--semester", "2025-S1", "--output", at("lots"), "--key-file", at("tube")]],
    ["import", () => [at("tube"), "--output", at("importe")]],
  ])("%s ne l'attend pas (%#)", async (commande, args) => {
    const { code, err } = await cpro([commande, ...args(), ...jour], options);
    expect(code).toBe(2);
    expect(err).toMatch(/n'est pas un fichier/);
    expect(err).not.toMatch(/interne|Error|undefined/);
  });

  it("une sortie ne les remplace pas, même avec --force", async () => {
    for (const output of [at("tube"), "/dev/null", at("dossier")]) {
      const { code, err } = await cpro(["funding", at("dossier/fiche.yaml"), "--output", output, "--force", ...jour], options);
      expect(code).toBe(2);
      expect(err).toMatch(/n'est pas un fichier.* : rien n'a été écrit\./);
    }
    expect(lstatSync(at("tube")).isFIFO()).toBe(true);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("l'entrée standard", () => {
  it("est attendue quand elle vient lentement", async () => {
    const run = execaNode(`${root}bin/cpro.js`, ["validate", "-", "--date", "2025-06-30"], { cwd: root, reject: false });
    for (const part of [fiche.slice(0, 100), fiche.slice(100, 101), fiche.slice(101)]) {
      await setTimeout(300);
      run.stdin?.write(part);
    }
    run.stdin?.end();
    const { exitCode, stderr } = await run;
    expect([exitCode, stderr]).toEqual([0, "1 fichier vérifié : rien à signaler."]);
  });

  it("est lue entière quand elle est longue, et refusée au-delà de la taille d'un fichier", async () => {
    const long = `${fiche}\n${"# une remarque\n".repeat(200_000)}`;
    expect((await cpro(["validate", "-"], { input: long })).code).toBe(0);
    const { code, out } = await cpro(["validate", "-"], { input: long.repeat(3) });
    expect(code).toBe(1);
    expect(out).toContain("Le fichier pèse plus de 5 Mo : cpro ne lit pas les fichiers de plus de 5 Mo.");
  });
});

describe("un encodage d'un autre temps", () => {
  it("des lignes finies par un retour seul se lisent, chacune à son numéro", async () => {
    writeFileSync(at("mac.yaml"), fiche.replaceAll("\n", "\r").replace(/siret: "\d+"/, 'siret: "12"'));
    const { code, out } = await cpro(["validate", at("mac.yaml"), "--format", "json"]);
    const ligne = fiche.split("\n").findIndex((line) => line.includes("siret:")) + 1;
    expect([code, JSON.parse(out).diagnostics.map((un: { ligne: number }) => un.ligne)]).toEqual([1, [ligne]]);
  });

  it.each([
    ["l'UTF-16", () => Buffer.from(`\uFEFF${fiche}`, "utf16le"), /il semble en UTF-16/],
    ["l'UTF-16 sans marque", () => Buffer.from(fiche, "utf16le"), /il semble en UTF-16/],
    ["l'UTF-16 à l'envers", () => Buffer.from(fiche, "utf16le").swap16(), /il semble en UTF-16/],
    ["un octet nul", () => Buffer.from(fiche.replace("nationale", "nation\0ale").replace("identifiant", "ident\0ifiant")), /octet nul/],
  ])("%s est dit", async (_, bytes, message) => {
    writeFileSync(at("autre.yaml"), bytes());
    const { code, out } = await cpro(["validate", at("autre.yaml")]);
    expect(code).toBe(1);
    expect(out).toMatch(message);
    expect(out).not.toMatch(/\0/);
  });
});

describe.skipIf(process.platform === "win32")("une clé à demi écrite", () => {
  it("est ôtée : la suivante en tirera une entière", () => {
    copyFileSync(`${root}fixtures/geiq-epe/fiche.yaml`, at("seule.yaml"));
    const args = ["export", at("seule.yaml"), "--semester", "2025-S1", ...jour, "--output", at("demi"), "--key-file", at("cle")];
    const commande = [process.execPath, `${root}bin/cpro.js`, ...args].map((un) => `'${un}'`).join(" ");
    // No byte may be written to any file: what a full disk does.
    expect(() => execFileSync("bash", ["-c", `ulimit -f 0; ${commande}`], { stdio: "pipe" })).toThrow(/La clé .*cle n'a pas pu être créée/);
    expect(existsSync(at("cle"))).toBe(false);
    execFileSync("bash", ["-c", commande], { stdio: "pipe" });
    expect(statSync(at("cle")).size).toBe(65);
  });
});
