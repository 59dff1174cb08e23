import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../cli/run.ts";
import { atelier, contenu, importer, octetsDe } from "./atelier.ts";
import type { Parties } from "./corpus/parties.ts";
import { melangee, partiesDe } from "./fuzz/bases.ts";
import { classeur } from "./fuzz/classeur.ts";
import { contenus } from "./fuzz/contenus.ts";
import { formats } from "./fuzz/formats.ts";
import { hasard } from "./fuzz/hasard.ts";
import { leurresEtTypes } from "./fuzz/leurres.ts";
import { liens } from "./fuzz/liens.ts";
import { lignes } from "./fuzz/lignes.ts";
import type { Mutant, Mutation, Temoin } from "./fuzz/mutant.ts";
import { abimes, encodages } from "./fuzz/octets.ts";
import { zippe } from "./fuzz/paquet.ts";
import { places } from "./fuzz/places.ts";
import { racines } from "./fuzz/racines.ts";
import { textes } from "./fuzz/textes.ts";
import { valeurs } from "./fuzz/valeurs.ts";
import { zip } from "./fuzz/zip.ts";

/** By hand: CPRO_FUZZ=5000 says how many, CPRO_FUZZ_SEED from which seed. */
const COMBIEN = Number(process.env.CPRO_FUZZ ?? 200);
const GRAINE = Number(process.env.CPRO_FUZZ_SEED ?? 1);
/** Of computing, whatever share of the machine the test is given. */
const LONGTEMPS_EN_MS = 2000;

const mutations: [string, Mutation][] = Object.entries({
  ...valeurs,
  ...contenus,
  ...places,
  ...lignes,
  ...textes,
  ...formats,
  ...classeur,
  ...racines,
  ...liens,
  ...leurresEtTypes,
  ...encodages,
  ...abimes,
  ...zip,
});
const dossier = atelier("fuzz");
afterAll(() => rmSync(dossier, { recursive: true }));

const source = join(root, "fixtures/geiq-epe");
const attendu = contenu(source);
let bases: Parties[];

beforeAll(async () => {
  const parties = partiesDe(await octetsDe(source));
  bases = [parties, melangee(parties)];
});

async function lire(octets: Parties | Uint8Array) {
  const ici = join(dossier, "tour");
  rmSync(ici, { recursive: true, force: true });
  mkdirSync(ici);
  writeFileSync(join(ici, "classeur.xlsx"), octets instanceof Uint8Array ? octets : zippe(octets));
  const debut = process.cpuUsage();
  const { fin, out, err } = await importer(join(ici, "classeur.xlsx"), { output: join(ici, "sortie") });
  const { user, system } = process.cpuUsage(debut);
  return { fin, dit: out + err, fichiers: contenu(join(ici, "sortie")), ms: (user + system) / 1000 };
}

/** A cell, a sheet, a part or the file. */
const LIEU = /\p{L}'?!\$?[A-Z]+\d|(?:feuille|partie) «|[Cc]e classeur|classeur\.xlsx/u;

type Verdict = "mêmes fichiers" | "refusé" | "autre valeur, juste" | { faute: string };

async function juger({ octets, attendu: promis }: Mutant): Promise<Verdict> {
  const { fin, dit, fichiers, ms } = await lire(octets);
  if (ms > LONGTEMPS_EN_MS) return { faute: `${Math.round(ms)} ms` };
  if (isDeepStrictEqual(fichiers, {})) {
    if (fin === "clean" || !LIEU.test(dit)) return { faute: `rien n'est écrit, et rien ne dit où : ${dit}` };
    return promis === "memes" ? { faute: `refusé : ${dit}` } : "refusé";
  }
  if (typeof promis === "string") {
    if (promis === "refus") return { faute: `écrit : ${ecarts(fichiers, attendu)}` };
    return isDeepStrictEqual(fichiers, attendu) ? "mêmes fichiers" : { faute: `d'autres fichiers : ${ecarts(fichiers, attendu)}` };
  }
  const justes = await quiConviennent(promis);
  return isDeepStrictEqual(fichiers, justes)
    ? "autre valeur, juste"
    : { faute: `ce n'est pas ce que dit le classeur : ${ecarts(fichiers, justes)}` };
}

/** The files of the plainest writing; where no word can be put in the place of another (a choice), the text must say what it said. */
async function quiConviennent({ temoin, mis }: Temoin): Promise<unknown> {
  const { fichiers } = await lire(temoin);
  if (mis === undefined) return fichiers;
  if (isDeepStrictEqual(fichiers, {})) return attendu;
  const [mot, texte] = mis;
  return JSON.parse(JSON.stringify(fichiers).replaceAll(mot, () => JSON.stringify(texte).slice(1, -1)));
}

/** The first values that differ. */
function ecarts(un: unknown, autre: unknown): string {
  const parLignes = (valeur: unknown): string[] => JSON.stringify(valeur, null, 1).split("\n");
  const [uns, autres] = [new Set(parLignes(un)), new Set(parLignes(autre))];
  return [
    ...parLignes(un)
      .filter((l) => !autres.has(l))
      .slice(0, 3)
      .map((l) => `+${l}`),
    ...parLignes(autre)
      .filter((l) => !uns.has(l))
      .slice(0, 3)
      .map((l) => `-${l}`),
  ].join(" ");
}

/** The mutation of a seed, and its verdict; undefined when none of its draws finds anything to change. */
async function tour(graine: number): Promise<{ nom: string; verdict: Verdict } | undefined> {
  const [nom, mutation] = mutations[graine % mutations.length] ?? ["", () => undefined];
  const tirage = hasard(graine);
  for (let essai = 0; essai < 50; essai += 1) {
    const mutant = mutation(tirage.choix(bases), tirage);
    if (mutant === undefined) continue;
    const verdict = await juger(mutant).catch(
      (error: unknown): Verdict => ({ faute: `erreur interne : ${error instanceof Error ? error.stack : error}` }),
    );
    return { nom, verdict };
  }
  return undefined;
}

test("les classeurs de départ donnent les fichiers d'où ils viennent", async () => {
  for (const base of bases) expect((await lire(base)).fichiers).toEqual(attendu);
});

test(`${COMBIEN} classeurs dont une chose est changée : mêmes fichiers, refus avec sa place, ou ce que le classeur dit`, async () => {
  const comptes = new Map<string, number>();
  const fautes: string[] = [];
  const debut = performance.now();
  for (let graine = GRAINE; graine < GRAINE + COMBIEN; graine += 1) {
    const fait = await tour(graine);
    const quoi = fait === undefined ? "sans objet" : typeof fait.verdict === "string" ? fait.verdict : "faute";
    comptes.set(quoi, (comptes.get(quoi) ?? 0) + 1);
    if (typeof fait?.verdict === "object") fautes.push(`CPRO_FUZZ=1 CPRO_FUZZ_SEED=${graine} (${fait.nom}) : ${fait.verdict.faute}`);
  }
  if (process.env.CPRO_FUZZ !== undefined)
    process.stdout.write(
      `${[...comptes].map(([quoi, nombre]) => `${quoi} : ${nombre}`).join(", ")} ; ${Math.round((performance.now() - debut) / 1000)} s\n`,
    );
  expect(fautes).toEqual([]);
});
