import { type FaultyFile, readText } from "../../dossier/entry.ts";
import { linesOf, rangeOf } from "../../dossier/place.ts";
import type { Reading } from "../../dossier/reader/plain.ts";
import type { Source } from "../../dossier/source.ts";
import type { Validator } from "../forme.ts";
import type { SchemaNode } from "../schema-node.ts";
import type { Faute } from "../verifier/index.ts";
import { fauteJson } from "./json.ts";

/** A file of a dispositif that has its form: its data, and how to say what is wrong in it. */
export interface Lu {
  data: unknown;
  fautif(fautes: readonly Faute[]): FaultyFile[];
}

/** Reads a file and compares it with the form it is to have. */
export async function lire(source: Source, { schema, validator }: { schema: SchemaNode; validator: Validator }): Promise<Lu | FaultyFile> {
  const { file, bytes, refusal = refusJson(source) } = source;
  if (refusal !== undefined) return { file, bytes, refusal };
  // A tab is a blank to JSON, never to YAML, whose reader gives the places of both.
  const texte = bytes.toString();
  const reading = await readText(isJson(file) ? texte.replaceAll("\t", " ") : texte);
  if ("faults" in reading) return { file, bytes, yaml: reading.faults };
  const { data, places } = reading;
  if (validator(data))
    return { data, fautif: (fautes) => (fautes.length === 0 ? [] : [{ file, bytes, fautes: { told: fautes, places: unique(places) } }]) };
  const errors = (validator.errors ?? []).filter(({ keyword }) => keyword !== "if");
  return { file, bytes, shape: { kind: undefined, forme: { schema }, data, errors, places: unique(places) } };
}

const isJson = (file: string): boolean => file.endsWith(".json");

function refusJson({ file, bytes, refusal }: Source): FaultyFile["refusal"] {
  const faute = refusal === undefined && isJson(file) ? fauteJson(bytes.toString()) : undefined;
  if (faute === undefined) return refusal;
  const texte = bytes.toString();
  const at = Buffer.byteLength(texte.slice(0, faute.at));
  const lu = texte.slice(faute.at, faute.at + 1).trim();
  return {
    message: `Ce n'est pas du JSON bien formé : on attend ${faute.attendu}${lu === "" ? "" : `, et non « ${lu} »`}.`,
    advice: "JSON n'admet ni virgule finale, ni commentaire, ni guillemets simples.",
    range: rangeOf(linesOf(bytes), at, at + 1),
  };
}

/** The places are made once, however often they are asked for. */
function unique(places: Reading["places"]): Reading["places"] {
  let faites: ReturnType<Reading["places"]> | undefined;
  return () => {
    faites ??= places();
    return faites;
  };
}
