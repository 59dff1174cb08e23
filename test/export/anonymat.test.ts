import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lignes } from "../../src/dashboard/index.ts";
import { lignesDeLot } from "../../src/export/colonnes.ts";
import { computeLots, type Manifeste, type Source } from "../../src/export/index.ts";
import { riskReport } from "../../src/render/export/risque.ts";
import { lireSemestre } from "../../src/words/semestres.ts";
import { writeLots } from "../../src/workflows/export/write.ts";
import { silentIo } from "../cli/silent-io.ts";
import { dispositif } from "../dashboard/bilan.ts";
import { couts, documents, fichesDe, foule } from "../dashboard/dossier.ts";
import { kReel, lignesDuFichier, lReel, manifesteDuDossier } from "./lire.ts";

let dossier = "";
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-anonymat-"));
});
afterAll(() => rmSync(dossier, { recursive: true }));

const semestre = lireSemestre("2025-S1");
const signature = generateKeyPairSync("ed25519").privateKey;
const cle = Buffer.from("une clé d'essai, qui ne sert qu'aux essais");

/** The rows of an invented crowd, as the dashboard makes them. */
function sources(nombre: number, graine: number): Source[] {
  const docs = documents(foule(nombre, graine));
  const source = { parcours: docs, ineligibles: new Map(), couts: couts(nombre), fiches: fichesDe(foule(nombre, graine)) };
  return lignesDeLot(lignes(dispositif, source)).map((ligne, rang) => ({
    ...ligne,
    identifiant: `P-${rang}`,
    fiche: "FICHE-EXEMPLE",
  }));
}
const projets = [{ fiche: "FICHE-EXEMPLE", accepteLe: "2024-01-01", domaines: ["Propreté", "Hôtellerie"] }];

async function exporter(lignes: Source[], { k, format = "parquet" }: { k?: number; format?: "parquet" | "csv" } = {}) {
  const lots = computeLots({ lignes, projets, semestre, date: "2025-07-10", cle, ...(k && { k }) });
  const output = mkdtempSync(join(dossier, "lot-"));
  await writeLots(lots, { output, semestre, format, date: "2025-07-10", signature }, silentIo);
  const manifeste = manifesteDuDossier(output);
  const [annonce] = manifeste.lots as [Manifeste["lots"][number]];
  return { manifeste, annonce, lues: await lignesDuFichier(join(output, annonce.fichier)) };
}

function conclusionAttendue(k: number | null, l: number | null, demande = 3): string {
  if (k === null) return "aucune_ligne";
  return k >= demande && (l === null || l >= 2) ? "k_et_l_tiennent" : "donnees_personnelles_pseudonymisees";
}

describe("le k et le l annoncés", () => {
  test("sont ceux du fichier relu, quel que soit le dossier, et k atteint ce qu'on demande", async () => {
    const cas = fc.record({
      nombre: fc.integer({ min: 0, max: 60 }),
      graine: fc.integer(),
      k: fc.option(fc.integer({ min: 2, max: 7 }), { nil: undefined }),
      format: fc.constantFrom("parquet" as const, "csv" as const),
    });
    await fc.assert(
      fc.asyncProperty(cas, async ({ nombre, graine, k, format }) => {
        const { manifeste, annonce, lues } = await exporter(sources(nombre, graine), { format, ...(k && { k }) });
        expect(annonce.risque).toMatchObject({ k: kReel(lues, manifeste), l: lReel(lues, manifeste), k_demande: k ?? null });
        expect(annonce.parcours).toBe(lues.length);
        if (k !== undefined && annonce.risque.k !== null) expect(annonce.risque.k).toBeGreaterThanOrEqual(k);
        expect(annonce.risque.conclusion).toBe(conclusionAttendue(kReel(lues, manifeste), lReel(lues, manifeste), k));
      }),
      { numRuns: 30 },
    );
  });

  test("ne coûtent rien quand k tient déjà : le lot est le même qu'on le demande ou non", async () => {
    const pareils = sources(1, 3).flatMap((une) => Array.from({ length: 4 }, (_, rang) => ({ ...une, identifiant: `P-${rang}` })));
    const [sans, avec] = [await exporter(pareils), await exporter(pareils, { k: 4 })];
    expect(avec.lues).toEqual(sans.lues);
    expect(avec.annonce.risque).toMatchObject({ k: 4, laisses_de_cote: [] });
  });
});

