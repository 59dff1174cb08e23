import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cpro, root } from "../cli/run.ts";

let travail = "";
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), "cpro-égalité des lots "));
});
afterAll(() => rmSync(travail, { recursive: true }));

interface Tableau {
  synthese: Record<string, number | null>;
  tables: { id: string; cellules: { mesure: string; codes: Record<string, string>; valeur: number | null }[] }[];
}

const jour = ["--date", "2025-07-10"];

async function tableauDe(source: string, semestre: string): Promise<Tableau> {
  const options = ["--semester", semestre, ...jour, "--by", "region", "--diffusion", "interne", "--format", "json"];
  const { code, out, err } = await cpro(["dashboard", source, ...options]);
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

type Table = Tableau["tables"][number];

/**
 * How far a value of these tables may be, docs/lots.md says why: each amount moves by 5 euros at most, or 10 when it stays above zero,
 * and a cost adds six of them. All other tables are the same.
 */
const ecarts: Record<string, (contrats: number) => number> = {
  "F1.cout": () => 60,
  "F1.forfait": () => 10,
  "F2.depense": (contrats) => 60 * contrats,
  "F2.retenu": (contrats) => 60 * contrats,
};

function comparer(deLot: Table | undefined, table: Table, contrats: number): void {
  const permis = ecarts[table.id];
  if (permis === undefined) {
    expect(deLot, table.id).toEqual(table);
    return;
  }
  for (const [place, { valeur, ...cellule }] of table.cellules.entries()) {
    const autre = deLot?.cellules[place];
    expect(autre).toMatchObject(cellule);
    expect(autre?.valeur === null).toBe(valeur === null);
    expect(Math.abs((autre?.valeur ?? 0) - (valeur ?? 0))).toBeLessThanOrEqual(permis(contrats));
  }
}

describe.each([
  ["geiq-epe", "2025-S1", "parquet"],
  ["umih-hdf", "2025-S1", "csv"],
  ["umih-hdf", "2024-S2", "parquet"],
])("le tableau de bord de %s, %s, fait de lots en %s", (nom, semestre, format) => {
  test("est celui des fichiers, tableau par tableau, aux arrondis des montants près", async () => {
    const dossier = `${root}fixtures/${nom}`;
    const lots = join(travail, `${nom} ${semestre}`);
    const export_ = [
      "export",
      dossier,
      "--semester",
      semestre,
      ...jour,
      "--key-file",
      join(travail, "clé"),
      "--output",
      lots,
      "--format",
      format,
    ];
    expect((await cpro(export_)).code).toBe(0);
    const [fichiers, deLots] = [await tableauDe(dossier, semestre), await tableauDe(lots, semestre)];
    expect(deLots.tables.map(({ id }) => id)).toEqual(fichiers.tables.map(({ id }) => id));
    const contrats = fichiers.synthese.contrats_cumul ?? 0;
    for (const [rang, table] of fichiers.tables.entries()) comparer(deLots.tables[rang], table, contrats);
    const { cout_moyen_cumul: _, forfait_moyen_cumul: __, ...reste } = fichiers.synthese;
    expect(deLots.synthese).toMatchObject(reste);
  });
});

test("avec --k 3, chaque total reste la somme de ses lignes, « non connu » compris, et le lecteur apprend ce qui manque", async () => {
  const lots = join(travail, "généralisé");
  const cle = ["--key-file", join(travail, "clé")];
  await cpro(["export", `${root}fixtures/umih-hdf`, "--semester", "2025-S1", ...jour, ...cle, "--output", lots, "--k", "3"]);
  const { tables, synthese } = await tableauDe(lots, "2025-S1");
  expect(synthese).toMatchObject({ contrats_cumul: 59, femmes_cumul: 35, entreprises_cumul: 0 });
  for (const { id, cellules } of tables.filter((table) => /^(C1|C2.niveau|C2.domaine|C5|B|T)/.test(table.id))) {
    for (const mesure of ["semestre", "cumul"]) {
      const de = (total: boolean): number =>
        cellules
          .filter((une) => une.mesure === mesure && Object.values(une.codes).every((code) => (code === "ensemble") === total))
          .reduce((somme, { valeur }) => somme + (valeur ?? 0), 0);
      expect(de(false), `${id} ${mesure}`).toBe(de(true));
    }
  }
  const page = join(travail, "page.html");
  const { code, err } = await cpro(["dashboard", lots, "--semester", "2025-S1", ...jour, "--format", "html", "--output", page]);
  expect(code, err).toBe(0);
  expect(err).toMatch(/des porteurs ont laissé des champs de côté \(entreprise, .*tranche_age/);
  expect(readFileSync(page, "utf8")).toMatch(
    /les entreprises \(E1\) et les certifications \(C2\.certifications\) ne sont pas toutes comptées/,
  );
});
