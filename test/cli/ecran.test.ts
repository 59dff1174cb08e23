import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { shapeErrors } from "../../src/dispositif/forme.ts";
import { kindOf } from "../../src/dossier/kinds.ts";
import { formes } from "../modeles.ts";
import { cpro, root } from "./run.ts";

// A terminal obeys some signs: what a value or a file's name holds of them is shown, never sent.

const folder = mkdtempSync(join(tmpdir(), "cpro écran "));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ends of lines and marks of direction, which a text may hold. */
const lignes = "\nZZZ\u202e\u2066x\u2028";
/** What a text may not hold, and a name of file may: it erases the screen, gives it a title, goes back over the line. */
const ordres = "\u001b[2J\u001b]0;titre\u0007\u009b31m\rZZZ\u001b[31m\nZZZ\u202e";

/** Puts a text behind every text of a document that the schema lets have it. */
function gonfler(document: Record<string, unknown>): void {
  const kind = kindOf(document);
  const gonflerDans = (node: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "object" && value !== null) gonflerDans(value as Record<string, unknown>);
      if (typeof value !== "string" || key === "fiche" || key === "identifiant") continue;
      node[key] = `${value}${lignes}`;
      if (kind === undefined || shapeErrors(formes[kind], document).length > 0) node[key] = value;
    }
  };
  gonflerDans(document);
}

beforeAll(() => {
  const names = readdirSync(`${root}fixtures/geiq-epe`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  for (const name of names) {
    const document = parse(readFileSync(`${root}fixtures/geiq-epe/${name}`, "utf8"));
    gonfler(document);
    for (const key of ["identifiant", "fiche"]) if (key in document) document[key] = `${document[key]}${lignes}`;
    mkdirSync(dirname(join(folder, "dossier", name)), { recursive: true });
    writeFileSync(join(folder, "dossier", name), stringify(document));
  }
  if (process.platform !== "win32") {
    writeFileSync(join(folder, "dossier", `copie ${ordres}.yaml`), readFileSync(join(folder, "dossier/parcours/EPE-001.yaml")));
    writeFileSync(
      join(folder, "dossier", `casse ${ordres}.yaml`),
      'format: cpro/parcours/1\nidentifiant: "\\e[2J \u202e"\nz\u009b31m: [1\n',
    );
    writeFileSync(
      join(folder, "dossier", `forme ${ordres}.yaml`),
      `format: cpro/parcours/1\n"cle\\e[2J\\u202e": 1\nfiche: "${"\\e"}[31m"\n`,
    );
    writeFileSync(join(folder, "dossier", `autre ${ordres}.yaml`), "services: 1\n");
  }
});

/** Whatever drives a screen; styles apart, of which there are none without colours. */
const ordre = /(?![\n\t])\p{Cc}|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function attendre({ out, err }: { out: string; err: string }): void {
  for (const texte of [out, err]) {
    expect(ordre.exec(texte)?.[0].codePointAt(0)).toBeUndefined();
    // No line begins by what stood behind an end of line in a value.
    expect(texte).not.toMatch(/^\W*ZZZ/m);
  }
  expect(err).not.toContain("interne");
}

const jour = ["--date", "2025-07-10"];
describe("rien de ce qu'un fichier contient ne commande l'écran", () => {
  it.each([
    ["validate --infos --strict", "ZZZ"],
    ["validate --format github", "ZZZ"],
    ["funding", "ZZZ"],
    ["funding --explain", "ZZZ"],
    ["funding --paiements", "ZZZ"],
    ["funding --by fiche", "ZZZ"],
    ["funding --by opco", ""],
    ["funding --by annee", ""],
    ["funding --compare-lectures", "ZZZ"],
    ["funding --prevision", "ZZZ"],
    ["progress", "ZZZ"],
    ["progress --late", "ZZZ"],
    ["dashboard --semester 2025-S1 --advise", ""],
    ["dashboard --semester 2025-S1 --diffusion interne --format json", ""],
  ])("%s", async (commande, montre) => {
    const dit = await cpro([...commande.split(" "), join(folder, "dossier"), ...jour]);
    if (commande.includes("--format json")) dit.out = "";
    attendre(dit);
    expect(dit.out + dit.err).toContain(montre);
  });

  it("ni ce qui est écrit, transmis, ou dit d'un parcours", async () => {
    const dossier = join(folder, "dossier");
    const identifiant = `EPE-001${lignes}`;
    attendre(await cpro(["progress", dossier, "--parcours", identifiant, ...jour]));
    attendre(await cpro(["progress", dossier, "--parcours", `absent${ordres}`, ...jour]));
    attendre(await cpro(["funding", dossier, "--set", `${identifiant}.contrat.fin=2026-03-01`, ...jour]));
    attendre(await cpro(["funding", dossier, "--set", `${identifiant}.contrat.fin=${ordres}`, ...jour]));
    attendre(await cpro(["funding", dossier, "--output", join(folder, `sortie ${ordres}.txt`), ...jour]));
    const lots = ["--output", join(folder, `lots ${ordres}`), "--key-file", join(folder, `cle ${ordres}`)];
    attendre(await cpro(["export", dossier, "--semester", "2025-S1", ...lots, ...jour]));
    attendre(await cpro(["template", "--from", dossier, "--output", join(folder, `saisie ${ordres}.xlsx`), ...jour]));
    attendre(await cpro(["init", join(folder, `neuf ${ordres}`)]));
  });

  it("ni une commande mal tapée, ni un chemin qui ne mène à rien", async () => {
    for (const args of [
      [`validate${ordres}`],
      ["validate", `--option${ordres}`],
      ["validate", "--format", `xml${ordres}`],
      ["validate", "--date", `hier${ordres}`],
      ["validate", `absent${ordres}`],
      ["explain", `regle${ordres}`],
      ["dashboard", "--semester", `2025${ordres}`],
      ["dashboard", "--semester", "2025-S1", "--previous", `absent${ordres}`],
      ["import", `absent${ordres}.xlsx`],
      ["import", join(folder, "dossier", `casse ${ordres}.yaml`)],
    ])
      attendre(await cpro(args));
  });

  it("avec des couleurs, seules celles de cpro passent", async () => {
    const env = { FORCE_COLOR: "1", NO_COLOR: "", COLUMNS: "80" };
    for (const args of [["validate"], ["funding", "--explain"], ["progress"]]) {
      const { out, err } = await cpro([...args, join(folder, "dossier"), ...jour], { env, extendEnv: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      const sansStyle = out.replaceAll(/\u001b\[(1|2|22|3[1-6]|39)m/g, "");
      attendre({ out: sansStyle, err });
      expect(out).toContain("\u001b[");
      expect(out).not.toContain("ZZZ\u001b[31m");
    }
  });
});
