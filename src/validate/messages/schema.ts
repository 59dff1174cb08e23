import type { ErrorObject } from "ajv";
import { type SchemaNode, schemaAt } from "../../dispositif/schema-node.ts";
import { dataAt, type Path, type Placed, pathOf, sourceAt } from "../../dossier/place.ts";
import { formatNumber, list } from "../../words/french.ts";
import { nearest } from "../../words/suggest.ts";
import { firstIllegible } from "../../words/texte.ts";
import type { Finding } from "../rule.ts";
import { cut, othersMessage } from "./cut.ts";
import { describeTrap } from "./value-traps.ts";

/** All that messages need of a form. */
interface Forme {
  schema: SchemaNode;
}

export interface SchemaFinding extends Finding {
  keyword: string;
  /** How many it stands for, when there are too many to tell them one by one. */
  number?: number;
}

/** What to say of a file that has not the shape of its forme: one message a fault, in the order of the schema. */
export function schemaMessages(forme: Forme, bytes: Buffer, placed: Placed, errors: readonly ErrorObject[]): SchemaFinding[] {
  const { told, others } = cut(onePlaceOne(withoutConsequences(errors)), () => "error");
  const findings = told.map((error) => describe(forme, bytes, placed, error));
  const many = others.map(({ first, ...rest }) => {
    const { keyword, at, on } = describe(forme, bytes, placed, first);
    return { keyword, at, ...(on && { on }), number: rest.number, ...othersMessage({ first, ...rest }) };
  });
  return [...findings, ...many];
}

/** One error a place: the others say the same in other words. */
function onePlaceOne(errors: readonly ErrorObject[]): ErrorObject[] {
  const places = new Map<string, ErrorObject>();
  for (const error of errors) {
    const { missingProperty = "", additionalProperty = "" } = error.params;
    const key = `${missingProperty}${additionalProperty}`;
    const place = key === "" ? error.instancePath : `${error.instancePath}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (!places.has(place)) places.set(place, error);
  }
  return [...places.values()];
}

/** A mistyped key is one fault, not an unknown key and a missing one. */
function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const unknown = new Map<string, string[]>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== "additionalProperties") continue;
    const keys = unknown.get(instancePath);
    if (keys === undefined) unknown.set(instancePath, [String(params.additionalProperty)]);
    else if (keys.length < MOST_LOOKED_AT) keys.push(String(params.additionalProperty));
  }
  const isMistyped = ({ instancePath, keyword, params }: ErrorObject): boolean =>
    keyword === "required" && (unknown.get(instancePath) ?? []).some((key) => nearest(key, [String(params.missingProperty)]));
  return errors.filter((error) => !isMistyped(error));
}

/** Among more unknown keys than this, a missing one is told whether or not it is among them. */
const MOST_LOOKED_AT = 100;

function describe(forme: Forme, bytes: Buffer, placed: Placed, { keyword, params, instancePath }: ErrorObject): SchemaFinding {
  const path = pathOf(instancePath, placed.data);
  if (keyword === "required" || keyword === "dependentRequired")
    return { keyword, ...missing(forme, path, String(params.missingProperty)) };
  if (keyword === "additionalProperties") return { keyword, ...unknownKey(forme, path, String(params.additionalProperty)) };
  const node = schemaAt(forme, path);
  const name = nameOf(node, path);
  if (params.format === "legible") return { keyword, at: path, ...illegible(name, dataAt(placed, path)) };
  const read = brief(sourceAt(bytes, placed, path));
  const trap = describeTrap(node, keyOf(path), read, dataAt(placed, path));
  if (trap !== undefined) return { keyword, at: path, ...trap };
  return { keyword, at: path, ...refused(keyword, params, node, name, read) };
}

function illegible(name: string, value: unknown): Pick<Finding, "message" | "hint"> {
  return {
    message: `${name} contient un caractère qui ne s'écrit pas (${firstIllegible(String(value))}).`,
    hint: "Retapez cette valeur ; de tels caractères viennent d'un copier-coller, ou d'un échappement comme « \\0 » entre guillemets doubles.",
  };
}

