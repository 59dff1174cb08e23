import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";

// A coordinator keeps « EPE-001 - Copie.yaml » beside the file it was made from, or names a file twice.

let dossier: string;
let premier: string;
const jour = ["--date", "2025-06-30"];
const json = async (args: string[]) => {
  const { code, out, err } = await cpro(args);
  return { code, err, data: JSON.parse(out) };
};

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro double été "));
  cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
  premier = join(dossier, "parcours", "EPE-001.yaml");
});
afterAll(() => rmSync(dossier, { recursive: true }));

it("un fichier nommé de deux façons est lu une fois", async () => {
  const seul = await cpro(["funding", dossier, ...jour]);
  const { code, out } = await cpro([
    "funding",
    dossier,
    join(dossier, "..", dossier.split("/").at(-1) ?? "", "parcours/EPE-001.yaml"),
    ...jour,
  ]);
  expect([code, out]).toEqual([seul.code, seul.out]);
  const { data } = await json(
    ["validate", ".", "./fiche.yaml", "--format", "json", ...jour].map((un) => (un === "." ? dossier : un.replace("./", `${dossier}/./`))),
  );
  expect(data.fichiers).toBe(6);
});

describe("la copie d'un parcours", () => {
  let copie: string;
  beforeAll(() => {
    copie = join(dossier, "parcours", "EPE-001 - Copie.yaml");
    copyFileSync(premier, copie);
  });
  afterAll(() => rmSync(copie));
  const dit = /^1 fichier laissé de côté, pour ne pas compter deux fois le même parcours : .*EPE-001\.yaml \(déjà dans .*Copie\.yaml\)/m;

  it("n'est pas payée deux fois, et c'est dit", async () => {
    const seul = await json(["funding", `${root}fixtures/geiq-epe`, "--format", "json", ...jour]);
    const double = await json(["funding", dossier, "--format", "json", ...jour]);
    expect(double.data).toEqual(seul.data);
    expect(double.err).toMatch(dit);
    expect(double.code).toBe(1);
  });

  it("ne prend pas deux places", async () => {
    const seul = await json(["progress", `${root}fixtures/geiq-epe`, "--format", "json", ...jour]);
    const double = await json(["progress", dossier, "--format", "json", ...jour]);
    expect(double.data).toEqual(seul.data);
    expect(double.err).toMatch(dit);
  });

  it("n'est pas comptée deux fois au tableau de bord", async () => {
    const options = ["--semester", "2025-S1", "--diffusion", "interne", "--format", "json", "--date", "2025-07-10"];
    const seul = await json(["dashboard", `${root}fixtures/geiq-epe`, ...options]);
    const double = await json(["dashboard", dossier, ...options]);
    expect(double.data.synthese).toEqual(seul.data.synthese);
    expect(double.err).toMatch(dit);
    expect(double.code).toBe(1);
  });

  it("deux personnes sous un même identifiant restent deux parcours", async () => {
    const texte = readFileSync(premier, "utf8");
    writeFileSync(
      copie,
      texte.replace(/sexe: .*/, (ligne) => (ligne.includes("femme") ? "sexe: homme" : "sexe: femme")),
    );
    const { data, err } = await json(["funding", dossier, "--format", "json", ...jour]);
    expect(data.parcours).toHaveLength(5);
    expect(err).not.toMatch(dit);
  });
});
