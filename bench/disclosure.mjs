// Secrecy of national dashboards: whole commands on generated dossiers, their time, memory and what they hide, against the same
// dashboards with nothing hidden. `npm run bench:disclosure -- [parcours…]` (50, 500 and 5 000 by default).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.mjs";

const root = new URL("../", import.meta.url).pathname;
const sizes = process.argv.slice(2).map(Number);
const work = mkdtempSync(join(tmpdir(), "cpro-bench-"));
const ROUNDS = 3;

/** What each command adds to `cpro dashboard`. */
const cases = {
  "rien de masqué": ["--diffusion", "interne"],
  "seuil 5": [],
  "seuil 11": ["--seuil", "11"],
  "seuil 5, par région": ["--by", "region"],
};

try {
  for (const size of sizes.length > 0 ? sizes : [50, 500, 5000]) await bench(size);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function bench(size) {
  const folder = join(work, String(size));
  execFileSync(process.execPath, [join(root, "scripts/generate-dossier.mjs"), "--parcours", size, "--seed", "1", folder], {
    stdio: "ignore",
  });
  const first = join(work, `${size}-avant.json`);
  const dashboard = (semester, date, output, options) =>
    [process.execPath, join(root, "bin/cpro.js"), "dashboard", folder, "--semester", semester, "--date", date, "--format", "json"].concat([
      "--force",
      "--output",
      output,
      ...options,
    ]);
  const [file, ...args] = dashboard("2025-S1", "2025-07-10", first, []);
  execFileSync(file, args, { stdio: "ignore" });
  const all = { ...cases, "seuil 5, après un semestre": ["--previous", first.replace(/\.json$/, ".diffusion.json")] };
  const outputs = Object.keys(all).map((_, index) => join(work, `${size}-${index}.json`));
  const results = await measure(
    Object.entries(all).map(([name, options], index) => ({ name, command: dashboard("2025-S2", "2026-01-10", outputs[index], options) })),
    ROUNDS,
  );
  console.log(`\n${size} parcours\n`);
  results.forEach(({ name, seconds, megabytes }, index) => {
    const { hidden, nonZero } = read(outputs[index]);
    const share = ((100 * hidden) / nonZero).toFixed(1);
    console.log(
      `  ${name.padEnd(28)} ${seconds.toFixed(2).padStart(6)} s ${megabytes.toFixed(0).padStart(5)} Mo  masqué : ${hidden} cases sur ${nonZero} non nulles, ${share} %`,
    );
  });
}

function read(file) {
  const cells = JSON.parse(readFileSync(file, "utf8")).tables.flatMap(({ cellules }) => cellules);
  return { hidden: cells.filter(({ secret }) => secret).length, nonZero: cells.filter(({ valeur }) => valeur !== 0).length };
}