/** A long text is quoted by its beginning. */
function brief(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

const LONGEST_QUOTE = 200;

function missing(forme: Forme, parent: Path, key: string): Finding {
  const node = schemaAt(forme, [...parent, key]);
  const place = parent.length === 0 ? "" : ` dans « ${parent.findLast((step) => typeof step === "string")} »`;
  const example = node.examples?.[0];
  return {
    at: [...parent, key],
    message: `La clé « ${key} »${node.title ? ` (${node.title})` : ""} manque${place}.`,
    hint:
      example === undefined ? `Ajoutez la rubrique « ${key}: ».` : `Ajoutez une ligne, par exemple « ${key}: ${JSON.stringify(example)} ».`,
  };
}

function unknownKey(forme: Forme, parent: Path, key: string): Finding {
  const known = Object.keys(schemaAt(forme, parent).properties ?? {});
  const meant = nearest(brief(key), known);
  const hint = meant === undefined ? `Les clés admises ici sont : ${list(known, "et")}.` : `Vouliez-vous dire « ${meant} » ?`;
  return { at: [...parent, key], on: "key", message: `La clé « ${brief(key)} » est inconnue.`, hint };
}

function refused(keyword: string, params: Record<string, unknown>, node: SchemaNode, name: string, read: string): Omit<Finding, "at"> {
  const value = `« ${read} »`;
  const example = node.examples?.[0] === undefined ? "" : ` Exemple : ${JSON.stringify(node.examples[0])}.`;
  switch (keyword) {
    case "enum": {
      const choices = (node.enum ?? []).map(String);
      const meant = nearest(read, choices);
      const hint = meant === undefined ? "Choisissez l'une de ces valeurs." : `Vouliez-vous dire « ${meant} » ?`;
      return { message: `${value} n'est pas une valeur admise pour ${name} : on attend ${list(choices)}.`, hint };
    }
    case "type":
      return {
        message: `${read === "" ? `${name} est vide` : `${value} ne convient pas pour ${name}`} : on attend ${typeName(params.type)}.`,
        hint: `${node.description ?? ""}${example}`.trim(),
      };
    case "minimum":
      return {
        message: `${value} est trop petit pour ${name} : au moins ${formatNumber(Number(params.limit))}.`,
        hint: `${node.description ?? ""}${example}`.trim(),
      };
    case "maximum":
      return {
        message: `${value} est trop grand pour ${name} : au plus ${formatNumber(Number(params.limit))}.`,
        hint: `${node.description ?? ""}${example}`.trim(),
      };
    case "minLength":
      return { message: `${name} est vide.`, hint: `Donnez une valeur, ou retirez la ligne si elle est facultative.${example}` };
    case "maxLength":
      return { message: `${name} compte plus de ${formatNumber(Number(params.limit))} caractères.`, hint: "Abrégez ce texte." };
    case "minItems":
      return {
        message: `${name} compte trop peu d'éléments : au moins ${formatNumber(Number(params.limit))}.`,
        hint: node.description ?? "",
      };
    case "maxItems":
    case "maxProperties":
      return { message: `${name} compte trop d'éléments : au plus ${formatNumber(Number(params.limit))}.`, hint: node.description ?? "" };
    case "uniqueItems":
      return { message: `${name} : la même valeur figure deux fois dans la liste.`, hint: "Gardez-en une seule." };
    default:
      return {
        message: read === "" ? `${name} est vide.` : `${value} n'a pas la forme attendue pour ${name}.`,
        hint: `${node.description ?? ""}${example}`.trim(),
      };
  }
}

/** The last key on a path: an index says nothing to a reader. */
const keyOf = (path: Path): string => String(path.findLast((step) => typeof step === "string") ?? "le fichier");

function nameOf(node: SchemaNode, path: Path): string {
  const key = keyOf(path);
  return node.title === undefined ? `« ${key} »` : `« ${key} » (${node.title})`;
}

const typeNames: Record<string, string> = {
  string: "un texte",
  number: "un nombre",
  integer: "un nombre entier",
  boolean: "true ou false",
  object: "une rubrique avec ses clés, en retrait sur les lignes suivantes",
  array: "une liste, chaque élément précédé d'un tiret",
};

function typeName(type: unknown): string {
  const types = (Array.isArray(type) ? type : [type])
    .filter((each) => each !== "null")
    .map((each) => typeNames[String(each)] ?? String(each));
  return list(types);
}
