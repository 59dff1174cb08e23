// Writes src/generated/: what is derived from schemas/, legal/ and the kept nomenclature packages.
// Generated rather than read at run time so that a start needs no compilation, no YAML and no 13 MB package.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import Ajv, { _ } from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";
import { parse } from "yaml";
import { loadTs } from "./load-ts.mjs";
import { dispositifsConnus, exempleDe, published, router, schemaDeDemarche, schemasDe } from "./schemas.mjs";

const require = createRequire(import.meta.url);
const root = new URL("../", import.meta.url);
const generated = new URL("src/generated/", root);
const readRoot = (path) => readFile(new URL(path, root), "utf8");
const readText = (path) => readFileSync(new URL(path, root), "utf8");
const readYaml = async (path) => parse(await readRoot(path));
const header = "// Généré par scripts/generate-sources.mjs : ne pas modifier.\n";
const write = (name, text) => writeFile(new URL(name, generated), header + text);

const { annotations, lisible, sans } = await loadTs("src/dispositif/assembler.ts");
const { ajvDe, enTempsLineaire } = await loadTs("src/dispositif/ajv.ts");

/** The self-contained schemas of each dispositif. */
const schemas = Object.fromEntries(dispositifsConnus().map((id) => [id, schemasDe(id)]));
const parDefaut = dispositifsConnus().find((id) => parse(readText(`dispositifs/${id}/dispositif.yaml`)).par_defaut);

/** What cpro writes for other runs of itself: read back, it is checked before it is believed. */
const exchanged = {
  isDiffusion: { schema: "releve-de-diffusion", type: "Diffusion", from: "../dashboard/publication/diffusion.ts" },
  isPublie: { schema: "tableau-de-bord", type: "Publie", from: "../dashboard/publication/diffusion.ts" },
  isManifeste: { schema: "manifeste-de-lots", type: "Manifeste", from: "../export/manifeste.ts" },
};

/** The types of what files that name no dispositif hold; those of the others are read by their data alone. */
async function writeTypes() {
  // Titles would each name a type, and TypeScript cannot say conditions.
  const conditions = ["$id", "if", "then", "allOf", "title", "examples", "default", "enumDescriptions", "x-feuilles", "x-suffixe"];
  const options = { bannerComment: "", additionalProperties: false, format: false, declareExternallyReferenced: true };
  for (const [name, schema] of Object.entries(schemas[parDefaut])) {
    await write(`${name}.ts`, await compile({ ...sans(conditions, schema), title: schema.title }, schema.title, options));
  }
}

/** An ajv that writes code, where formats are those of the program. */
function makeAjv(options, Class = Ajv) {
  const formats = { date: () => true, legible: () => true };
  return ajvDe({ Ajv: Class, _, addFormats }, formats, { code: { source: true, esm: true, formats: _`formats` }, ...options });
}

/** ajv writes require() even in a module: bundling its few helpers leaves one plain module. */
async function moduleOf(code) {
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
  return bundled.outputFiles[0].text;
}

const TYPES = 'import type { Schemas } from "../../dispositif/forme.ts";\n\nexport declare const modele: Schemas;\n';

/** One module a dispositif, loaded when a file of it is met: its schemas, which messages quote, and their validators. */
async function writeModeles() {
  for (const [id, ofKinds] of Object.entries(schemas)) {
    const ajv = makeAjv({ allErrors: true });
    for (const [kind, schema] of Object.entries(ofKinds)) ajv.addSchema(lisible(sans([...annotations, "$id"], schema)), kind);
    const names = Object.fromEntries(Object.keys(ofKinds).map((kind) => [`is_${kind}`, kind]));
    const validators = Object.entries(names).map(([is, kind]) => `${kind}: ${is}`);
    const exported = `export const modele = { schemas: ${JSON.stringify(ofKinds)}, validators: { ${validators.join(", ")} }, exemple: ${JSON.stringify(exempleDe(id))} };\n`;
    await write(`modeles/${id}.js`, await moduleOf(`${enTempsLineaire(standaloneCode(ajv, names))}\n${exported}`));
    await write(`modeles/${id}.d.ts`, TYPES);
  }
  const loaders = Object.keys(schemas).map((id) => `  ${id}: async () => (await import("./modeles/${id}.js")).modele,\n`);
  const type = "Readonly<Record<string, () => Promise<Schemas>>>";
  await write(
    "modeles.ts",
    `import type { Schemas } from "../dispositif/forme.ts";\n\nexport const modeles: ${type} = {\n${loaders.join("")}};\n`,
  );
}

