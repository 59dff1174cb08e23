// Writes src/generated/: what is derived from schemas/, legal/ and the kept nomenclature packages.
// Generated rather than read at run time so that a start needs no compilation, no YAML and no 13 MB package.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import Ajv, { _ } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";
import { parse } from "yaml";

const require = createRequire(import.meta.url);
const root = new URL("../", import.meta.url);
const generated = new URL("src/generated/", root);
const readRoot = (path) => readFile(new URL(path, root), "utf8");
const readYaml = async (path) => parse(await readRoot(path));
const header = "// Généré par scripts/generate-sources.mjs : ne pas modifier.\n";
const write = (name, text) => writeFile(new URL(name, generated), header + text);

const schemas = {
  fiche: JSON.parse(await readRoot("schemas/fiche-projet.schema.json")),
  parcours: JSON.parse(await readRoot("schemas/parcours.schema.json")),
};

/** What cpro writes for other runs of itself: read back, it is checked before it is believed. */
const exchanged = {
  isDiffusion: { schema: "releve-de-diffusion", type: "Diffusion", from: "../dashboard/publication/diffusion.ts" },
  isPublie: { schema: "tableau-de-bord", type: "Publie", from: "../dashboard/publication/diffusion.ts" },
  isManifeste: { schema: "manifeste-de-lots", type: "Manifeste", from: "../export/manifeste.ts" },
};

/** The schema without the given keywords, wherever they stand; a property may bear a keyword's name ("titre", "if"), so maps of properties keep all their keys. */
function without(keywords, node, isMap = false) {
  if (Array.isArray(node)) return node.map((item) => without(keywords, item));
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(([key]) => isMap || !keywords.includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, without(keywords, value, !isMap && ["properties", "$defs"].includes(key))]));
}

async function writeTypes() {
  // Titles would each name a type, and TypeScript cannot say conditions.
  const conditions = ["$id", "if", "then", "allOf", "title", "examples", "default", "enumDescriptions"];
  const options = { bannerComment: "", additionalProperties: false, format: false, declareExternallyReferenced: true };
  for (const [name, schema] of Object.entries(schemas)) {
    await write(`${name}.ts`, await compile({ ...without(conditions, schema), title: schema.title }, schema.title, options));
  }
}

/** ajv's compares each item of a list with all the others when a reference says what they are; ours are texts and numbers. */
const uniqueItems = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  error: { message: "must not have duplicate items", params: _`{}` },
  code(cxt) {
    if (cxt.schema) cxt.fail(_`new Set(${cxt.data}).size < ${cxt.data}.length`);
  },
};

/** No text holds what XML or UTF-8 cannot, although YAML lets it in by an escape: said of all of them here, so that no field is forgotten. */
function withLegibleTexts(node) {
  if (Array.isArray(node)) return node.map(withLegibleTexts);
  if (node === null || typeof node !== "object") return node;
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withLegibleTexts(value)]));
  const isFree = node.type === "string" && node.enum === undefined && node.const === undefined && node.format === undefined;
  return isFree ? { ...inside, format: "legible" } : inside;
}

/** ajv copies all errors found so far at each item that has some: with a hundred thousand, for minutes. */
function inLinearTime(code) {
  const copies = /vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g;
  const linear = code.replaceAll(copies, "joined(vErrors, $1.errors)");
  if (linear === code || linear.includes(".concat(")) throw new Error("le code qu'ajv produit n'est plus celui qui était attendu");
  return `${linear}\nfunction joined(known, more) {\n  if (known === null) return more;\n  for (const error of more) known.push(error);\n  return known;\n}\n`;
}

/** The keywords used are the same in every draft; ajv's default one makes shorter code than its 2020-12 one. */
function makeAjv(options) {
  const ajv = new Ajv({
    messages: false,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, formats: _`formats` },
    ...options,
  });
  addFormats(ajv, ["email"]);
  ajv.removeKeyword("uniqueItems").addKeyword(uniqueItems);
  // Our own: ajv's makes five strings of each date, and a parcours has thirty of them.
  return ajv.addFormat("date", () => true).addFormat("legible", () => true);
}

const annotations = ["$schema", "title", "description", "examples", "default", "enumDescriptions"];

