import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execaNode } from "execa";
import { cpro, root } from "../cli/run.ts";
import type { Publie } from "./tables.ts";

/** What one run of the command left: its file if it made one, and what it said. */
export interface Parution {
  code: number;
  err: string;
  publie: Publie | undefined;
  vrai: Publie;
  releve: string;
}

interface Voulu {
  /** Where its file goes: records beside it are found by the command itself. */
  dossier: string;
  semestre: string;
  options?: readonly string[];
  /** What both the published file and the true one are asked with. */
  coupe?: readonly string[];
}

/** An invented national dossier. */
export async function engendrer(dossier: string, parcours: number, graine: number): Promise<string> {
  await execaNode(`${root}scripts/generate-dossier.mjs`, ["--parcours", String(parcours), "--seed", String(graine), dossier]);
  return dossier;
}

/** The day after a half-year on which it is published. */
function jourDe(semestre: string): string {
  const [annee, rang] = semestre.split("-S").map(Number) as [number, number];
  return rang === 1 ? `${annee}-07-15` : `${annee + 1}-01-15`;
}

const vrais = new Map<string, Promise<Publie>>();

/** Made once for the same question. */
function vraiDe(question: readonly string[]): Promise<Publie> {
  const fait = vrais.get(question.join(" ")) ?? cpro(question).then(({ out }): Publie => JSON.parse(out));
  vrais.set(question.join(" "), fait);
  return fait;
}

/** The true numbers of a half-year. */
export function verite(source: string, semestre: string): Promise<Publie> {
  return vraiDe(["dashboard", source, "--semester", semestre, "--date", jourDe(semestre), "--format", "json", "--diffusion", "interne"]);
}

/** What a file has published. */
export function lirePublie(fichier: string): Publie {
  return JSON.parse(readFileSync(fichier, "utf8"));
}

/** Publishes a half-year as a person would, and makes its true numbers aside. */
export async function paraitre(source: string, { dossier, semestre, options = [], coupe = [] }: Voulu): Promise<Parution> {
  mkdirSync(dossier, { recursive: true });
  const fichier = join(dossier, `tableau-${semestre}.json`);
  const commun = ["dashboard", source, "--semester", semestre, "--date", jourDe(semestre), "--format", "json", ...coupe];
  const { code, err } = await cpro([...commun, ...options, "--output", fichier]);
  const vrai = await vraiDe([...commun, "--diffusion", "interne"]);
  const publie = existsSync(fichier) ? lirePublie(fichier) : undefined;
  return { code, err, publie, vrai, releve: join(dossier, `tableau-${semestre}.diffusion.json`) };
}

/** Numbers between 0 and 1, the same for a seed (xorshift). */
function hasardDe(graine: number): () => number {
  let etat = graine * 2_654_435_761 + 1;
  return () => {
    etat ^= etat << 13;
    etat ^= etat >>> 17;
    etat ^= etat << 5;
    return (etat >>> 0) / 2 ** 32;
  };
}

const parcoursDe = (dossier: string): string[] =>
  (readdirSync(dossier, { recursive: true }) as string[]).filter((nom) => /parcours[/\\].*\.ya?ml$/.test(nom)).sort();

/** The same dossier as it was known earlier: some files had not come yet, others said another sex or another age. */
export function commeAvant(source: string, vers: string, { graine, part }: { graine: number; part: number }): string {
  const alea = hasardDe(graine);
  cpSync(source, vers, { recursive: true });
  for (const nom of parcoursDe(source)) {
    const tirage = alea();
    const fichier = join(vers, nom);
    if (tirage < part / 2) rmSync(fichier);
    else if (tirage < part) {
      const texte = readFileSync(fichier, "utf8");
      const autre = texte.includes("sexe: femme")
        ? texte.replace("sexe: femme", "sexe: homme")
        : texte.replace("sexe: homme", "sexe: femme");
      writeFileSync(fichier, autre);
    }
  }
  return vers;
}

/** The dossiers of porteurs: each folder with a fiche. */
export function porteursDe(source: string): string[] {
  return (readdirSync(source, { recursive: true }) as string[])
    .filter((nom) => /fiche\.ya?ml$/.test(nom))
    .map((nom) => join(source, dirname(nom)))
    .sort();
}
