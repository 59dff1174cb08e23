import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lireDiffusion } from "../../src/dashboard/index.ts";
import { cpro, root } from "../cli/run.ts";
import { definition } from "../dashboard/bilan.ts";

let dossier: string;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-chaine-"));
});
afterAll(() => rmSync(dossier, { recursive: true }));

const releve = (semestre: string) => join(dossier, semestre, "t.diffusion.json");

/** Each half-year in a folder of its own, so that no record is found unless it is given. */
async function publier(semestre: string, precedents: readonly string[], ...options: string[]) {
  const previous = precedents.flatMap((precedent) => ["--previous", precedent]);
  const output = join(dossier, semestre, "t.json");
  mkdirSync(join(dossier, semestre), { recursive: true });
  const args = ["dashboard", `${root}fixtures/umih-hdf`, "--semester", semestre, "--date", "2025-07-15", "--format", "json"];
  return { ...(await cpro([...args, ...previous, ...options, "--output", output])), isEcrit: existsSync(output) };
}

describe("la chaîne des relevés", () => {
  it("est entière, ou rien n'est publié", async () => {
    expect(await publier("2024-S1", [])).toMatchObject({ code: 0, isEcrit: true });
    expect(await publier("2024-S2", [releve("2024-S1")])).toMatchObject({ code: 0, isEcrit: true });

    const dernierSeul = await publier("2025-S1", [releve("2024-S2")]);
    expect(dernierSeul).toMatchObject({ code: 2, isEcrit: false });
    expect(dernierSeul.err).toContain("Il manque le relevé de diffusion du 2024-S1, que le relevé du 2024-S2 cite");

    // Un relevé modifié n'est pas celui que l'autre cite.
    const intact = readFileSync(releve("2024-S1"), "utf8");
    writeFileSync(releve("2024-S1"), intact.replace(/"valeur": ?\d+/, '"valeur": 1'));
    expect(await publier("2025-S1", [releve("2024-S1"), releve("2024-S2")])).toMatchObject({ code: 2, isEcrit: false });
    writeFileSync(releve("2024-S1"), intact);

    expect(await publier("2025-S1", [releve("2024-S2"), releve("2024-S1")])).toMatchObject({ code: 0, isEcrit: true });
  });

  it("se trouve seule à côté de la sortie et dans les dossiers lus, et le dit", async () => {
    const ici = join(dossier, "ensemble", "relevés");
    cpSync(`${root}fixtures/umih-hdf`, join(dossier, "ensemble"), { recursive: true });
    mkdirSync(ici);
    for (const semestre of ["2024-S1", "2024-S2"]) cpSync(releve(semestre), join(ici, `${semestre}.diffusion.json`));
    const { code, err } = await cpro([
      ...["dashboard", join(dossier, "ensemble"), "--semester", "2025-S1", "--date", "2025-07-15"],
      ...["--output", join(dossier, "ensemble", "t.html")],
    ]);
    expect(code, err).toBe(0);
    expect(err).toMatch(/2 relevés trouvés et pris en compte : .*2024-S1\.diffusion\.json et .*2024-S2\.diffusion\.json/);
    expect(err).not.toContain("ATTENTION");
    const { sources } = JSON.parse(readFileSync(join(dossier, "ensemble", "t.diffusion.json"), "utf8"));
    expect(sources.precedents.map((un: { semestre: string }) => un.semestre)).toEqual(["2024-S1", "2024-S2"]);
  });

  it("avertit de ce qui manque, sauf si rien n'a jamais été publié", async () => {
    expect((await publier("2025-S2", [])).err).toMatch(/^ATTENTION : .*avant 2025-S2.*--previous.*--sans-precedent/m);
    const saut = await publier("2025-S2", [releve("2024-S1")], "--force");
    expect(saut.err).toMatch(/^ATTENTION : .*entre 2024-S1 et 2025-S2/m);
    expect((await publier("2025-S2", [], "--force", "--sans-precedent")).err).not.toContain("ATTENTION");
    expect(await publier("2025-S2", [releve("2024-S1")], "--sans-precedent")).toMatchObject({ code: 2 });
  });

  it("ne laisse publier ni avant ce qui l'est déjà, ni autrement, ni sous un autre seuil", async () => {
    const apres = await publier("2023-S2", [releve("2024-S1")]);
    expect(apres).toMatchObject({ code: 2, isEcrit: false });
    expect(apres.err).toContain("Le semestre 2024-S1 est déjà publié");
    const seuil = await publier("2025-S2", [releve("2024-S1")], "--seuil", "11", "--force");
    expect(seuil.code).toBe(2);
    expect(seuil.err).toMatch(/d'autres seuils.*« parametres\.secret »/);
  });

  it("le même semestre, refait des mêmes données, est le même à l'octet", async () => {
    const lire = () => ["t.json", "t.diffusion.json"].map((nom) => readFileSync(join(dossier, "2024-S2", nom), "utf8"));
    const avant = lire();
    expect(await publier("2024-S2", [releve("2024-S1")], "--force")).toMatchObject({ code: 0 });
    expect(lire()).toEqual(avant);
  });

  it("n'est pas demandée pour ce qui ne sort pas de la maison", async () => {
    const interne = ["--diffusion", "interne", "--date", "2026-01-15", "--force"];
    expect((await publier("2025-S2", [releve("2024-S2")], ...interne)).code).toBe(0);
  });

  it.each([
    ["qui ne dit pas ses précédents", ({ sources: _, ...lu }: Lu) => lu, /incomplet ou abîmé, à « sources »/],
    ["sans synthèse", ({ synthese: _, ...lu }: Lu) => lu, /incomplet ou abîmé, à « synthese »/],
    ["d'un jour qui n'existe pas", (lu: Lu) => ({ ...lu, date: "2024-02-30" }), /incomplet ou abîmé, à « date »/],
    ["où une case est un texte", (lu: Lu) => avecCase(lu, { valeur: "3" }), /à « tables\[0\]\.cellules\[0\]\.valeur »/],
    ["où une case est immense", (lu: Lu) => avecCase(lu, { valeur: 1e300 }), /à « tables\[0\]\.cellules\[0\]\.valeur »/],
    ["dont une case a changé", (lu: Lu) => avecCase(lu, { valeur: 12 }), /a été modifié/],
    ["dont tout est masqué", masquee, /a été modifié/],
    ["dont un total a changé, empreinte refaite", (lu: Lu) => signe(avecTotal(lu)), /se contredit, à « /],
    [
      "d'une catégorie inconnue, empreinte refaite",
      (lu: Lu) => signe(avecCase(lu, { codes: { duree: "99", nature_contrat: "cdd" } })),
      /n'est pas une catégorie/,
    ],
    ["sans un tableau, empreinte refaite", (lu: Lu) => signe({ ...lu, tables: lu.tables.slice(1) }), /ce ne sont pas tous les tableaux/],
  ])("un relevé %s est refusé à sa place", (_, abimer, message) => {
    const texte = JSON.stringify(abimer(JSON.parse(readFileSync(releve("2024-S1"), "utf8"))));
    expect(() => lireDiffusion(definition, "abime.json", texte)).toThrow(message);
  });

  it("un relevé abîmé arrête tout, même trouvé et non donné", async () => {
    mkdirSync(join(dossier, "abime"));
    writeFileSync(join(dossier, "abime", "a.diffusion.json"), "{");
    const demande = ["dashboard", `${root}fixtures/geiq-epe`, "--semester", "2025-S1", "--date", "2025-07-15"];
    const { code, err } = await cpro([...demande, "--output", join(dossier, "abime", "t.json")]);
    expect(code).toBe(2);
    expect(err).toMatch(/a\.diffusion\.json : ce fichier n'est pas du JSON/);
    expect(err).toMatch(/^→ .*ailleurs/m);
  });
});

interface Lu {
  tables: { cellules: { valeur: unknown; codes: object }[] }[];
  [cle: string]: unknown;
}

function avecCase(lu: Lu, autre: object): Lu {
  const [premier, ...autres] = lu.tables;
  const [une, ...cellules] = premier?.cellules ?? [];
  return { ...lu, tables: [{ ...premier, cellules: [{ ...une, ...autre } as never, ...cellules] }, ...autres] };
}

/** The total of the first table, which is not hidden, one more. */
function avecTotal(lu: Lu): Lu {
  const total = lu.tables[0]?.cellules.findLast(({ valeur }) => valeur !== null);
  if (total !== undefined) total.valeur = Number(total.valeur) + 1;
  return lu;
}

function masquee(lu: Lu): Lu {
  const masquer = (une: object): never => ({ ...une, valeur: null, secret: true }) as never;
  return { ...lu, tables: lu.tables.map((table) => ({ ...table, cellules: table.cellules.map(masquer) })) };
}

/** As somebody would who knows how the digest is made. */
function signe({ empreinte: _, ...lu }: Lu): Lu {
  return { ...lu, empreinte: createHash("sha256").update(JSON.stringify(lu)).digest("hex") };
}
