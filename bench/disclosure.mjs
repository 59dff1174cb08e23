// Secrecy of national dashboards: whole commands on generated dossiers, their time, memory, what they hide of cells and persons, or
// how far they round, against the same dashboards with nothing hidden; then the least that could be hidden in small tables.
// Usage: node bench/disclosure.mjs [--rounds N] [parcours…] (3 rounds; 50, 500 and 5 000 by default, 50 000 for those with time)
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median, run } from "./measure.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string", default: "3" } } });
const sizes = positionals.length > 0 ? positionals.map(Number) : [50, 500, 5000];
const work = mkdtempSync(join(tmpdir(), "cpro-bench-"));

/** What each command adds to `cpro dashboard`; `previous` stands for a half-year published in the same way. */
const cases = {
  "rien de masqué": ["--diffusion", "interne"],
  "seuil 5": [],
  "seuil 11": ["--seuil", "11"],
  "seuil 5, par région": ["--by", "region"],
  "seuil 11, par région": ["--by", "region", "--seuil", "11"],
  "seuil 5, après un semestre": ["previous"],
  "seuil 11, après un semestre": ["--seuil", "11", "previous"],
  "seuil 5, par région, après": ["--by", "region", "previous"],
  "seuil 11, par région, après": ["--by", "region", "--seuil", "11", "previous"],
  "arrondi à 5": ["--base", "5"],
  "arrondi à 10": ["--base", "10"],
  "arrondi à 5, par région": ["--base", "5", "--by", "region"],
  "arrondi à 5, après": ["--base", "5", "previous"],
};

try {
  for (const size of sizes) await bench(size);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log("\nPetits tableaux, contre l'optimum\n");
execFileSync(process.execPath, [join(root, "bench/optimum.mjs")], { stdio: "inherit" });

async function bench(size) {
  const folder = join(work, String(size));
  const generate = [join(root, "scripts/generate-dossier.mjs"), "--parcours", size, "--seed", "1", folder];
  execFileSync(process.execPath, generate, { stdio: "ignore" });
  const dashboard = (semester, date, output, options) =>
    [process.execPath, join(root, "bin/cpro.js"), "dashboard", folder, "--semester", semester, "--date", date, "--format", "json"].concat([
      "--force",
      "--output",
      output,
      ...options,
    ]);
  console.log(`\n${size} parcours\n`);
  const exact = new Map();
  for (const [name, given] of Object.entries(cases)) {
    const output = join(work, "tableau.json");
    const options = given.filter((option) => option !== "previous");
    if (options.length < given.length) {
      const [file, ...args] = dashboard("2025-S1", "2025-07-10", join(work, "avant.json"), options);
      execFileSync(file, args, { stdio: "ignore" });
      options.push("--previous", join(work, "avant.diffusion.json"));
    }
    const runs = [];
    for (let round = 0; round < Number(values.rounds); round += 1)
      runs.push(await run(dashboard("2025-S2", "2026-01-10", output, options)));
    const cells = read(output);
    const region = options.includes("--by");
    if (!exact.has(region)) exact.set(region, await trueCells(dashboard, region));
    const seconds = median(runs.map((each) => each.seconds)).toFixed(2);
    const processor = median(runs.map((each) => each.processor)).toFixed(1);
    const megabytes = Math.max(...runs.map((each) => each.megabytes)).toFixed(0);
    const failed = runs.some(({ code }) => code === 2) ? "  REFUSÉ" : "";
    console.log(
      `  ${name.padEnd(28)} ${seconds.padStart(6)} s (processeur ${processor.padStart(4)} s) ${megabytes.padStart(5)} Mo  ${lost(cells, exact.get(region))}${failed}`,
    );
  }
  rmSync(folder, { recursive: true });
}

async function trueCells(dashboard, region) {
  const output = join(work, "exact.json");
  const [file, ...args] = dashboard("2025-S2", "2026-01-10", output, ["--diffusion", "interne", ...(region ? ["--by", "region"] : [])]);
  execFileSync(file, args, { stdio: "ignore" });
  return read(output);
}

/** Each cell by its place. */
function read(file) {
  const { tables } = JSON.parse(readFileSync(file, "utf8"));
  return new Map(
    tables.flatMap(({ id, unite, cellules }) =>
      cellules.map(({ mesure, codes, valeur, secret }) => [JSON.stringify([id, mesure, codes]), { unite, valeur, secret }]),
    ),
  );
}

/** What readers lose: cells and persons hidden, and how far counts are from the truth. */
function lost(cells, exact) {
  const all = [...exact].filter(([, { valeur }]) => valeur);
  const hidden = all.filter(([place]) => cells.get(place)?.secret);
  const counted = (some) => some.filter(([, { unite }]) => ["contrats", "jurys", "bénéficiaires"].includes(unite));
  const persons = (some) => counted(some).reduce((sum, [, { valeur }]) => sum + valeur, 0);
  const gap = counted(all).reduce((sum, [place, { valeur }]) => sum + Math.abs((cells.get(place)?.valeur ?? valeur) - valeur), 0);
  const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  return `masqué : ${share(hidden.length, all.length)} des cases (${hidden.length} sur ${all.length}), ${share(persons(hidden), persons(all))} des personnes ; écart moyen ${(gap / Math.max(1, counted(all).length)).toFixed(2)}`;
}