/** What a structure does for itself, loaded when a file of it is met. */
async function writeDemarche() {
  const schema = schemaDeDemarche();
  const conditions = ["$id", "title", "examples", "default", "enumDescriptions"];
  const options = { bannerComment: "", additionalProperties: false, format: false };
  const ajv = makeAjv({ allErrors: true });
  ajv.addSchema(lisible(sans([...annotations, "$id"], schema)), "demarche");
  const code = enTempsLineaire(standaloneCode(ajv, { validator: "demarche" }));
  await write("demarche.js", await moduleOf(`${code}\nexport const schema = ${JSON.stringify(schema)};\n`));
  const types = await compile({ ...sans(conditions, schema), title: schema.title }, schema.title, options);
  const imports = [
    'import type { Validator } from "../dispositif/forme.ts";',
    'import type { SchemaNode } from "../dispositif/schema-node.ts";',
  ];
  const declared = ["export declare const validator: Validator;", "export declare const schema: SchemaNode;"];
  await write("demarche.d.ts", `${[...imports, "", types, ...declared].join("\n")}\n`);
  await writeFile(new URL("schemas/demarche.schema.json", root), `${JSON.stringify(schema, null, 2)}\n`);
}

/** What editors and other programs read: one schema for all parcours, one for the fiche, made of those of the dispositifs. */
async function writePublished() {
  const parcours = router(Object.fromEntries(Object.entries(schemas).map(([id, { parcours: schema }]) => [id, schema])), parDefaut);
  await writeFile(new URL("schemas/parcours.schema.json", root), `${JSON.stringify(parcours, null, 2)}\n`);
  await writeFile(new URL("schemas/fiche-projet.schema.json", root), `${JSON.stringify(published(schemas[parDefaut].fiche), null, 2)}\n`);
}

/** The first fault is enough: nobody mends these by hand. */
async function writeExchanged() {
  const ajv = makeAjv({ allErrors: false });
  for (const { schema } of Object.values(exchanged)) {
    ajv.addSchema(lisible(sans(annotations, JSON.parse(await readRoot(`schemas/${schema}.schema.json`)))));
  }
  const ids = Object.entries(exchanged).map(([is, { schema }]) => [is, `https://cpro.example/schemas/${schema}.schema.json`]);
  const types = Object.entries(exchanged).map(([is, { type, from }]) => ({ is, type, from }));
  await write("echanges.js", await moduleOf(standaloneCode(ajv, Object.fromEntries(ids))));
  const imports = types.map(({ type, from }) => `import type { ${type} } from "${from}";\n`).join("");
  const exports = types
    .map(({ is, type }) => `export declare const ${is}: { (data: unknown): data is ${type}; errors?: ErrorObject[] | null };\n`)
    .join("");
  await write("echanges.d.ts", `import type { ErrorObject } from "ajv";\n${imports}${exports}`);
}

/** What a dispositif of its user's own is checked against, loaded when there is one: what its files must be, and what its schemas may take. */
async function writeDefinition() {
  const [dispositif, forme, commun] = await Promise.all(
    ["dispositif", "forme", "commun"].map(async (name) => JSON.parse(await readRoot(`schemas/${name}.schema.json`))),
  );
  const ajv = makeAjv({ allErrors: true }, Ajv2020);
  const checked = { isDispositif: dispositif, isForme: forme };
  for (const [is, schema] of Object.entries(checked)) ajv.addSchema(lisible(sans([...annotations, "$id"], schema)), is);
  const names = Object.fromEntries(Object.keys(checked).map((is) => [is, is]));
  const data = { dispositif, forme, commun: commun.$defs };
  const exported = Object.entries(data).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  await write("definition.js", await moduleOf(`${enTempsLineaire(standaloneCode(ajv, names))}\n${exported.join("")}`));
  const declared = [
    'import type { Noeud } from "../dispositif/assembler.ts";',
    'import type { Validator } from "../dispositif/forme.ts";',
    'import type { SchemaNode } from "../dispositif/schema-node.ts";',
    "",
    "export declare const isDispositif: Validator;",
    "export declare const isForme: Validator;",
    "export declare const dispositif: SchemaNode;",
    "export declare const forme: SchemaNode;",
    "export declare const commun: Noeud;",
  ];
  await write("definition.d.ts", `${declared.join("\n")}\n`);
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

await mkdir(new URL("modeles/", generated), { recursive: true });
await Promise.all([
  writeTypes(),
  writeModeles(),
  writePublished(),
  writeDemarche(),
  writeExchanged(),
  writeDefinition(),
  writeLegal(),
  writeVersion(),
  writeNomenclatures(),
]);