describe("sans --k", () => {
  test("le rapport nomme les lignes seules à leurs heures et montants, et ne promet rien", async () => {
    const gens = [...sources(1, 3).flatMap((une) => Array.from({ length: 4 }, (_, rang) => ({ ...une, identifiant: `P-${rang}` })))];
    const seule = gens.map((une, rang) => (rang === 3 ? { ...une, depense_annexes: une.depense_annexes + 5000 } : une));
    const { annonce, manifeste, lues } = await exporter(seule);
    const montants = (ligne: Record<string, string>): string =>
      manifeste.colonnes.flatMap(({ nom, type }) => (type === "DOUBLE" ? [ligne[nom]] : [])).join();
    const attendues = lues.filter((une) => lues.filter((autre) => montants(autre) === montants(une)).length === 1);
    expect(attendues).toHaveLength(1);
    expect(annonce.risque).toMatchObject({ k: 1, seuls_aux_montants: [attendues[0]?.id] });
    const rapport = riskReport(manifeste);
    expect(rapport).toContain(`1 ligne sur 4 est seule à avoir ses heures et ses montants`);
    expect(rapport).toContain(attendues[0]?.id);
    expect(rapport).toMatch(/Données personnelles pseudonymisées/);
    expect(rapport).not.toMatch(/reconnaître personne/);
  });
});

