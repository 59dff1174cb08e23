import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parquetDe } from "../../src/dashboard/index.ts";
import { lignes } from "../../src/dashboard/rows/lignes.ts";
import { type Ligne, lignesDeLot, typesSql } from "../../src/export/colonnes.ts";
import { dispositif } from "./bilan.ts";
import { tables, valeur } from "./cellules.ts";
import { couts, documents, fichesDe, foule } from "./dossier.ts";

const donnees = foule(120, 5);
const lignesDe = (debut: number, fin: number): Ligne[] =>
  lignesDeLot(
    lignes(dispositif, { parcours: documents(donnees), ineligibles: new Map(), couts: couts(120), fiches: fichesDe(donnees) }),
  ).slice(debut, fin);
const semestre = (jour: string | null): string | null => jour && `${jour.slice(0, 4)}-${jour.slice(5, 7) <= "06" ? "S1" : "S2"}`;

/** As a lot has it: half-years, euros and hours. */
const enSemestres = (ligne: Ligne): Ligne => ({
  ...ligne,
  ...Object.fromEntries(Object.entries(ligne).flatMap(([nom, valeur]) => (typeof valeur === "number" ? [[nom, valeur / 100]] : []))),
  conclu_le: semestre(ligne.conclu_le),
  rupture_le: semestre(ligne.rupture_le),
  jury_le: semestre(ligne.jury_le),
  fin_parcours: semestre(ligne.fin_parcours),
});
const csvDe = (rows: readonly Ligne[], noms: readonly (keyof Ligne)[]): string =>
  [noms.join(","), ...rows.map((ligne) => noms.map((nom) => ligne[nom] ?? "").join(","))].join("\n");

let dossier: string;
let parquet: string;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-lots d'essai "));
  parquet = join(dossier, "lot-a.parquet");
  writeFileSync(parquet, await parquetDe(typesSql, lignesDe(0, 40).map(enSemestres)));
});
afterAll(() => rmSync(dossier, { recursive: true }));

describe("des lots de lignes", () => {
  test("comptent comme les fichiers dont ils viennent, mêlés à d'autres fichiers", async () => {
    const csv = join(dossier, "lot-b.csv");
    writeFileSync(csv, csvDe(lignesDe(40, 80).map(enSemestres), Object.keys(typesSql) as (keyof Ligne)[]));
    const reste = new Map([...couts(120)].slice(80));
    const mele = await tables([], {
      dossier: { fiches: fichesDe(donnees), parcours: documents(donnees).slice(80) },
      couts: reste,
      lots: [{ fichier: parquet }, { fichier: csv }],
    });
    const entier = await tables(donnees, { couts: couts(120) });
    // By half-years, one no longer knows which of an enterprise's contracts is the last.
    const sansDernier = ({ tables }: typeof entier) => tables.filter(({ id }) => id !== "E1");
    expect(sansDernier(mele)).toEqual(sansDernier(entier));
    expect(mele.sources).toMatchObject({ fichiers: 43, conclus: 120, ineligibles: 0 });
  });

  test("gardent leur sens quand une colonne manque : elle n'est pas connue", async () => {
    const csv = join(dossier, "lot-c.csv");
    writeFileSync(csv, csvDe(lignesDe(0, 40), ["id", "conclu_le", "sexe", "entreprise"]));
    const publie = await tables([], { lots: [{ fichier: csv }] });
    expect(valeur(publie, "C2.domaine", "cumul", "non_connu")).toBe(valeur(publie, "B1", "cumul", "ensemble", "ensemble"));
    expect(publie.sources).toMatchObject({ conclus: 40, ineligibles: 40 });
  });

  test("illisibles sont refusés, avec leur nom", async () => {
    const faux = join(dossier, "lot-faux.parquet");
    writeFileSync(faux, "ceci n'est pas du parquet");
    await expect(tables([], { lots: [{ fichier: faux }] })).rejects.toThrow("lot-faux.parquet");
    await expect(tables([], { lots: [{ fichier: join(dossier, "absent.csv") }] })).rejects.toThrow("absent.csv");
  });
});
