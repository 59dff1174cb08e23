// What the benchmarks of validation read, and the peer that most of them run.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
export const root = `${here}../`;
export const schema = `${root}schemas/parcours.schema.json`;
export const sourcemeta = `${here}node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-${process.platform}-${process.arch === "x64" ? "x86_64" : "arm64"}`;

/** A dossier of so many parcours, made once: its folder, and the files that the schema of parcours is for. */
export function corpus(name, files, ...options) {
  const folder = `${here}corpus/${name}-${files}`;
  if (!existsSync(folder))
    execFileSync(process.execPath, [`${root}scripts/generate-dossier.mjs`, "--parcours", String(files), "--seed", "1", ...options, folder]);
  const parcours = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /parcours[\\/].*\.yaml$/.test(path));
  return { folder, parcours: parcours.map((path) => `${folder}/${path}`) };
}
