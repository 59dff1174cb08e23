// cpro validate against schema validators: same parcours files, same schema, same run. The peers check the schema alone; cpro
// also runs its rules, across files too, and gives places.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { corpus, root, schema, sourcemeta } from "./corpus.mjs";
import { measure } from "./measure.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const files = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 5);

function competitors({ folder, parcours }) {
  const cache = `${here}corpus/cache`;
  const cpro = [process.execPath, `${root}bin/cpro.js`, "validate", folder, "--format", "json", "--date", "2026-06-30"];
  const peer = [sourcemeta, "validate", schema, "--continue", ...parcours];
  const hasPython = (() => {
    try {
      return execFileSync("python3", ["-c", "import jsonschema, yaml; yaml.CSafeLoader"], { stdio: "ignore" }) !== null;
    } catch {
      return false;
    }
  })();
  return [
    { name: "cpro, cold", command: [...cpro, "--no-cache"] },
    {
      name: "cpro, keeping its report",
      command: [...cpro, "--cache-dir", cache],
      before: () => rmSync(cache, { recursive: true, force: true }),
    },
    { name: "cpro, warm", command: [...cpro, "--cache-dir", cache] },
    ...(existsSync(sourcemeta)
      ? [
          { name: "@sourcemeta/jsonschema (positions)", command: peer },
          { name: "@sourcemeta/jsonschema --fast", command: [...peer, "--fast"] },
        ]
      : []),
    { name: "hyperjump", command: [process.execPath, `${here}peers/hyperjump.mjs`, schema, ...parcours] },
    ...(hasPython ? [{ name: "python3-jsonschema", command: ["python3", `${here}peers/validate.py`, schema, ...parcours] }] : []),
  ];
}

/** The files that a tool refuses: cpro says which in JSON, where a warning is no refusal; each peer names in its own way those it refuses. */
function refused({ out, notes }, planted) {
  if (!out.startsWith("{")) return planted.filter(({ file }) => `${out}${notes}`.includes(file));
  const errors = JSON.parse(out).diagnostics.filter(({ gravite }) => gravite === "erreur");
  return planted.filter(({ file, line }) => errors.some((each) => each.fichier.endsWith(file) && each.ligne === line));
}

mkdirSync(`${here}corpus`, { recursive: true });
for (const [title, options] of [
  ["all valid", []],
  // Faults that a schema sees, for the peers know no other.
  ["10 % faulty", ["--faulty", "10", "--faults", "schema"]],
]) {
  const data = corpus(title.includes("valid") ? "valid" : "faulty-schema", files, ...options);
  const planted = options.length > 0 ? JSON.parse(readFileSync(`${data.folder}/fautes.json`, "utf8")) : [];
  const results = await measure(competitors(data), rounds);
  const cold = results[0].seconds;
  console.log(`\n${files} parcours, ${title} (median of ${rounds} rounds in turn)`);
  console.table(
    Object.fromEntries(
      results.map(({ name, seconds, megabytes, last }) => [
        name,
        {
          seconds: seconds.toFixed(2),
          "cpro cold ÷ it": (cold / seconds).toFixed(2),
          "it ÷ cpro cold": (seconds / cold).toFixed(2),
          "peak MB": Math.round(megabytes),
          "faulty files found": `${refused(last, planted).length} / ${planted.length}`,
        },
      ]),
    ),
  );
}
