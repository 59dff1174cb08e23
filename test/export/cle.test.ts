import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ouvrirCles } from "../../src/export/index.ts";

let travail = "";
let lots = "";
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), "cpro-clé "));
  lots = join(travail, "lots");
  mkdirSync(lots);
});
afterAll(() => rmSync(travail, { recursive: true }));

function fichier(nom: string, contenu: string, mode = 0o600): string {
  const chemin = join(travail, nom);
  writeFileSync(chemin, contenu);
  chmodSync(chemin, mode);
  return chemin;
}
const cle64 = "08ba742cd4fb2b782af0d2f47453dc44d557cb2fd9b60b0cf434e98567a1b117";

describe("la clé", () => {
  test("absente, est tirée au hasard, lisible par son seul propriétaire, puis relue", () => {
    const chemin = join(travail, "nouveau dossier", "clé");
    const [une, encore] = [ouvrirCles(chemin, lots), ouvrirCles(chemin, lots)];
    expect([une.creees, encore.creees]).toEqual([[chemin, `${chemin}.signature.pem`, `${chemin}.publique.pem`], []]);
    expect(encore.octets).toEqual(une.octets);
    expect(encore.signature.equals(une.signature)).toBe(true);
    expect(statSync(`${chemin}.signature.pem`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${chemin}.publique.pem`, "utf8")).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(statSync(chemin).mode & 0o777).toBe(0o600);
    expect(readFileSync(chemin, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    expect(ouvrirCles(join(travail, "autre"), lots).octets).not.toEqual(une.octets);
  });

  test("n'est jamais dans le dossier des lots, même par un lien ou un détour", () => {
    symlinkSync(lots, join(travail, "lien"));
    for (const chemin of [
      join(lots, "clé"),
      join(lots, "sous", "clé"),
      join(travail, "lien", "clé"),
      join(lots, "..", "lots", "clé"),
      lots,
    ])
      expect(() => ouvrirCles(chemin, lots), chemin).toThrow(/serait dans le dossier des lots/);
    expect(() => ouvrirCles(join(travail, "lots à venir", "clé"), join(travail, "lots à venir"))).toThrow(
      /serait dans le dossier des lots/,
    );
    expect(ouvrirCles(join(travail, "lots-bis"), lots).creees).toHaveLength(3);
  });

  test.skipIf(process.platform === "win32").each([0o644, 0o640, 0o602])("lisible ou modifiable par d'autres (%o) est refusée", (mode) => {
    const chemin = fichier(`mode-${mode}`, cle64, mode);
    expect(() => ouvrirCles(chemin, lots)).toThrow("D'autres que vous peuvent lire");
  });

  test.each([
    ["vide", ""],
    ["courte", cle64.slice(0, 31)],
    ["d'espaces", " ".repeat(64)],
    ["monotone", "a".repeat(64)],
    ["d'un mot répété", "motdepasse".repeat(10)],
    ["d'une rangée du clavier", "azertyuiopqsdfghjklmwxcvbn&é\"'(-è_çà"],
  ])("%s est refusée", (nom, contenu) => {
    expect(() => ouvrirCles(fichier(nom, contenu), lots)).toThrow(/trop (courte|simple)/);
  });

  test("qui ne peut être ni lue ni créée le dit", () => {
    expect(() => ouvrirCles(travail, lots)).toThrow(/n'est pas un fichier/);
    expect(() => ouvrirCles(join(fichier("fichier", cle64), "clé"), lots)).toThrow(/n'a pas pu être créée/);
  });

  test("d'avant les signatures en reçoit une, sans changer", () => {
    const chemin = fichier("ancienne", cle64);
    const { octets, creees } = ouvrirCles(chemin, lots);
    expect([Buffer.from(octets).toString(), creees.length]).toEqual([cle64, 2]);
  });

  test("de signature qui n'en est pas une, lisible par d'autres, ou sans sa moitié publique, est refusée", () => {
    const chemin = join(travail, "dépareillée");
    ouvrirCles(chemin, lots);
    const autre = join(travail, "autre paire");
    ouvrirCles(autre, lots);
    writeFileSync(`${chemin}.publique.pem`, readFileSync(`${autre}.publique.pem`));
    expect(() => ouvrirCles(chemin, lots)).toThrow(/n'est pas la clé publique de/);
    writeFileSync(`${autre}.signature.pem`, "ceci n'est pas une clé");
    expect(() => ouvrirCles(autre, lots)).toThrow(/n'est pas une clé de signature Ed25519/);
    if (process.platform === "win32") return;
    chmodSync(`${chemin}.signature.pem`, 0o644);
    expect(() => ouvrirCles(chemin, lots)).toThrow(/D'autres que vous peuvent lire/);
  });
});
