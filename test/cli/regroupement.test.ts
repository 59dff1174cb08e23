import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { additionne, cleDe, type Diffusion, type TablePubliee } from "../../src/dashboard/index.ts";
import { definition } from "../dashboard/bilan.ts";
import { cpro, root } from "./run.ts";

let ici: string;
beforeAll(() => {
  ici = mkdtempSync(join(tmpdir(), "cpro-regroupement-"));
});
afterAll(() => rmSync(ici, { recursive: true }));

type Publie = Pick<Diffusion, "synthese" | "parametres"> & { regroupement?: object; tables: Pick<TablePubliee, "id" | "cellules">[] };
/** A file in a folder of its own: records that lie together are of one publication after the other. */
const seul = (nom: string): string => {
  mkdirSync(join(ici, nom), { recursive: true });
  return join(nom, nom);
};
const lu = <T>(nom: string): T => JSON.parse(readFileSync(join(ici, nom), "utf8"));

/** What an advice promised, counted again in what was published: numbers that are not zero and persons, each once. */
function montre({ tables, synthese }: Publie): { nombres: number; personnes: number } {
  const nombres = new Map<string, { valeur: number; personnes: boolean }>();
  for (const { id, cellules } of tables)
    for (const cellule of cellules)
      if (cellule.valeur)
        nombres.set(cleDe(definition, id, cellule), {
          valeur: cellule.valeur,
          personnes: additionne(definition, { id }) || id === "C4.contrats",
        });
  for (const figure of ["en_cours", "issues_connues_cumul", "emploi_cumul"])
    if (synthese[figure]) nombres.set(figure, { valeur: synthese[figure], personnes: true });
  const tous = [...nombres.values()];
  return { nombres: tous.length, personnes: tous.reduce((somme, { valeur, personnes }) => somme + (personnes ? valeur : 0), 0) };
}

describe("300 parcours, dont la moitié des nombres sont masqués", () => {
  const demande = ["dashboard", "dossier", "--semester", "2025-S1", "--date", "2025-07-10"];
  const publier = async (nom: string, ...options: string[]): Promise<string> => {
    const { code, err } = await cpro([...demande, "--format", "json", "--output", nom, ...options], { cwd: ici });
    expect(err, nom).toContain("Relevé de diffusion");
    expect(code).toBe(0);
    return err;
  };
  beforeAll(() => {
    const options = ["--parcours", "300", "--seed", "2", "--until", "2025-06-30", join(ici, "dossier")];
    expect(spawnSync(process.execPath, [`${root}scripts/generate-dossier.mjs`, ...options]).status).toBe(0);
  });

  test("des conseils en montrent bien plus, et la publication en montre autant qu'ils l'ont promis", async () => {
    const { code } = await cpro([...demande, "--advise", "--output", "conseil.json"], { cwd: ici });
    expect(code).toBe(0);
    const { avant, conseils } = lu<{ avant: Part; conseils: { apres: Part }[] }>("conseil.json");
    const part = ({ nombres }: Part): number => nombres.montres / nombres.existants;
    expect(part(avant)).toBeLessThan(0.55);
    const [meilleur] = conseils;
    if (meilleur === undefined) throw new Error("aucun conseil");
    expect(part(meilleur.apres)).toBeGreaterThan(0.65);
    expect(meilleur.apres.nombres.montres).toBeGreaterThanOrEqual(avant.nombres.montres);
    expect(meilleur.apres.personnes.montrees).toBeGreaterThan(avant.personnes.montrees);
    await publier("t.json", "--regroupement", "conseil.json#1");
    const { nombres, personnes } = meilleur.apres;
    expect(montre(lu("t.json"))).toEqual({ nombres: nombres.montres, personnes: personnes.montrees });
    expect(lu<Publie>("t.json").regroupement).toEqual(lu<Publie>("t.diffusion.json").parametres.regroupement);
  });

  interface Part {
    nombres: { montres: number; existants: number };
    personnes: { montrees: number };
  }
});

