// Writes a realistic national dossier of any size, the same for the same seed: `npm run generate -- --parcours 5000 --seed 1 <dossier>`.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readArguments, usage } from "./generate/arguments.mjs";
import { drawDossier } from "./generate/dossier.mjs";
import { plantFaute } from "./generate/fautes.mjs";
import { createRandom } from "./generate/random.mjs";
import { toYaml } from "./generate/yaml.mjs";

try {
  const options = readArguments(process.argv.slice(2));
  openFolder(options.dir);
  const { fichiers, octets } = writeDossier(options);
  console.error(`${fichiers} fichiers écrits dans ${options.dir} (${Math.round(octets / fichiers / 100) / 10} ko en moyenne).`);
} catch (error) {
  console.error(`Erreur : ${error.message}\n\n${usage}`);
  process.exitCode = 2;
}

function openFolder(dir) {
  mkdirSync(dir, { recursive: true });
  if (readdirSync(dir).length > 0) throw new Error(`le dossier ${dir} n'est pas vide.`);
}

function writeDossier(options) {
  const random = createRandom(options.seed ^ 0x5eed);
  const plantees = [];
  const folders = new Set();
  let [fichiers, octets] = [0, 0];
  for (const { path, data } of drawDossier(options)) {
    const isFaulty = data.format === "cpro/parcours/1" && random.chance(options.faulty / 100);
    const planted = isFaulty ? plantFaute(random, data, options.faults) : { data };
    const { text, lines } = toYaml(planted.data);
    if (isFaulty) plantees.push({ file: path, kind: planted.kind, line: lines.get(planted.at), rule: planted.rule });
    write(join(options.dir, path), text, folders);
    fichiers += 1;
    octets += Buffer.byteLength(text);
  }
  if (options.faulty > 0) writeFileSync(join(options.dir, "fautes.json"), `${JSON.stringify(plantees, null, 2)}\n`);
  return { fichiers, octets };
}

function write(path, text, folders) {
  const folder = dirname(path);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(path, text);
}
