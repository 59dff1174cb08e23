import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "cpro dossier été "));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const fiche = `${root}fixtures/geiq-epe/fiche.yaml`;

beforeAll(() => {
  copyFileSync(fiche, at("fiche.yaml"));
  writeFileSync(at("casse.yaml"), "format: cpro/parcours/1\ncontrat: [1\n");
  writeFileSync(at("vide.yaml"), "");
  writeFileSync(at("latin1.yaml"), Buffer.from("format: cpro/parcours/1\nidentifiant: \u00e9t\u00e9\n", "latin1"));
  writeFileSync(at("enorme.yaml"), "");
  truncateSync(at("enorme.yaml"), 50_000_000);
  const bomb = Array.from(
    { length: 12 },
    (_, level) =>
      `a${level}: &a${level} [${Array(10)
        .fill(level === 0 ? "x" : `*a${level - 1}`)
        .join(", ")}]`,
  );
  writeFileSync(at("bombe.yaml"), `format: cpro/parcours/1\n${bomb.join("\n")}\n`);
  writeFileSync(at("compose.yaml"), "services: {}\n");
  mkdirSync(at("sans yaml"));
});

/** Lines of a JSON report, as « fichier:ligne règle ». */
async function found(paths: string[]): Promise<{ code: number; err: string; files: number; lines: string[] }> {
  const { code, out, err } = await cpro(["validate", ...paths, "--format", "json", "--date", "2025-06-30"]);
  const { fichiers, diagnostics } = JSON.parse(out);
  return {
    code,
    err,
    files: fichiers,
    lines: diagnostics.map((d: Record<string, unknown>) => `${String(d.fichier).replace(`${folder}/`, "")}:${d.ligne} ${d.regle}`),
  };
}

describe("une sortie qui ne se laisse pas écrire", () => {
  it.skipIf(!existsSync("/dev/full"))("est dite en une phrase, sans trace, et rien n'est fait", async () => {
    const { exitCode, stderr } = await execa(`${process.execPath} bin/cpro.js validate fixtures/geiq-epe --date 2025-06-30 > /dev/full`, {
      shell: true,
      cwd: root,
      reject: false,
    });
    expect(stderr).toContain(
      "Le résultat n'a pas pu être écrit sur la sortie : le disque est plein.\n→ Vérifiez la place qui reste sur le disque.",
    );
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(2);
  });
});

describe("ce qu'un dossier réel contient aussi", () => {
  it("chaque fichier illisible reçoit un message, et les autres sont vérifiés", async () => {
    const { code, lines, files } = await found([folder]);
    expect(lines).toEqual(["bombe.yaml:3 yaml", "casse.yaml:2 yaml", "enorme.yaml:1 yaml", "latin1.yaml:2 yaml", "vide.yaml:1 yaml"]);
    expect([code, files]).toEqual([1, 6]);
  });

  it("un fichier YAML d'un autre outil est nommé sans être une erreur", async () => {
    const { code, err, lines } = await found([at("fiche.yaml"), at("compose.yaml")]);
    expect([code, lines]).toEqual([0, []]);
    expect(err).toMatch(/1 fichier YAML non vérifié.*compose\.yaml/);
  });

  it("un chemin absent et un dossier sans YAML sont dits, et le reste est vérifié", async () => {
    const { code, err, files } = await found([at("absent.yaml"), at("sans yaml"), at("*.yml"), at("fiche.yaml")]);
    expect([code, files]).toEqual([2, 1]);
    expect(err).toContain("absent.yaml : ce chemin n'existe pas.");
    expect(err).toContain("sans yaml : ce dossier ne contient aucun fichier .yaml ou .yml.");
    expect(err).toContain("*.yml : aucun fichier .yaml ou .yml ne correspond à ce motif.");
  });

  it("l'entrée standard se vérifie sous le nom qu'on lui donne", async () => {
    const { code, out } = await cpro(["validate", "-", "--stdin-name", "parcours/essai.yaml"], {
      input: "format: cpro/parcours/1\ncontrat: [1\n",
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^parcours\/essai\.yaml:2:10 {2}erreur {2}/);
  });

  it.skipIf(process.getuid?.() === 0)("un fichier interdit de lecture est dit, sans plus", async () => {
    copyFileSync(fiche, at("interdit.yaml"));
    chmodSync(at("interdit.yaml"), 0);
    const { code, err } = await found([at("interdit.yaml"), at("fiche.yaml")]);
    chmodSync(at("interdit.yaml"), 0o600);
    expect(code).toBe(2);
    expect(err).toContain("interdit.yaml : vous n'avez pas le droit d'y accéder.");
  });

  it("un chemin qui passe par un fichier, un lien qui tourne en rond sont dits, et le reste est vérifié", async () => {
    symlinkSync("boucle", at("boucle"));
    const { code, err, lines } = await found([join(at("fiche.yaml"), "parcours"), at("boucle"), at("casse.yaml")]);
    rmSync(at("boucle"));
    expect([code, lines]).toEqual([2, ["casse.yaml:2 yaml"]]);
    expect(err).toContain("parcours : un fichier se trouve là où ce chemin passe par un dossier.");
    expect(err).toContain("boucle : ce lien renvoie à lui-même.");
  });
});

describe("un résultat n'en écrase pas un autre", () => {
  it("--output refuse un fichier qui existe, --force le remplace", async () => {
    const output = at("rapport.json");
    const args = ["validate", at("fiche.yaml"), "--format", "json", "--output", output];
    expect((await cpro(args)).code).toBe(0);
    const refused = await cpro(args);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/existe déjà : rien n'a été écrit.*--force/s);
    expect((await cpro([...args, "--force"])).code).toBe(0);
  });
});

describe("une commande mal tapée", () => {
  it.each([
    [["validat"], /La commande « validat » n'existe pas\.\nVouliez-vous dire « validate » \?/],
    [["validate", "--formt", "json"], /L'option « --formt » n'existe pas/],
    [["validate", "--format", "xml"], /n'admet pas « xml » : on attend text, json/],
    [["validate", "--date", "31/13/2024"], /« 31\/13\/2024 » n'est pas un jour, comme/],
    [["dashboard"], /L'option « --semester.* » est obligatoire/],
  ])("%j est expliquée en français, code 2", async (args, message) => {
    const { code, err, out } = await cpro(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ at .*:\d+:\d+|Error:/);
  });

  it("l'aide est en français et annonce les codes de sortie", async () => {
    const { code, out } = await cpro(["--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/Usage :[\s\S]*Commandes :[\s\S]*validate[\s\S]*Codes de sortie/);
    expect(out).not.toMatch(/display help|Commands:|default:/);
  });
});