test("deux semestres de suite avec le même fichier, puis le second avec un autre", async () => {
  const publier = async (nom: string, semestre: string, date: string, ...options: string[]): Promise<string> => {
    const demande = ["dashboard", `${root}fixtures/umih-hdf`, "--semester", semestre, "--date", date, "--format", "json"];
    const { code, err } = await cpro([...demande, "--output", `${seul(nom)}.json`, ...options], { cwd: ici });
    expect(code, err).toBe(0);
    return err;
  };
  const ecrire = (nom: string, contenu: object): void =>
    writeFileSync(join(ici, nom), JSON.stringify({ format: "cpro/regroupement/1", ...contenu }));
  const reunions = [
    { dimension: "tranche_age", codes: ["16-17", "18-20", "21-25"] },
    { dimension: "effectif", codes: ["50-199", "200-249", "250+"] },
  ];
  ecrire("un.json", { reunions, sans: [{ table: "B3", dimension: "niveau_entree" }] });
  ecrire("autre.json", { reunions: [{ dimension: "tranche_age", codes: ["21-25", "26-29"] }], mesures: ["cumul"] });
  await publier("s1", "2024-S1", "2024-07-15", "--regroupement", "un.json");
  const second = (nom: string, fichier: string): Promise<string> =>
    publier(nom, "2024-S2", "2025-01-15", "--regroupement", fichier, "--previous", "s1/s1.diffusion.json");
  expect(await second("s2", "un.json")).not.toContain("Catégories :");
  const ages = lu<Publie>("s2/s2.json")
    .tables.find(({ id }) => id === "B1")
    ?.cellules.map(({ codes }) => codes.tranche_age);
  expect([...new Set(ages)].slice(0, 2)).toEqual(["16-25", "26-29"]);
  expect(await second("s3", "autre.json")).toContain("Catégories : 2024-S1 a été publié avec d'autres");
  const { tables, synthese } = lu<Publie>("s3/s3.json");
  expect(new Set(tables.flatMap(({ cellules }) => cellules.map(({ mesure }) => mesure)))).toEqual(new Set(["cumul"]));
  expect(synthese).not.toHaveProperty("contrats_semestre");
});

describe("toutes les formes disent ce qui est réuni", () => {
  const regroupement = {
    reunions: [{ dimension: "niveau", codes: ["3", "4", "5"] }],
    sans: [{ table: "B1", dimension: "tranche_age" }],
    mesures: ["cumul"],
  };
  test.each(["xlsx", "html", "csv", "parquet"])("%s", async (format) => {
    writeFileSync(join(ici, "petit.json"), JSON.stringify({ format: "cpro/regroupement/1", ...regroupement }));
    const demande = ["dashboard", `${root}fixtures/geiq-epe`, "--semester", "2025-S1", "--date", "2025-07-10"];
    const options = ["--regroupement", "petit.json", "--format", format, "--output", `${seul(format)}.${format}`];
    const { code, err } = await cpro([...demande, ...options], { cwd: ici });
    expect(err).toContain("Relevé de diffusion");
    expect(code).toBe(0);
    expect(lu<Publie>(`${format}/${format}.diffusion.json`).parametres.regroupement).toEqual(regroupement);
    const texte = readFileSync(join(ici, format, `${format}.${format}`)).toString();
    if (format === "csv") expect(texte).toContain(",niveau,3  +  4  +  5,");
    if (format !== "html") return;
    expect(texte).toContain("Catégories réunies");
    expect(texte.replaceAll("\u00a0", " ")).toContain("Niveau 3 (CAP) à Niveau 5 (bac + 2)");
    expect(texte).not.toContain("Bénéficiaires depuis le début, selon le sexe et l'âge");
    expect(texte).not.toMatch(/Contrats conclus dans le semestre/);
  });
});
