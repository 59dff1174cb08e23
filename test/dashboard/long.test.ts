import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { dashboardCsv, dashboardParquet } from "../../src/render/dashboard/long.ts";
import { rapport } from "./rapport.ts";

interface Champ {
  name: string;
  type: "string" | "number";
  constraints: { required: boolean; enum?: string[]; pattern?: string; minimum?: number };
}
const schema = JSON.parse(readFileSync(new URL("../../schemas/tableau-de-bord.tableschema.json", import.meta.url), "utf8")) as {
  fields: Champ[];
  primaryKey: string[];
};

/** What Table Schema reproaches to a value; a missing one is an empty text (missingValues). */
function reproche({ type, constraints }: Champ, valeur: string): string | undefined {
  if (valeur === "") return constraints.required ? "absente" : undefined;
  if (type === "number" && !/^-?\d+(\.\d+)?$/.test(valeur)) return "pas un nombre";
  if (constraints.minimum !== undefined && Number(valeur) < constraints.minimum) return "trop petite";
  if (constraints.enum && !constraints.enum.includes(valeur)) return "hors de la liste";
  return constraints.pattern && !new RegExp(constraints.pattern).test(valeur) ? "pas de cette forme" : undefined;
}

function lire(csv: string): string[][] {
  const lignes = csv.split("\r\n");
  expect(lignes.pop()).toBe("");
  return lignes.map((ligne) =>
    [...ligne.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, cite, nu = ""]) => cite?.replaceAll('""', '"') ?? nu),
  );
}

test("le csv suit le schéma publié, une ligne par case, sans doublon", async () => {
  const report = await rapport(600, { selon: "region" });
  const [entetes, ...lignes] = lire(dashboardCsv(report));
  expect(entetes).toEqual(schema.fields.map(({ name }) => name));
  expect(lignes).toHaveLength(report.tables.flatMap(({ cellules }) => cellules).length);
  const fautes = lignes.flatMap((ligne) =>
    schema.fields.flatMap((champ, rang) => {
      const faute = reproche(champ, ligne[rang] ?? "");
      return faute === undefined ? [] : [`${ligne.join(",")} : ${champ.name} ${faute}`];
    }),
  );
  expect(fautes).toEqual([]);
  const cles = lignes.map((ligne) => schema.primaryKey.map((nom) => ligne[schema.fields.findIndex(({ name }) => name === nom)]).join("|"));
  expect(new Set(cles).size).toBe(cles.length);
});

test("une case masquée n'a que sa marque", async () => {
  const lignes = lire(dashboardCsv(await rapport(60))).slice(1);
  const masquees = lignes.filter((ligne) => ligne.at(-1) === "s");
  expect(masquees.length).toBeGreaterThan(50);
  expect(new Set(masquees.map((ligne) => ligne.at(-2)))).toEqual(new Set([""]));
});

test("un texte qu'un tableur prendrait pour une formule est neutralisé", async () => {
  const report = await rapport(5, { interne: true });
  const [table] = report.tables;
  const codes = { domaine: '=cmd|" /c"!A1' };
  const piege = {
    ...report,
    tables: [
      {
        ...(table as NonNullable<typeof table>),
        dimensions: [{ id: "domaine", libelle: "", categories: [] }],
        cellules: [{ mesure: "cumul" as const, codes, valeur: 1 }],
      },
    ],
  };
  expect(dashboardCsv(piege)).toContain(`"'=cmd|"" /c""!A1"`);
});

test("le parquet a les mêmes lignes que le csv, et les mêmes octets à chaque fois", async () => {
  const report = await rapport(60);
  const octets = await dashboardParquet(report);
  expect(Buffer.from(octets).equals(Buffer.from(await dashboardParquet(report)))).toBe(true);
  const fichier = join(tmpdir(), `cpro-essai-${process.pid}.parquet`);
  writeFileSync(fichier, octets);
  const connexion = await (await DuckDBInstance.create(":memory:")).connect();
  const lues = (await connexion.runAndReadAll(`FROM '${fichier}'`)).getRowsJS();
  connexion.closeSync();
  rmSync(fichier);
  const [, ...attendues] = lire(dashboardCsv(report));
  expect(lues.map((ligne) => ligne.map((valeur) => (valeur === null ? "" : String(valeur))))).toEqual(attendues);
});
