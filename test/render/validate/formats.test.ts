import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, it } from "vitest";
import { renderers } from "../../../src/render/validate/index.ts";
import { checkPaths, type Report } from "../../../src/validate/index.ts";

const require = createRequire(import.meta.url);
let report: Report;

beforeAll(async () => {
  report = await checkPaths(["fixtures/erreurs"], { date: "2025-06-30" });
});

describe("le rapport de fixtures/erreurs", () => {
  it("nomme chaque faute plantée une fois, à la ligne que dit ATTENDU.md", () => {
    const rows = [...readFileSync("fixtures/erreurs/ATTENDU.md", "utf8").matchAll(/^\|(.+)\|$/gm)].map(([, row = ""]) =>
      row.split("|").map((cell) => cell.trim().replaceAll("`", "")),
    );
    const expected = rows.filter((cells) => cells.some((cell) => cell.endsWith(".yaml")));
    const found = report.diagnostics.filter(({ severity }) => severity === "error");
    expect(found).toHaveLength(expected.length);
    for (const { file, range, ruleId } of found) {
      const row = expected.find((cells) => cells.some((cell) => file.endsWith(cell)) && cells.includes(String(range.line)));
      expect(row, `${file}:${range.line} ${ruleId}`).toBeDefined();
      expect(row).toContain(ruleId);
    }
  });

  it("en JSON suit le format cpro/validate/1, positions à partir de 1", () => {
    const json = JSON.parse(renderers.json(report));
    expect(json).toMatchObject({ format: "cpro/validate/1", fichiers: 18, bilan: { erreurs: 18, avertissements: 0, infos: 0 } });
    const fenetre = json.diagnostics.find(({ regle }: { regle: string }) => regle === "contrat-fenetre");
    expect(fenetre).toMatchObject({
      gravite: "erreur",
      chemin: "/contrat/conclu_le",
      colonne: 14,
      finColonne: 24,
      references: [{ titre: "décret n° 2023-408, art. 5", url: expect.stringContaining("legifrance") }],
    });
    expect(json.diagnostics.find(({ regle }: { regle: string }) => regle === "schema")).toMatchObject({ motCle: expect.any(String) });
  });

  it("en SARIF satisfait le schéma officiel 2.1.0", () => {
    const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log = JSON.parse(renderers.sarif(report));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0].results).toHaveLength(18);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("fixtures/erreurs/fiche.yaml");
  });

  it("en annotations GitHub tient une remarque par ligne, ses séparateurs échappés", () => {
    const lines = renderers.github(report).trimEnd().split("\n");
    expect(lines).toHaveLength(18);
    expect(lines[0]).toMatch(
      /^::error file=fixtures\/erreurs\/fiche\.yaml,line=41,endLine=41,col=11,endColumn=18,title=fiche-certification-eligible::/,
    );
    const tricky = {
      ...report,
      diagnostics: report.diagnostics.slice(0, 1).map((each) => ({ ...each, file: "a,b:c.yaml", message: "50 %\nfin" })),
    };
    expect(renderers.github(tricky)).toMatch(/^::error file=a%2Cb%3Ac\.yaml,.*::50 %25%0Afin%0A/);
  });

  it("en JUnit est du XML bien formé, une suite par fichier, un échec par erreur", () => {
    const xml = renderers.junit(report);
    const parser = new SaxesParser();
    const opened: string[] = [];
    parser.on("opentag", ({ name }) => opened.push(name));
    parser.on("error", (error) => {
      throw error;
    });
    parser.write(xml).close();
    expect(opened.filter((name) => name === "testcase")).toHaveLength(18);
    expect(opened.filter((name) => name === "failure")).toHaveLength(18);
    expect(xml).toContain('<testsuites name="cpro validate" tests="18" failures="18">');
  });
});
