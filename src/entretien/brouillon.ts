import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Forme } from "../dispositif/forme.ts";
import { bytesOf } from "../dossier/open.ts";
import { writeOutput } from "../dossier/write/output.ts";
import type { Reponses } from "./questions.ts";

const FORMAT = "cpro/brouillon/1";

/** Only its owner may read it: it holds personal data. */
const PRIVE = 0o600;

/** Where the answers of an interrupted interview are kept: one draft for each folder and form of document. */
export function fichierBrouillon(configFolder: string, dossier: string, { nom: forme }: Forme): string {
  const nom = createHash("sha256").update(resolve(dossier)).digest("hex").slice(0, 12);
  return join(configFolder, "brouillons", `${forme.replaceAll("/", "-")}-${nom}.json`);
}

export function garderBrouillon(fichier: string, reponses: Reponses): void {
  writeOutput(fichier, JSON.stringify({ format: FORMAT, reponses: [...reponses] }), { force: true, mode: PRIVE });
}

/** The answers kept; none when there are none, or when they were kept by a version that wrote them otherwise. */
export function lireBrouillon(fichier: string): Reponses | undefined {
  if (!existsSync(fichier)) return undefined;
  try {
    const { format, reponses } = JSON.parse(bytesOf(fichier).toString());
    return format === FORMAT && Array.isArray(reponses) ? new Map(reponses) : undefined;
  } catch {
    return undefined;
  }
}

export function jeterBrouillon(fichier: string): void {
  rmSync(fichier, { force: true });
}
