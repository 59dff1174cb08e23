import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { UserError } from "../src/errors.ts";
import { firstValue, type ParameterName, parameters, reference, valueAt } from "../src/legal/index.ts";

const names = Object.keys(parameters) as ParameterName[];

describe("les paramètres légaux", () => {
  it("donnent la valeur et la référence en vigueur à une date", () => {
    expect(valueAt("plafond-annuel", "2024-09-01")).toEqual({ value: 9000, reference: "decret-2023-408-art-2-ii" });
    expect(reference("decret-2023-408-art-2-ii").titre).toBe("décret n° 2023-408, art. 2, II");
  });

  it("refusent une date antérieure à leur première valeur, en se nommant", () => {
    expect(() => valueAt("plafond-annuel", "2023-05-27")).toThrow(UserError);
    expect(() => valueAt("plafond-annuel", "2023-05-27")).toThrow(/plafond-annuel.*27 mai 2023.*28 mai 2023/);
    expect(firstValue("experimentation-debut")).toBe("2023-05-28");
  });

  it.each(names)("%s a des valeurs datées dans l'ordre, avec leur référence et un jour de vérification", (name) => {
    const { values, checked_on, label, unit } = parameters[name];
    expect(values.map(({ from }) => from)).toEqual(values.map(({ from }) => from).toSorted());
    for (const { reference: id } of values) expect(reference(id).titre).toMatch(/\S/);
    expect([checked_on, label, unit].every((text) => text.length > 0)).toBe(true);
  });

  it("aucun chiffre de la loi n'est écrit ailleurs que dans legal/", () => {
    const figures = /(?<![\w.])(9_?000|6_?000|5_?000|2_?000|345|230|2023-05-28|2026-02-28|2025-08-28)(?![\w.-])/;
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.startsWith("generated"),
    );
    const code = (file: string) => readFileSync(`src/${file}`, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((file) => figures.test(code(file)))).toEqual([]);
  });
});
