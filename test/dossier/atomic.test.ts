import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAtomic } from "../../src/dossier/write/atomic.ts";
import { writeOutputs } from "../../src/dossier/write/output.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cpro-atomic-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("un fichier écrit en entier ou pas du tout", () => {
  it("garde les droits du fichier remplacé, et suit un lien", () => {
    const [vrai, lien] = [join(folder, "vrai.yaml"), join(folder, "lien.yaml")];
    writeFileSync(vrai, "avant");
    chmodSync(vrai, 0o640);
    symlinkSync(vrai, lien);
    writeAtomic(lien, "après");
    expect(readFileSync(vrai, "utf8")).toBe("après");
    expect(statSync(vrai).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(["lien.yaml", "vrai.yaml"]);
  });

  it("ne laisse rien quand le fichier ne peut pas prendre sa place", () => {
    mkdirSync(join(folder, "place.yaml"));
    expect(() => writeAtomic(join(folder, "place.yaml"), "texte")).toThrow();
    expect(readdirSync(folder)).toEqual(["place.yaml"]);
  });
});

describe("ce qu'un processus tué a laissé", () => {
  /** The name of a file being written here, by this process. */
  function nomTemporaire(): string {
    let vu = "";
    try {
      mkdirSync(join(folder, "x"));
      // A folder in the way: the temporary file is there when the rename fails, and named in what the system says.
      writeAtomic(join(folder, "x"), "texte");
    } catch (error) {
      vu = /'([^']+\.cpro-[^']+)'/.exec(String(error))?.[1] ?? "";
    }
    rmSync(join(folder, "x"), { recursive: true });
    return vu.slice(folder.length + 1);
  }

  it("est ôté par le prochain qui écrit là ; ce qu'un autre écrit en ce moment, ou une autre machine, reste", () => {
    const temporaire = nomTemporaire();
    const [, machine] = /\.cpro-([0-9a-f]{8})-/.exec(temporaire) ?? [];
    const mort = spawnSync(process.execPath, ["-e", ""]).pid;
    const laisse = `.P-1.yaml.cpro-${machine}-${mort}-1`;
    const [vivant, ailleurs, autre] = [
      `.P-2.yaml.cpro-${machine}-${process.ppid}-1`,
      `.P-3.yaml.cpro-00000000-${mort}-1`,
      "P-4.yaml.1234567890",
    ];
    const neuf = join(folder, "neuf");
    mkdirSync(neuf);
    for (const nom of [laisse, vivant, ailleurs, autre]) writeFileSync(join(neuf, nom), "nom: Exemple");
    writeAtomic(join(neuf, "P-9.yaml"), "texte");
    expect(readdirSync(neuf).sort()).toEqual([ailleurs, autre, "P-9.yaml", vivant].sort());
  });
});

it("des fichiers qui vont ensemble : le disque plein au milieu dit combien sont écrits, et que la même commande finit", () => {
  writeFileSync(join(folder, "occupe"), "");
  const fichiers = [
    [join(folder, "a.yaml"), "a"],
    [join(folder, "occupe", "b.yaml"), "b"],
  ] as const;
  expect(() => writeOutputs(fichiers)).toThrow(/1 fichier est écrit sur 2, chacun entier/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
});
