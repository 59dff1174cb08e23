// Writes src/generated/examples.ts: for each rule, the lines of its fixtures where the rule speaks, wrong then right.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const fixtures = `${root}fixtures/rules`;
const AROUND = 2;

/** The lines around a place, without the blank that they all begin with. */
function excerpt(lines, index) {
  const kept = lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).filter((line) => line.trim() !== "");
  const margin = Math.min(...kept.map((line) => /^ */.exec(line)[0].length));
  return kept.map((line) => line.slice(margin)).join("\n");
}

/** `ko.txt` says `line:column severity rule`, after the file's name when the fixture is a folder. */
function expectedPlace(rule) {
  const [first = ""] = readFileSync(`${fixtures}/${rule}/ko.txt`, "utf8").split("\n");
  const [, file, line] = /^(?:(.*\.ya?ml):)?(\d+):\d+ /.exec(first) ?? [];
  return line === undefined ? undefined : { file, line: Number(line) };
}

function textOf(rule, state, file) {
  const path = [`${fixtures}/${rule}/${state}.yaml`, `${fixtures}/${rule}/${state}/${file}`].find(
    (each) => existsSync(each) && statSync(each).isFile(),
  );
  return path === undefined ? undefined : readFileSync(path, "utf8").split("\n");
}

function exampleOf(rule) {
  const place = expectedPlace(rule);
  const wrong = place && textOf(rule, "ko", place.file);
  if (wrong === undefined) return undefined;
  const index = place.line - 1;
  const key = /^\s*(?:- )?[\w]+:/.exec(wrong[index])?.[0];
  const right = textOf(rule, "ok", place.file) ?? [];
  // The same key, the one nearest to the same line.
  const same = right
    .flatMap((line, at) => (key !== undefined && line.startsWith(key) ? [at] : []))
    .sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
  return { ko: excerpt(wrong, index), ...(same[0] === undefined ? {} : { ok: excerpt(right, same[0]) }) };
}

const rules = readdirSync(fixtures).sort();
const examples = Object.fromEntries(rules.flatMap((rule) => [[rule, exampleOf(rule)]]).filter(([, example]) => example !== undefined));
const type = "Record<string, { ko: string; ok?: string }>";
writeFileSync(
  `${root}src/generated/examples.ts`,
  `// Généré par scripts/generate-examples.mjs : ne pas modifier.\nexport const examples: ${type} = ${JSON.stringify(examples, null, 2)};\n`,
);