describe("atteindre k", () => {
  const deuxCents = sources(200, 9);

  test("dit chaque valeur perdue, et ne garde que des valeurs vraies, ou des nombres communs à k lignes", async () => {
    const [sans, avec] = [await exporter(deuxCents), await exporter(deuxCents, { k: 3 })];
    const vraies = new Map(sans.lues.map((ligne) => [ligne.id, ligne]));
    const quasi = avec.manifeste.colonnes.filter(({ role }) => role === "quasi_identifiant");
    const perdues = avec.lues.flatMap((ligne) =>
      quasi.filter(({ nom }) => ligne[nom] !== vraies.get(ligne.id)?.[nom]).map((une) => ({ ...une, valeur: ligne[une.nom] })),
    );
    const pertes: Record<string, number> = {};
    for (const { nom } of perdues) pertes[nom] = (pertes[nom] ?? 0) + 1;
    for (const { nom, valeur } of perdues.filter(({ type }) => type !== "DOUBLE"))
      expect(valeur, nom).toBe(nom === "conclu_le" ? "avant-2025-S1" : "non_connu");
    expect(Object.fromEntries(avec.annonce.risque.laisses_de_cote.map(({ colonne, valeurs }) => [colonne, valeurs]))).toEqual(pertes);
    expect(avec.annonce.retenus + avec.lues.length).toBe(sans.lues.length);
    expect(Object.keys(pertes).length).toBeGreaterThan(3);
  });

  test("garde les heures et les montants au pas près, et leurs sommes à peu près", async () => {
    const [sans, avec] = [await exporter(deuxCents), await exporter(deuxCents, { k: 3 })];
    const gardes = new Set(avec.lues.map(({ id }) => id));
    for (const { nom } of avec.manifeste.colonnes.filter(({ type, nom: un }) => type === "DOUBLE" && un !== "cout")) {
      const pas = nom.startsWith("heures") ? 1 : 10;
      for (const ligne of avec.lues) expect(Number(ligne[nom]) % pas, nom).toBe(0);
      const somme = (lignes: typeof avec.lues): number => lignes.reduce((total, ligne) => total + Number(ligne[nom]), 0);
      const vraie = somme(sans.lues.filter(({ id }) => gardes.has(id)));
      expect(Math.abs(somme(avec.lues) - vraie), nom).toBeLessThanOrEqual(
        Math.max((nom.startsWith("heures") ? 0.2 : 0.1) * vraie, 10 * pas),
      );
    }
  });

  test("rend les montants communs avant l'âge et la région, les tranches avant les dates", async () => {
    const pareils = sources(60, 3)
      .slice(0, 1)
      .flatMap((une) =>
        Array.from({ length: 12 }, (_, rang) => ({
          ...une,
          identifiant: `P-${rang}`,
          id: `${rang}`,
          conclu_le: rang % 2 === 0 ? "2024-03-01" : "2023-11-02",
          rupture_le: null,
          jury_le: null,
          fin_parcours: null,
          depense_pedagogique: 100_000 + 11_100 * rang,
          heures_organisme: 12_300 + 700 * rang,
        })),
      );
    const { annonce, lues } = await exporter(pareils, { k: 3 });
    const perdues = annonce.risque.laisses_de_cote.map(({ colonne }) => colonne);
    expect(perdues.filter((nom) => !/^(heures|depense|cout)/.test(nom))).toEqual([]);
    expect(perdues).toEqual(expect.arrayContaining(["heures_organisme", "depense_pedagogique"]));
    expect(new Set(lues.map(({ conclu_le }) => conclu_le))).toEqual(new Set(["2024-S1", "2023-S2"]));
    const tranches = pareils.map((une, rang) => ({ ...une, certification: `RNCP${rang}` }));
    const autre = await exporter(tranches, { k: 3 });
    const perdu = autre.annonce.risque.laisses_de_cote.map(({ colonne }) => colonne);
    expect(perdu).toContain("certification");
    expect(perdu.filter((nom) => ["conclu_le", "tranche_age", "region"].includes(nom))).toEqual([]);
  });

  test("donne toujours le même lot, dans quelque ordre que soient les fichiers", async () => {
    const [un, autre] = [await exporter(deuxCents, { k: 3 }), await exporter(deuxCents.toReversed(), { k: 3 })];
    expect(autre.lues).toEqual(un.lues);
    expect(autre.annonce).toEqual(un.annonce);
  });

  test("laisse de côté l'inscription et les minima avec la situation, qu'ils rediraient", async () => {
    const { lues } = await exporter(deuxCents, { k: 7 });
    const sans = lues.filter(({ situation_avant }) => situation_avant === "non_connu");
    for (const ligne of sans) expect([ligne.inscription, ligne.minimum_social, ligne.rqth, ligne.prioritaire]).toEqual(["", "", "", ""]);
    expect(sans.length).toBeGreaterThan(0);
  });

  test("retient les parcours d'un semestre où il y en a trop peu, et le dit", async () => {
    const anciens = sources(200, 4).filter(({ conclu_le }) => (conclu_le ?? "") < "2025-01-01");
    const nouveau = sources(200, 4)
      .filter(({ conclu_le }) => (conclu_le ?? "") >= "2025-01-01" && (conclu_le ?? "") < "2025-07-01")
      .slice(0, 2);
    const { annonce, lues } = await exporter([...anciens, ...nouveau], { k: 3 });
    expect(annonce).toMatchObject({ retenus: 2, parcours: anciens.length });
    expect(lues.every(({ conclu_le }) => conclu_le !== "2025-S1")).toBe(true);
  });
});

test("les pseudonymes relient les semestres avec la même clé, et rien sans elle", () => {
  const rows = sources(30, 2);
  const ids = (autre: Uint8Array, id: string) => {
    const lots = computeLots({ lignes: rows, projets, semestre: lireSemestre(id), date: "2026-01-10", cle: autre });
    return lots.flatMap((lot) => lot.lignes.map((ligne) => ligne.id));
  };
  const [avant, apres] = [ids(cle, "2024-S2"), ids(cle, "2025-S1")];
  expect(avant.length).toBeGreaterThan(5);
  expect(apres).toEqual(expect.arrayContaining(avant));
  const ailleurs = new Set(ids(Buffer.from("une autre clé d'essai, tout aussi longue"), "2025-S1"));
  expect(apres.filter((id) => ailleurs.has(id))).toEqual([]);
});
