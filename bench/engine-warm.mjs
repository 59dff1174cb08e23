// How much of a check is the engine getting warm: a first check in a process, the same one again once all is compiled, and the whole
// time of a schema validator that gives no places. What it says is the least that cpro could take on one core.
import { checkPaths } from "../dist/index.js";
import { corpus, root, schema, sourcemeta } from "./corpus.mjs";
import { median, run } from "./measure.mjs";

const rounds = Number(process.argv[2] ?? 9);
const { folder, parcours } = corpus("valid", 5000);
const peer = [sourcemeta, "validate", schema, "--continue", "--fast", ...parcours];
const cpro = [process.execPath, `${root}bin/cpro.js`, "validate", folder, "--date", "2026-06-30", "--no-cache"];

async function checked() {
  const started = performance.now();
  await checkPaths([folder], { date: "2026-06-30", infos: false });
  return (performance.now() - started) / 1000;
}

const first = await checked();
for (let again = 0; again < 3; again += 1) await checked();
const results = [];
for (let round = 0; round < rounds; round += 1) {
  const fast = await run(peer);
  const cold = await run(cpro);
  const start = await run([process.execPath, "-e", "0"]);
  const warm = (await checked()) + start.seconds;
  results.push({ fast: fast.seconds, cold: cold.seconds, processor: cold.processor, warm });
}
const ratio = (name) => `${median(results.map((each) => each[name] / each.fast)).toFixed(2)} ×`;
console.log(`5000 parcours, all valid, ${rounds} rounds in turn; medians of the ratios to @sourcemeta/jsonschema --fast`);
console.table({
  "cpro, whole command": ratio("cold"),
  "its seconds of processor": ratio("processor"),
  "node's start and the same check, all compiled": ratio("warm"),
});
console.log(`first check in this process: ${first.toFixed(2)} s`);
