// How long a command takes to start, against node doing nothing.
import { fileURLToPath } from "node:url";
import { measure } from "./measure.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const cpro = (...args) => [process.execPath, `${root}bin/cpro.js`, ...args];
const results = await measure(
  [
    { name: "node -e 0", command: [process.execPath, "-e", "0"] },
    { name: "cpro --help", command: cpro("--help") },
    { name: "cpro validate one.yaml", command: cpro("validate", `${root}fixtures/geiq-epe/parcours/EPE-003.yaml`, "--no-cache") },
  ],
  Number(process.argv[2] ?? 15),
);
console.table(
  Object.fromEntries(
    results.map(({ name, seconds }) => [name, { ms: Math.round(seconds * 1000), ratio: (seconds / results[0].seconds).toFixed(2) }]),
  ),
);
