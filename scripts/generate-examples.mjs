// Writes src/generated/examples.ts: for each rule, the lines of its fixtures where the rule speaks, wrong then right.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { casesOf, ruleIds } from "./rule-cases.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const AROUND = 2;

/** The lines around a place, without the blank that they all begin with. */
function excerpt(lines, index) {
  const kept = lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).filter((line) => line.trim() !== "");
  const margin = Math.min(...kept.map((line) => /^ */.exec(line)[0].length));
  return kept.map((line) => line.slice(margin)).join("\n");
}

/** Where a case first awaits the rule, with the file's name when it has several documents. */
function expectedPlace({ expected: [first = ""] }) {
  const [, file, line] = /^(?:(.*\.ya?ml):)?(\d+):\d+ /.exec(first) ?? [];
  return line === undefined ? undefined : { file, line: Number(line) };
}

/** The lines of a case's only document, or of the one that has this name. */
function linesOf(example, name) {
  return example?.documents.find(({ file }) => file === undefined || file === name)?.text.split("\n");
}

function exampleOf(rule) {
  const [ko, ok] = ["ko", "ok"].map((state) => casesOf(rule).find(({ name }) => name === state));
  const place = ko && expectedPlace(ko);
  const wrong = place && linesOf(ko, place.file);
  if (wrong === undefined) return undefined;
  const index = place.line - 1;
  const key = /^\s*(?:- )?[\w]+:/.exec(wrong[index])?.[0];
  const right = linesOf(ok, place.file) ?? [];
  // The same key, the one nearest to the same line.
  const same = right
    .flatMap((line, at) => (key !== undefined && line.startsWith(key) ? [at] : []))
    .sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
  return { ko: excerpt(wrong, index), ...(same[0] === undefined ? {} : { ok: excerpt(right, same[0]) }) };
}

const examples = Object.fromEntries(
  ruleIds()
    .flatMap((rule) => [[rule, exampleOf(rule)]])
    .filter(([, example]) => example !== undefined),
);
const type = "Record<string, { ko: string; ok?: string }>";
writeFileSync(
  `${root}src/generated/examples.ts`,
  `// Généré par scripts/generate-examples.mjs : ne pas modifier.\nexport const examples: ${type} = ${JSON.stringify(examples, null, 2)};\n`,
);
