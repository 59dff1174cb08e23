// Writes src/generated/{acteurs,defaut,dispositifs,regles}.ts: the folders of dispositifs/, checked against their schema and against what they name.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import Ajv2020, { _ } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { loadTs } from "./load-ts.mjs";
import { dispositifDe, dispositifsConnus, schemaDeDemarche, schemasDe } from "./schemas.mjs";

const { ajvDe } = await loadTs("src/dispositif/ajv.ts");
const { verifierDispositif } = await loadTs("src/dispositif/verifier/index.ts");
const { isDay } = await loadTs("src/words/dates.ts");

const root = new URL("../", import.meta.url);
const readRoot = (path) => readFile(new URL(path, root), "utf8");
const readYaml = async (path) => parse(await readRoot(path));

/** All the values of a key, however deep it stands. */
function valuesOf(node, key) {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);
}

/** Every way to call rules: a family as a whole, and each rule, which is a file named by its id. */
async function patternsOfRules() {
  const folder = new URL("src/validate/rules/", root);
  const families = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const patterns = families.map(async ({ name }) => {
    const files = await readdir(new URL(`${name}/`, folder));
    return [`${name}/*`, ...files.map((file) => `${name}/${file.replace(/\.ts$/, "")}`)];
  });
  return (await Promise.all(patterns)).flat();
}

/** @returns the texts of the modules, without their header. */
async function modules() {
  const schema = JSON.parse(await readRoot("schemas/dispositif.schema.json"));
  const isDispositif = ajvDe({ Ajv: Ajv2020, _, addFormats }, { date: isDay, legible: () => true }).compile(schema);
  const acteurs = await readYaml("dispositifs/acteurs.yaml");
  const alentours = {
    acteurs: Object.keys(acteurs),
    parametres: await readYaml("legal/parametres.yaml"),
    references: Object.keys(await readYaml("legal/references.yaml")),
    regles: await patternsOfRules(),
  };
  const dispositifs = {};
  for (const folder of dispositifsConnus()) {
    const file = `dispositifs/${folder}/dispositif.yaml`;
    const dit = await readYaml(file);
    if (!isDispositif(dit)) throw new Error(`${file} : ${JSON.stringify(isDispositif.errors, null, 2)}`);
    if (dit.etend !== undefined && (await readYaml(`dispositifs/${dit.etend}/dispositif.yaml`)).etend !== undefined)
      throw new Error(`${file} : ${dit.etend} en étend lui-même un autre`);
    const data = dispositifDe(folder);
    if (!isDispositif(data)) throw new Error(`${file} : ${JSON.stringify(isDispositif.errors, null, 2)}`);
    if (folder !== data.identifiant) throw new Error(`${file} : l'identifiant ${data.identifiant} n'est pas le nom du dossier`);
    const fautes = verifierDispositif(data, { schema, schemas: { ...schemasDe(folder), demarche: schemaDeDemarche() }, alentours });
    if (fautes.length > 0) throw new Error(`${file} :\n${fautes.map(({ at, message }) => `${at.join("/")} : ${message}`).join("\n")}`);
    dispositifs[data.identifiant] = data;
  }
  const defaults = Object.values(dispositifs).filter(({ par_defaut }) => par_defaut);
  if (defaults.length !== 1) throw new Error("dispositifs/ : un dispositif et un seul est celui des fichiers qui n'en nomment aucun");
  const [parDefaut] = defaults;
  const tous = [parDefaut, ...Object.values(dispositifs)].flatMap((each) => [...Object.keys(each.acteurs), ...valuesOf(each, "qui")]);
  const asModule = (name, data) => `export const ${name} = ${JSON.stringify(data, null, 2)} as const;\n`;
  return {
    // Apart, for the help of a command must not load all the dispositifs.
    acteurs: `${asModule("acteursCommuns", acteurs)}\n${asModule("acteurs", [...new Set(tous)])}`,
    defaut: asModule("defaut", { identifiant: parDefaut.identifiant, libelle: parDefaut.libelle, article: parDefaut.article }),
    dispositifs: asModule("dispositifs", dispositifs),
    // What a dispositif of its user's own may call; the rules themselves load with the engine.
    regles: asModule("motifsDeRegles", alentours.regles),
  };
}

await mkdir(new URL("src/generated/", root), { recursive: true });
const header = "// Généré par scripts/generate-dispositifs.mjs : ne pas modifier.\n";
for (const [name, text] of Object.entries(await modules())) await writeFile(new URL(`src/generated/${name}.ts`, root), header + text);
