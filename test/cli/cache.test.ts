import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cpro, root } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "cpro-cache-"));
afterAll(() => rmSync(folder, { recursive: true }));
const dossier = join(folder, "dossier");
const cache = join(folder, "cache");
cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
const parcours = join(dossier, "parcours", "EPE-001.yaml");
const fiche = join(dossier, "fiche.yaml");

const check = (...more: string[]) => cpro(["validate", dossier, "--date", "2025-06-30", "--format", "json", "--cache-dir", cache, ...more]);
const change = (file: string, from: RegExp, to: string) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

describe("les rapports gardés", () => {
  it("redisent la même chose, que leur seul propriétaire peut lire", async () => {
    const first = await check();
    const [kept = ""] = readdirSync(cache);
    expect(statSync(join(cache, kept)).mode & 0o777).toBe(0o600);
    expect(await check()).toEqual(first);
    expect(await check("--no-cache")).toEqual(first);
    expect(readdirSync(cache)).toEqual([kept]);
  });

  it("ne survivent ni à un fichier changé, ni à une fiche dont d'autres fichiers dépendent, ni à un autre jour", async () => {
    change(parcours, /^ {2}sexe: .*$/m, "  sexe: xx");
    expect(JSON.parse((await check()).out).bilan.erreurs).toBe(1);
    cpSync(`${root}fixtures/geiq-epe/parcours/EPE-001.yaml`, parcours);
    change(fiche, /parcours_accordes: \d+/, "parcours_accordes: 2");
    const { diagnostics } = JSON.parse((await check()).out);
    expect(diagnostics.filter(({ regle }: { regle: string }) => regle === "dossier-plafond-parcours")).toHaveLength(2);
    const before = readdirSync(cache).length;
    await check("--date", "2025-07-01");
    expect(readdirSync(cache)).toHaveLength(before + 1);
  });

  it("servent plusieurs exécutions à la fois, et un rapport abîmé est refait", async () => {
    const [one, ...others] = await Promise.all(Array.from({ length: 6 }, () => check()));
    for (const other of others) expect(other).toEqual(one);
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), '{"diagnostics": [');
    expect(await check()).toEqual(one);
  });

  it.skipIf(process.getuid?.() === 0)("n'empêchent rien quand leur dossier est interdit d'écriture", async () => {
    chmodSync(cache, 0o500);
    expect((await check("--date", "2025-07-02")).code).toBe(1);
    chmodSync(cache, 0o700);
  });
});

describe("le compte rendu", () => {
  it("--strict tient les avertissements pour des erreurs", async () => {
    const args = ["validate", "fixtures/geiq-epe", "--date", "2025-06-30"];
    expect((await cpro(args)).code).toBe(0);
    expect((await cpro([...args, "--strict"])).code).toBe(1);
  });

  it("--infos montre ce que le texte ne fait que compter", async () => {
    const args = ["validate", "fixtures/geiq-epe", "--date", "2025-06-30", "--no-cache"];
    const [short, long] = [await cpro(args), await cpro([...args, "--infos"])];
    expect(short.err).toContain("4 informations ; ajoutez --infos pour les lire.");
    expect(short.out).not.toContain("public-prioritaire");
    expect(long.out).toContain("public-prioritaire");
    expect(long.err).toContain("2 avertissements, 3 informations dans 4 fichiers sur 6.");
  });
});
