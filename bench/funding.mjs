// cpro funding on a folder, against cpro validate on the same one; then a whole country of contracts computed in memory.
// `node funding.mjs [parcours] [rounds]`, after `npm run build`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure } from "./measure.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = `${here}../`;
const files = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 3);
const contracts = 100_000;

const folder = `${here}corpus/valid-${files}`;
mkdirSync(`${here}corpus`, { recursive: true });
if (!existsSync(folder))
  execFileSync(process.execPath, [`${root}scripts/generate-dossier.mjs`, "--parcours", String(files), "--seed", "1", folder]);

const day = ["--date", "2026-06-30"];
const cpro = (...args) => [process.execPath, process.env.CPRO_CLI ?? `${root}bin/cpro.js`, ...args];
const workbook = join(tmpdir(), `cpro-funding-${process.pid}.xlsx`);
const results = await measure(
  [
    { name: "validate, cold", command: cpro("validate", folder, "--format", "json", "--no-cache", ...day) },
    { name: "funding --format json", command: cpro("funding", folder, "--format", "json", ...day) },
    { name: "funding --format csv", command: cpro("funding", folder, "--format", "csv", ...day) },
    { name: "funding --paiements", command: cpro("funding", folder, "--paiements", ...day) },
    { name: "funding --format xlsx", command: cpro("funding", folder, "--format", "xlsx", "--output", workbook, "--force", ...day) },
  ],
  rounds,
);
const [validate] = results;
console.log(`\n${files} parcours, whole process (median of ${rounds} rounds in turn)`);
console.table(
  Object.fromEntries(
    results.map(({ name, seconds, megabytes }) => [
      name,
      { seconds: seconds.toFixed(2), "÷ validate": (seconds / validate.seconds).toFixed(2), "peak MB": Math.round(megabytes) },
    ]),
  ),
);

const inMemory = await measure(
  [{ name: "contracts", command: [process.execPath, `${here}funding-in-memory.mjs`, folder, String(contracts)] }],
  rounds,
);
const [{ megabytes, last }] = inMemory;
console.log(
  `\n${contracts} contracts in memory, the calculation alone: ${last.out.trim()}, peak of the process ${Math.round(megabytes)} MB`,
);
