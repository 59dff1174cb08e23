// Writes src/generated/{acteurs,defaut,dispositifs}.ts: the folders of dispositifs/, checked against their schema and against what they name.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";
import { checkBilan } from "./check-bilan.mjs";
import { dispositifsConnus } from "./schemas.mjs";

const root = new URL("../", import.meta.url);
const readRoot = (path) => readFile(new URL(path, root), "utf8");
const readYaml = async (path) => parse(await readRoot(path));

/** All the values of a key, however deep it stands. */
function valuesOf(node, ...keys) {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) => [...(keys.includes(key) ? [value].flat() : []), ...valuesOf(value, ...keys)]);
}

const sums = /^calcul\/(.*)$/;
const commonSums = ["duree_mois", "heures_enseignement", "age"];

/** Throws when a dispositif names a rule, a phase, a step, an actor, a parameter or a reference that does not exist. */
function checkNames({ bilan, regles, ...dispositif }, known) {
  const { acteurs, cadre, droit, en_vigueur, parcours, fiche, parametres = {}, references = {}, regles_donnees = [] } = dispositif;
  const steps = [...parcours.etapes, ...(fiche?.etapes ?? [])];
  const mustBe = (names, found, what) => {
    for (const name of [found].flat()) if (name !== undefined && !names.includes(name)) throw new Error(`${what} inconnu(e) : ${name}`);
  };
  const mustDiffer = (items, what) => {
    const ids = items.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new Error(`${what} portent le même id`);
    return ids;
  };
  mustBe(
    known.rules,
    regles.map((pattern) => pattern.replace(/^-/, "")),
    "règle",
  );
  const phases = mustDiffer(parcours.phases, "deux phases");
  const ids = mustDiffer(steps, "deux étapes");
  mustDiffer(regles_donnees, "deux règles");
  // Its own names first, then those of the law.
  const figures = [...Object.keys(parametres), ...known.parameters];
  const sources = [...Object.keys(references), ...known.references];
  mustBe(
    phases,
    steps.map(({ phase }) => phase),
    "phase",
  );
  mustBe(
    ids,
    parcours.phases.map(({ fin_etape }) => fin_etape),
    "étape",
  );
  mustBe([...Object.keys(acteurs), ...known.actors], valuesOf(dispositif, "qui"), "acteur");
  mustBe(sources, valuesOf(dispositif, "reference"), "référence");
  const delays = valuesOf(dispositif, "delai", "tous_les").map((delay) => delay.replace(/^-/, ""));
  const bounds = valuesOf(dispositif, "au_plus", "au_moins").filter((bound) => typeof bound === "string");
  const days = Object.values(en_vigueur ?? {}).filter((day) => !/^\d/.test(day));
  mustBe(figures, [...delays, ...bounds, ...days, parcours.entree?.limite, droit?.au_plus_tot], "paramètre");
  mustBe(
    figures,
    (dispositif.nationales ?? []).map(({ le }) => le),
    "paramètre",
  );
  mustBe(["aucun", ...figures], cadre.plafond, "paramètre");
  const texts = JSON.stringify(dispositif).match(/calcul\/\w+/g) ?? [];
  mustBe(
    [...commonSums, ...Object.keys(parcours.calculs ?? {})],
    texts.map((text) => text.replace(sums, "$1")),
    "calcul",
  );
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
  const isDispositif = new Ajv({ allErrors: true, strictRequired: false, strictTypes: false }).compile(
    JSON.parse(await readRoot("schemas/dispositif.schema.json")),
  );
  const acteurs = await readYaml("dispositifs/acteurs.yaml");
  const known = {
    actors: Object.keys(acteurs),
    parameters: Object.keys(await readYaml("legal/parametres.yaml")),
    references: Object.keys(await readYaml("legal/references.yaml")),
    rules: await patternsOfRules(),
  };
  const dispositifs = {};
  for (const folder of dispositifsConnus()) {
    const file = `dispositifs/${folder}/dispositif.yaml`;
    const data = await readYaml(file);
    if (!isDispositif(data)) throw new Error(`${file} : ${JSON.stringify(isDispositif.errors, null, 2)}`);
    if (folder !== data.identifiant) throw new Error(`${file} : l'identifiant ${data.identifiant} n'est pas le nom du dossier`);
    try {
      checkNames(data, known);
      if (data.bilan !== undefined) checkBilan(data.bilan, { ...known, phases: data.parcours.phases.map(({ id }) => id) });
    } catch (error) {
      throw new Error(`${file} : ${error.message}`);
    }
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
  };
}

await mkdir(new URL("src/generated/", root), { recursive: true });
const header = "// Généré par scripts/generate-dispositifs.mjs : ne pas modifier.\n";
for (const [name, text] of Object.entries(await modules())) await writeFile(new URL(`src/generated/${name}.ts`, root), header + text);
