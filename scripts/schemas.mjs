// The schemas of dispositifs/<id>/, made self-contained: what they take from schemas/commun.schema.json is put in them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { loadTs } from "./load-ts.mjs";

const root = new URL("../", import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const { assembler, renvois } = await loadTs("src/dispositif/assembler.ts");
const { etendre, etendreSchema } = await loadTs("src/dispositif/etendre.ts");

/** The folders of dispositifs/, in their order. */
export function dispositifsConnus() {
  return readdirSync(new URL("dispositifs/", root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`dispositifs/${entry.name}/dispositif.yaml`, root)))
    .map(({ name }) => name)
    .sort();
}

const readYaml = (path) => parse(readFileSync(new URL(path, root), "utf8"));

/** What the file of a dispositif says, whole: with what it takes from the one that it continues. */
export function dispositifDe(id) {
  const data = readYaml(`dispositifs/${id}/dispositif.yaml`);
  return data.etend === undefined ? data : etendre(dispositifDe(data.etend), data);
}

/**
 * The self-contained schemas of a dispositif: that of its parcours and, where it has one, that of its fiche; with what it takes from
 * the one that it continues.
 */
export function schemasDe(id) {
  const { etend } = readYaml(`dispositifs/${id}/dispositif.yaml`);
  if (etend !== undefined) {
    const parents = schemasDe(etend);
    return { ...parents, parcours: etendreSchema(parents.parcours, schemasPropres(id).parcours) };
  }
  return schemasPropres(id);
}

function schemasPropres(id) {
  const commun = readJson("schemas/commun.schema.json").$defs;
  const read = (kind) => {
    const path = `dispositifs/${id}/${kind}.schema.json`;
    return existsSync(new URL(path, root)) ? { [kind]: assembler(readJson(path), commun) } : {};
  };
  return { ...read("parcours"), ...read("fiche") };
}

/** The self-contained schema of what a structure does for itself, whatever the dispositif that it prepares. */
export function schemaDeDemarche() {
  return assembler(readJson("dispositifs/demarche.schema.json"), readJson("schemas/commun.schema.json").$defs);
}

/** The texts of the example of a dispositif, by their paths in it. */
export function exempleDe(id) {
  const folder = new URL(`dispositifs/${id}/exemple/`, root);
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

/** What editors are given: the schema without what only cpro reads. */
export function published(schema) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !key.startsWith("x-")));
}

/**
 * One schema for all parcours, which sends each to that of its dispositif: files may name it whatever they follow. Definitions that
 * several share stand once.
 * @param schemas those of the parcours, by dispositif. @param parDefaut the one that a file without the key follows.
 */
export function router(schemas, parDefaut) {
  const defs = {};
  const naming = new Map();
  // What refers to something that differs differs too.
  const isShared = (name, node) =>
    Object.values(schemas).every(({ $defs: { [name]: other = node } }) => same(other, node)) &&
    renvois(node).every((need) => Object.values(schemas).every(({ $defs }) => $defs[need] === undefined || isShared(need, $defs[need])));
  for (const [id, { $defs }] of Object.entries(schemas))
    for (const [name, node] of Object.entries($defs)) naming.set(`${id} ${name}`, isShared(name, node) ? name : `${id}_${name}`);
  for (const [id, { $defs, $schema: _, $id: __, ...whole }] of Object.entries(schemas)) {
    const renamed = (node) => withRefs(node, (name) => naming.get(`${id} ${name}`));
    for (const [name, node] of Object.entries($defs)) defs[naming.get(`${id} ${name}`)] = renamed(node);
    defs[`parcours_${id}`] = renamed(published(whole));
  }
  const ids = Object.keys(schemas);
  const follows = (id) => ({ properties: { dispositif: { const: id } }, ...(id === parDefaut ? {} : { required: ["dispositif"] }) });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://cpro.example/schemas/parcours.schema.json",
    title: "Parcours",
    description: "Le parcours d'un bénéficiaire, selon le dispositif qu'il suit : un bénéficiaire, un fichier.",
    type: "object",
    required: ["format"],
    properties: {
      format: { const: "cpro/parcours/1" },
      dispositif: { title: "Dispositif", description: `Le dispositif suivi ; ${parDefaut} si la clé est absente.`, enum: ids },
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    allOf: ids.map((id) => ({ if: follows(id), then: { $ref: `#/$defs/parcours_${id}` } })),
    $defs: defs,
  };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function withRefs(node, rename) {
  if (Array.isArray(node)) return node.map((each) => withRefs(each, rename));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" ? `#/$defs/${rename(value.split("/").at(-1)) ?? value.split("/").at(-1)}` : withRefs(value, rename),
    ]),
  );
}
