import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { attaquer, type Bilan } from "./attaque.ts";
import { type Parution, paraitre } from "./parutions.ts";
import type { Publie } from "./tables.ts";

/** How the records of earlier half-years are given to the next one. */
export const manieres = {
  tous: (releves: readonly string[]) => releves.map((un) => `--previous=${un}`),
  dernier: (releves: readonly string[]) => releves.slice(-1).map((un) => `--previous=${un}`),
  premier: (releves: readonly string[]) => releves.slice(0, 1).map((un) => `--previous=${un}`),
  aucun: () => [],
} as const;

export interface Chaine {
  /** The files as they are on the day of each half-year. */
  sources: readonly string[];
  semestres: readonly string[];
  maniere: keyof typeof manieres;
  /** Each file in a folder of its own, so that no record is found unless it is given. */
  separes?: true;
  coupe?: readonly string[];
  /** Options of each half-year, if any. */
  options?: readonly (readonly string[])[];
  revisions?: true;
  /** What has come out already of the first half-years, in folders of their own or here beside what follows. */
  deja?: readonly Parution[];
}

export interface Suite {
  parutions: Parution[];
  bilan: Bilan;
}

let travail: string | undefined;
/** A folder of this process, and how to remove it. */
export function atelier(): string {
  travail ??= mkdtempSync(join(tmpdir(), "cpro-attaque-"));
  return travail;
}
export function ranger(): void {
  if (travail !== undefined) rmSync(travail, { recursive: true });
  travail = undefined;
}

/** Publishes half-years one after the other, then attacks all that came out. */
export async function publierEtAttaquer({
  sources,
  semestres,
  maniere,
  separes,
  coupe = [],
  options = [],
  revisions,
  deja = [],
}: Chaine): Promise<Suite> {
  const dossier = mkdtempSync(join(atelier(), "chaine-"));
  const parutions = deja.map((une) => (separes ? une : copier(une, dossier)));
  for (const [rang, semestre] of semestres.entries()) {
    if (rang < deja.length) continue;
    const releves = parutions.filter(({ publie }) => publie !== undefined).map(({ releve }) => releve);
    parutions.push(
      await paraitre(sources[rang] ?? sources.at(-1) ?? "", {
        dossier: separes ? join(dossier, semestre) : dossier,
        semestre,
        coupe,
        options: [...manieres[maniere](releves), ...(options[rang] ?? [])],
      }),
    );
  }
  const sorties = parutions.filter((une): une is Parution & { publie: Publie } => une.publie !== undefined);
  const bilan = await attaquer({
    publie: { publies: sorties.map(({ publie }) => publie), ...(revisions && { revisions }) },
    vrai: { publies: sorties.map(({ vrai }) => vrai), ...(revisions && { revisions }) },
  });
  return { parutions, bilan };
}

/** The same file and its record in another folder. */
function copier(parution: Parution, dossier: string): Parution {
  const releve = join(dossier, basename(parution.releve));
  cpSync(parution.releve, releve);
  cpSync(parution.releve.replace(".diffusion", ""), releve.replace(".diffusion", ""));
  return { ...parution, releve };
}

/** Nothing is known of any small count, and the solver has answered every question. */
export const rien = { exactes: [], serrees: [], doutes: [] };