/** ajv writes require() even in a module: bundling its few helpers leaves one plain module. */
async function writeModule(name, code, types) {
  const bundled = await build({
    stdin: {
      contents: `import { isDay } from "./src/words/dates.ts";\nimport { isLegible } from "./src/words/texte.ts";\nconst formats = { date: isDay, legible: isLegible };\n${code}`,
      resolveDir: fileURLToPath(root),
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  });
  await write(`${name}.js`, bundled.outputFiles[0].text);
  const imports = types.map(({ type, from }) => `import type { ${type} } from "${from}";\n`).join("");
  const exports = types
    .map(({ is, type }) => `export declare const ${is}: { (data: unknown): data is ${type}; errors?: ErrorObject[] | null };\n`)
    .join("");
  await write(`${name}.d.ts`, `import type { ErrorObject } from "ajv";\n${imports}${exports}`);
}

async function writeValidators() {
  const ajv = makeAjv({ allErrors: true });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(withLegibleTexts(without([...annotations, "$id"], schema)), name);
  await writeModule("validators", inLinearTime(standaloneCode(ajv, { isFiche: "fiche", isParcours: "parcours" })), [
    { is: "isFiche", type: "FicheProjet", from: "./fiche.ts" },
    { is: "isParcours", type: "Parcours", from: "./parcours.ts" },
  ]);
}

/** The first fault is enough: nobody mends these by hand. */
async function writeExchanged() {
  const ajv = makeAjv({ allErrors: false });
  for (const { schema } of Object.values(exchanged)) {
    ajv.addSchema(withLegibleTexts(without(annotations, JSON.parse(await readRoot(`schemas/${schema}.schema.json`)))));
  }
  const ids = Object.entries(exchanged).map(([is, { schema }]) => [is, `https://cpro.example/schemas/${schema}.schema.json`]);
  const types = Object.entries(exchanged).map(([is, { type, from }]) => ({ is, type, from }));
  await writeModule("echanges", standaloneCode(ajv, Object.fromEntries(ids)), types);
}

async function writeLegal() {
  const references = await readYaml("legal/references.yaml");
  const parameters = await readYaml("legal/parametres.yaml");
  for (const [name, { values }] of Object.entries(parameters)) {
    for (const { reference } of values) if (!references[reference]) throw new Error(`${name}: référence inconnue ${reference}`);
  }
  await write(
    "legal.ts",
    `export const references = ${JSON.stringify(references, null, 2)} as const;\n\nexport const parameters = ${JSON.stringify(parameters, null, 2)} as const;\n`,
  );
}

/** The schemas as a module: messages quote their titles, and a bundle cannot look for files beside itself. */
async function writeSchemas() {
  const entries = Object.entries(schemas).map(([name, schema]) => `export const ${name}Schema = ${JSON.stringify(schema)};\n`);
  await write("schemas.ts", entries.join(""));
}

/** The version, and a name for the program's very text: a report kept by another build is not this one's. */
async function writeVersion() {
  const { version } = JSON.parse(await readRoot("package.json"));
  const sources = ["src", "schemas", "legal", "dispositifs"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const hash = createHash("sha256");
  for (const name of sources.filter((each) => /\.(ts|json|yaml)$/.test(each) && !each.includes("generated")).sort())
    hash.update(name).update(await readRoot(name));
  await write(
    "version.ts",
    `export const version = ${JSON.stringify(version)};\nexport const build = ${JSON.stringify(hash.digest("hex").slice(0, 16))};\n`,
  );
}

async function writeNomenclatures() {
  const territories = (file) => require(`@etalab/decoupage-administratif/data/${file}.json`);
  const naf = require("@socialgouv/codes-naf").filter(({ id }) => /^\d\d\.\d\d[A-Z]$/.test(id));
  const departements = Object.fromEntries(territories("departements").map(({ code, nom, region }) => [code, { nom, region }]));
  const regions = Object.fromEntries(territories("regions").map(({ code, nom }) => [code, nom]));
  const asModule = (name, data, type) => `export const ${name}: ${type} = ${JSON.stringify(data)};\n`;
  await write(
    "nomenclatures.ts",
    asModule("naf", Object.fromEntries(naf.map(({ id, label }) => [id, label])), "Record<string, string>") +
      asModule("departements", departements, "Record<string, { nom: string; region: string }>") +
      asModule("regions", regions, "Record<string, string>"),
  );
}

await mkdir(generated, { recursive: true });
await Promise.all([writeTypes(), writeValidators(), writeExchanged(), writeLegal(), writeSchemas(), writeVersion(), writeNomenclatures()]);
