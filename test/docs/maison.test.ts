import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../cli/run.ts";
import { Scratch } from "./contribution.ts";

/** The sources of the program but for what is made of data and the rules, whose families bear the names of dispositifs. */
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !/^(generated|validate\/rules)\//.test(name))
  .map((name) => ({ name, texte: readFileSync(join(root, "src", name), "utf8") }));

/** The lines of code, comments apart, that say something. */
function lignesQuiDisent(motif: RegExp): string[] {
  return sources.flatMap(({ name, texte }) =>
    texte
      .split("\n")
      .filter((ligne) => !/^\s*(\/\/|\/?\*)/.test(ligne) && motif.test(ligne))
      .map((ligne) => `${name} : ${ligne.trim()}`),
  );
}

interface Dit {
  identifiant: string;
  libelle: string;
  parcours: { phases?: { id: string }[] };
}

const dispositifs = readdirSync(join(root, "dispositifs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => parse(readFileSync(join(root, "dispositifs", name, "dispositif.yaml"), "utf8")) as Dit);

describe("un dispositif est une donnée", () => {
  it.each(dispositifs)("aucune source ne nomme $identifiant", ({ identifiant, libelle }) => {
    // Some bear the name of what every contract knows: a place of teaching, a nature of certification.
    const isMotDuMetier = ["afest", "bilan_competences", "cqp", "vae"].includes(identifiant);
    const motif = isMotDuMetier
      ? `dispositif\\w*\\W{1,8}["']${identifiant}["']|["']${identifiant}["']\\W+dispositif`
      : `\\b${identifiant}\\b|${libelle}`;
    expect(lignesQuiDisent(new RegExp(motif))).toEqual([]);
  });

  it.each(dispositifs)("aucune source ne lit une phase de $identifiant", ({ parcours: { phases = [] } }) => {
    // One that continues another may add none.
    if (phases.length === 0) return;
    const noms = phases.map(({ id }) => id).join("|");
    expect(lignesQuiDisent(new RegExp(`\\bphases(\\?)?[./](${noms})\\b`))).toEqual([]);
  });
});

describe("sans le dossier de la RAE", () => {
  const copie = new Scratch();
  const dossiers = ["fixtures/geiq-epe", "fixtures/umih-hdf"];
  beforeAll(async () => {
    rmSync(join(copie.folder, "dispositifs/rae"), { recursive: true });
    const { code, out, err } = await copie.run("npm", ["run", "build", "--silent"]);
    expect([code, out, err]).toEqual([0, "", ""]);
  });
  afterAll(() => rmSync(copie.folder, { recursive: true }));

  it.each([
    ["validate", ...dossiers],
    ["progress", ...dossiers],
    ["funding", ...dossiers, "--explain"],
    ["dashboard", ...dossiers, "--semester", "2025-S1", "--format", "json", "--sans-precedent"],
    ["explain"],
  ])("cpro %s dit la même chose", async (...args) => {
    const words = args[0] === "explain" ? args : [...args, "--date", "2025-07-01"];
    const sien = await copie.run("node", [join(root, "bin/cpro.js"), ...words]);
    const autre = await copie.run("node", ["bin/cpro.js", ...words]);
    expect([autre.code, autre.out]).toEqual([sien.code, sien.out]);
  });

  it("un fichier qui la suit n'est pas d'un dispositif connu", async () => {
    const file = join(root, "dispositifs/rae/exemple/parcours/RAE-007.yaml");
    const { code, out } = await copie.run("node", ["bin/cpro.js", "validate", file]);
    expect(code).toBe(1);
    expect(out).toContain("Le dispositif « rae » est inconnu : on attend afest, bilan_competences");
  });
});
