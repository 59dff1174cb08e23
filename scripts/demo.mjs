// The main job on a real-size dossier: validate, fund, follow, publish. Each command is shown before it runs.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const day = ["--date", "2025-07-10"];
const workbook = "demo/tableau-de-bord-2025-S1.xlsx";
const steps = [
  ["validate", "fixtures/umih-hdf", ...day],
  ["funding", "fixtures/umih-hdf", ...day],
  ["progress", "fixtures/umih-hdf", ...day],
  ["dashboard", "fixtures/umih-hdf", "--semester", "2025-S1", "--sans-precedent", "--output", workbook, "--force", ...day],
];

if (!existsSync(`${root}dist/cli.js`)) {
  console.error("cpro n'est pas construit : lancez d'abord « npm ci ».");
  process.exit(2);
}
rmSync(`${root}demo`, { recursive: true, force: true });
for (const step of steps) {
  console.log(`\n$ cpro ${step.join(" ")}\n`);
  run(step);
}
console.log(`\nLe classeur est prêt : ${workbook}`);

/** The dossier of the demonstration has warnings and broken contracts, as in life: only a command that could not run stops it. */
function run(args) {
  try {
    execFileSync(process.execPath, ["bin/cpro.js", ...args], { cwd: root, stdio: "inherit" });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}
