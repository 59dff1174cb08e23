// cpro dashboard on a national dossier of YAML files, against cpro validate on the same files, then on a country's anonymised
// rows, from parquet and from csv. Usage: node bench/dashboard.mjs [parcours] [rows] [rounds]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeLots } from "./lots.mjs";
import { measure } from "./measure.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = `${here}../`;
const [parcours, rows, rounds] = [process.argv[2] ?? 5000, process.argv[3] ?? 1_000_000, process.argv[4] ?? 3].map(Number);
const corpus = `${here}corpus`;
mkdirSync(corpus, { recursive: true });

const dossier = `${corpus}/valid-${parcours}`;
if (!existsSync(dossier))
  execFileSync(process.execPath, [`${root}scripts/generate-dossier.mjs`, "--parcours", String(parcours), "--seed", "1", dossier]);
const lots = { parquet: `${corpus}/lot-${rows}.parquet`, csv: `${corpus}/lot-${rows}.csv` };
if (!existsSync(lots.csv)) await writeLots(rows, lots);

const cpro = [process.execPath, `${root}bin/cpro.js`];
const interne = ["--diffusion", "interne", "--semester", "2026-S1", "--date", "2026-06-30", "--force"];
const out = (name) => ["--output", `${corpus}/tableau-${name}`];
const results = await measure(
  [
    { name: `validate, cold, ${parcours} YAML`, command: [...cpro, "validate", dossier, "--no-cache", "--date", "2026-06-30"] },
    { name: `dashboard xlsx, ${parcours} YAML`, command: [...cpro, "dashboard", dossier, ...interne, ...out("yaml.xlsx")] },
    {
      name: `dashboard json, ${rows} rows of parquet`,
      command: [...cpro, "dashboard", lots.parquet, ...interne, "--format", "json", ...out("parquet.json")],
    },
    {
      name: `dashboard json, ${rows} rows of csv`,
      command: [...cpro, "dashboard", lots.csv, ...interne, "--format", "json", ...out("csv.json")],
    },
  ],
  rounds,
);
for (const name of ["yaml.xlsx", "parquet.json", "csv.json"]) rmSync(`${corpus}/tableau-${name}`, { force: true });
const [{ seconds: validate }] = results;
console.log(`median of ${rounds} rounds in turn`);
console.table(
  Object.fromEntries(
    results.map(({ name, seconds, megabytes, last }) => [
      name,
      { seconds: seconds.toFixed(2), "÷ validate": (seconds / validate).toFixed(2), "peak MB": Math.round(megabytes), code: last.code },
    ]),
  ),
);
