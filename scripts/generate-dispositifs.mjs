// Writes src/generated/dispositifs.ts: the files of dispositifs/, checked against their schema and against what they name.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";
import { checkBilan } from "./check-bilan.mjs";

const root = new URL("../", import.meta.url);
const readRoot = (path) => readFile(new URL(path, root), "utf8");
const readYaml = async (path) => parse(await readRoot(path));

/** Throws when a dispositif names a phase, a step, a parameter or a reference that does not exist. */
function checkNames({ parcours, fiche, nationales = [] }, known) {
  const phases = new Set(parcours.phases.map(({ id }) => id));
  const steps = [...parcours.etapes, ...(fiche?.etapes ?? [])];
  const ids = new Set(steps.map(({ id }) => id));
  if (ids.size < steps.length) throw new Error("deux étapes portent le même id");
  const mustBe = (set, name, what) => {
    if (name !== undefined && !set.has(name)) throw new Error(`${what} inconnu(e) : ${name}`);
  };
  for (const { phase, delai, reference, documents = [] } of [...steps, fiche?.semestriel ?? {}]) {
    mustBe(phases, phase, "phase");
    mustBe(known.parameters, delai, "paramètre");
    mustBe(known.references, reference, "référence");
    for (const document of documents) mustBe(known.references, document.reference, "référence");
  }
  mustBe(known.parameters, parcours.entree?.limite, "paramètre");
  for (const { fin_etape, reference } of parcours.phases) {
    mustBe(ids, fin_etape, "étape");
    mustBe(known.references, reference, "référence");
  }
  for (const { le, tous_les, reference } of nationales) {
    mustBe(known.parameters, le, "paramètre");
    mustBe(known.parameters, tous_les, "paramètre");
    mustBe(known.references, reference, "référence");
  }
}

/** @returns the text of src/generated/dispositifs.ts, without its header. */
export async function dispositifsModule() {
  const isDispositif = new Ajv({ allErrors: true, strictRequired: false }).compile(
    JSON.parse(await readRoot("schemas/dispositif.schema.json")),
  );
  const known = {
    parameters: new Set(Object.keys(await readYaml("legal/parametres.yaml"))),
    references: new Set(Object.keys(await readYaml("legal/references.yaml"))),
  };
  const dispositifs = {};
  for (const file of (await readdir(new URL("dispositifs/", root))).filter((name) => name.endsWith(".yaml")).sort()) {
    const data = await readYaml(`dispositifs/${file}`);
    if (!isDispositif(data)) throw new Error(`dispositifs/${file} : ${JSON.stringify(isDispositif.errors, null, 2)}`);
    if (file !== `${data.identifiant}.yaml`)
      throw new Error(`dispositifs/${file} : l'identifiant ${data.identifiant} n'est pas le nom du fichier`);
    try {
      checkNames(data, known);
      if (data.bilan !== undefined) checkBilan(data.bilan, { ...known, phases: data.parcours.phases.map(({ id }) => id) });
    } catch (error) {
      throw new Error(`dispositifs/${file} : ${error.message}`);
    }
    dispositifs[data.identifiant] = data;
  }
  return `export const dispositifs = ${JSON.stringify(dispositifs, null, 2)} as const;\n`;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  await mkdir(new URL("src/generated/", root), { recursive: true });
  const header = "// Généré par scripts/generate-dispositifs.mjs : ne pas modifier.\n";
  await writeFile(new URL("src/generated/dispositifs.ts", root), header + (await dispositifsModule()));
}
