// Same bytes before and after: runs every command in every format with two builds, on all fixtures and on a generated dossier, and
// says what differs. `node scripts/compare-outputs.mjs <root of the other build>`
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCases } from "./rule-cases.mjs";

const DATE = ["--date", "2026-06-30"];
const here = fileURLToPath(new URL("../", import.meta.url));
const other = process.argv[2];
if (other === undefined) throw new Error("give the root of the build to compare with");

const work = mkdtempSync(join(tmpdir(), "cpro-compare-"));
const dossier = join(work, "genere");
run(process.execPath, [join(here, "scripts/generate-dossier.mjs"), "--parcours", "300", "--seed", "7", "--faulty", "5", dossier], work);

// Keys are drawn: both builds are given the same.
const keys = ["cle.txt", "cle.txt.signature.pem", "cle.txt.publique.pem"];
run(process.execPath, [join(here, "bin/cpro.js"), "export", dossier, "--semester", "2025-S1", ...DATE, "--key-file", "cle.txt"], work);

const differences = [];
const commands = [...onDossier(), ...onFixtures(), ...onNothing()];
try {
  for (const [name, paths, steps] of commands) compare(name, paths, steps);
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(differences.length === 0 ? `${commands.length} suites de commandes : mêmes octets` : differences.join("\n"));
process.exitCode = differences.length === 0 ? 0 : 1;

/** Commands on a copy of some files, one after the other in one folder. */
function onDossier() {
  const cas = [
    ["genere", dossier],
    ["umih-hdf", join(here, "fixtures/umih-hdf")],
    ["geiq-epe", join(here, "fixtures/geiq-epe")],
  ];
  return cas.flatMap(([name, source]) => suites().map(([kind, ...steps]) => [`${name} ${kind}`, { d: source }, steps]));
}

function suites() {
  const each = (command, formats, ...rest) => formats.map((format) => [command, "d", "--format", format, ...DATE, ...rest]);
  const dashboard = (semester, ...rest) => ["dashboard", "d", "--semester", semester, ...DATE, "--output", `${semester}.xlsx`, ...rest];
  return [
    ["validate", ...each("validate", ["text", "json", "sarif"], "--no-cache", "--infos"), ["validate", "d", "--strict", ...DATE]],
    [
      "funding",
      ...each("funding", ["table", "json", "csv"]),
      ["funding", "d", "--format", "xlsx", "--output", "f.xlsx", ...DATE],
      ...["fiche", "opco", "annee"].map((by) => ["funding", "d", "--by", by, ...DATE]),
      ["funding", "d", "--explain", ...DATE],
      ["funding", "d", "--compare-lectures", ...DATE],
      ["funding", "d", "--paiements", ...DATE],
      ["funding", "d", "--prevision", ...DATE],
    ],
    [
      "progress",
      ...each("progress", ["table", "json", "csv", "html", "ics"]),
      ["progress", "d", "--late", ...DATE],
      ["progress", "d", "--within", "3 mois", ...DATE],
    ],
    ["dashboard", dashboard("2025-S1", "--sans-precedent"), dashboard("2025-S2")],
    ["dashboard region", dashboard("2025-S1", "--sans-precedent", "--by", "region", "--seuil", "11", "--secret-groupes")],
    ["dashboard arrondi", dashboard("2025-S1", "--sans-precedent", "--secret", "arrondi"), dashboard("2025-S2", "--secret", "arrondi")],
    ["dashboard inites", dashboard("2025-S1", "--sans-precedent", "--inites", "tous", "--by", "region")],
    [
      "dashboard formats",
      ...["html", "json", "csv", "parquet"].map((format) => [
        "dashboard",
        "d",
        "--semester",
        "2025-S1",
        "--sans-precedent",
        ...DATE,
        "--format",
        format,
        "--output",
        `x-${format}/x.${format}`,
      ]),
      ["dashboard", "d", "--semester", "2025-S2", ...DATE, "--diffusion", "interne", "--by", "region", "--format", "json"],
      ["dashboard", "d", "--semester", "2025-S1", ...DATE, "--sql"],
    ],
    ["dashboard advise", ["dashboard", "d", "--semester", "2025-S1", ...DATE, "--advise"]],
    ["export", ["export", "d", "--semester", "2025-S1", ...DATE, "--format", "csv", "--key-file", "cle.txt", "--output", "lots"]],
    [
      "lots",
      ["export", "d", "--semester", "2025-S1", ...DATE, "--k", "3", "--key-file", "cle.txt", "--output", "lots"],
      ["dashboard", "lots", "--semester", "2025-S1", "--sans-precedent", ...DATE, "--output", "t.xlsx"],
    ],
    [
      "saisie",
      ["template", "--from", "d", "--output", "s.xlsx", ...DATE],
      ["import", "s.xlsx", "--output", "relu", ...DATE],
      ["import", "s.xlsx", "--output", "d", "--update", "--yes", ...DATE],
    ],
  ];
}

function onFixtures() {
  const cases = join(work, "regles");
  writeCases(cases);
  const sources = [
    ["erreurs", join(here, "fixtures/erreurs")],
    ["regles", cases],
  ];
  return sources.map(([name, source]) => [
    name,
    { d: source },
    ["text", "json", "sarif"].map((format) => ["validate", "d", "--no-cache", "--infos", "--format", format, ...DATE]),
  ]);
}

function onNothing() {
  const words = ["validate", "funding", "progress", "dashboard", "export", "import", "template", "init", "new", "explain", "completion"];
  const explain = ["text", "json", "markdown"].map((format) => ["explain", "--format", format, ...DATE]);
  const shells = ["bash", "zsh", "fish", "powershell"].map((shell) => ["completion", shell]);
  return [
    ["aide", {}, [["--help"], ...words.map((word) => [word, "--help"]), ...explain, ...shells, ["man"]]],
    ["init", {}, [["init", "neuf"], ["validate", "neuf"], ["template"], ["dashboard", "--semester", "2025-S1", "--dictionary"]]],
  ];
}

function compare(name, paths, steps) {
  const [before, after] = [resolve(other), here].map((root, rank) => {
    const folder = join(work, String(rank), "essai");
    mkdirSync(folder, { recursive: true });
    for (const key of keys) cpSync(join(work, key), join(folder, key));
    for (const [to, from] of Object.entries(paths)) cpSync(from, join(folder, to), { recursive: true });
    const said = steps.map((args) => [args.join(" "), run(process.execPath, [join(root, "bin/cpro.js"), ...args], folder)]);
    const files = filesOf(folder);
    rmSync(folder, { recursive: true });
    return new Map([...said, ...files]);
  });
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(key) !== after.get(key)) differences.push(`${name} : ${key}\n${firstDifference(before.get(key), after.get(key))}`);
  }
}

function run(file, args, cwd) {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, env: { ...process.env, COLUMNS: "100", NO_COLOR: "1" }, maxBuffer: 1e9 });
  const clean = (text) =>
    String(text)
      .replaceAll(cwd, "<dossier>")
      .replaceAll(/work\/[01]\//g, "");
  return `${status}\n${clean(stdout)}\n--\n${clean(stderr)}`;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => [relative(folder, file), createHash("sha256").update(readFileSync(file)).digest("hex")]);
}

function firstDifference(before = "(rien)", after = "(rien)") {
  const [was, is] = [before.split("\n"), after.split("\n")];
  const rank = was.findIndex((line, at) => line !== is[at]);
  return `  - ${was[rank]?.slice(0, 200)}\n  + ${is[rank]?.slice(0, 200)}`;
}
