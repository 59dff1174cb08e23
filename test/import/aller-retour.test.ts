import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { drawDossier } from "../../scripts/generate/dossier.mjs";
import { shapeErrors } from "../../src/dispositif/forme.ts";
import { kindOf } from "../../src/dossier/kinds.ts";
import type { Dossier, FicheDocument, ParcoursDocument } from "../../src/dossier/load.ts";
import { lireClasseur, prevoir } from "../../src/import/index.ts";
import { templateXlsx } from "../../src/render/xlsx/template/index.ts";
import { champsDe } from "../../src/saisie/champs.ts";
import { remplir } from "../../src/saisie/template.ts";
import { catalogue, formes, modele } from "../modeles.ts";

const dossier = mkdtempSync(join(tmpdir(), "cpro-aller-retour-"));
afterAll(() => rmSync(dossier, { recursive: true }));

type Data = Record<string, unknown>;

/** What people write in free texts, and what a spreadsheet would gladly take for something else. */
const texte = fc
  .oneof(
    fc.constantFrom(
      "=1+1",
      "00123",
      "12/05/2024",
      "VRAI",
      "1e5",
      "-",
      "'oui",
      "#N/A",
      "é: ça # oui",
      "deux\nlignes",
      "  deux  mots ",
      "null",
      "+33 1",
      "@x",
      "EXEMPLE",
    ),
    fc.string({ unit: fc.constantFrom(..."abcÀéœ €«»:;,#-'\"()[]{}|>&*!%@`\\/=+0123456789\n\u00a0"), minLength: 1, maxLength: 60 }),
  )
  .map((one) => one.trim())
  .filter((one) => one !== "");

const libres = new Set(
  (["fiche", "parcours"] as const).flatMap((kind) =>
    champsDe(formes[kind])
      .filter(
        ({ type, schema, chemin }) =>
          type.startsWith("texte") && schema.format !== "email" && !["identifiant", "fiche", "regle"].includes(chemin.at(-1) ?? ""),
      )
      .map(({ chemin }) => `${kind}/${chemin.filter((pas) => pas !== "[]").join("/")}`),
  ),
);

/** The same document with some of its free texts changed, and identifiants of its own. */
function brouille(data: Data, graine: number, textes: readonly string[]): Data {
  const kind = kindOf(data);
  let rang = 0;
  const visite = (valeur: unknown, chemin: readonly string[]): unknown => {
    if (Array.isArray(valeur)) return valeur.map((each) => visite(each, chemin));
    if (typeof valeur === "object" && valeur !== null)
      return Object.fromEntries(Object.entries(valeur).map(([cle, each]) => [cle, visite(each, [...chemin, cle])]));
    if (typeof valeur !== "string" || !libres.has([kind, ...chemin].join("/"))) return valeur;
    rang += 1;
    return rang % 3 === 0 ? (textes[rang % textes.length] ?? valeur).slice(0, 60) : valeur;
  };
  const change = visite(data, []) as Data;
  return {
    ...change,
    identifiant: `${graine}/${data.identifiant}`,
    ...(data.fiche === undefined ? {} : { fiche: `${graine}/${data.fiche}` }),
  };
}

function documents(tous: readonly Data[]): Pick<Dossier, "fiches" | "parcours"> {
  const of = (kind: string): unknown =>
    tous.filter((data) => kindOf(data) === kind).map((data) => ({ file: "", bytes: Buffer.alloc(0), kind, data, modele }));
  return { fiches: of("fiche") as FicheDocument[], parcours: of("parcours") as ParcoursDocument[] };
}

const vide: Dossier = { fiches: [], parcours: [], demarches: [], faulty: [], ignored: [], lost: [], catalogue };

async function refait(tous: readonly Data[]): Promise<Data[]> {
  const fichier = join(dossier, "classeur.xlsx");
  writeFileSync(fichier, await templateXlsx(remplir(documents(tous), [modele]), "2025-06-30"));
  const lu = await lireClasseur(fichier, [modele]);
  expect(lu.problemes).toEqual([]);
  expect(lu.brouillons.flatMap(({ problemes }) => problemes)).toEqual([]);
  return prevoir(lu.brouillons, vide, { dossier: "x", update: false, vider: [] }).map(({ data }) => data);
}

/** 500 dossiers, 100 in each workbook: one workbook each would spend the time on its lists of codes. */
const [CLASSEURS, DOSSIERS] = [5, 100] as const;

test("500 dossiers tirés au sort, mis en classeur puis importés, donnent les mêmes données", async () => {
  let dossiers = 0;
  let parcours = 0;
  for (let classeur = 0; classeur < CLASSEURS; classeur += 1) {
    const tous: Data[] = [];
    for (let rang = 0; rang < DOSSIERS; rang += 1) {
      const graine = classeur * DOSSIERS + rang;
      const textes = fc.sample(texte, { seed: graine, numRuns: 20 });
      const faits = [...drawDossier({ parcours: 1 + (graine % 4), seed: graine, until: "2025-12-31" })];
      tous.push(...faits.map(({ data }) => brouille(JSON.parse(JSON.stringify(data)), graine, textes)));
      dossiers += 1;
    }
    const attendus = tous.filter((data) => shapeErrors(formes[kindOf(data) ?? "fiche"], data).length === 0);
    expect(attendus.length).toBe(tous.length);
    parcours += tous.filter((data) => kindOf(data) === "parcours").length;
    const obtenus = new Map((await refait(tous)).map((data) => [data.identifiant, data]));
    expect(obtenus.size).toBe(tous.length);
    for (const data of tous) expect(obtenus.get(data.identifiant)).toEqual(data);
  }
  expect(dossiers).toBe(500);
  expect(parcours).toBeGreaterThan(1000);
});
