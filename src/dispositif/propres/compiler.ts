import { _, Ajv } from "ajv";
import addFormats from "ajv-formats";
import { isDay } from "../../words/dates.ts";
import { isLegible } from "../../words/texte.ts";
import { ajvDe, enTempsLineaire } from "../ajv.ts";
import { annotations, lisible, type Noeud, sans } from "../assembler.ts";
import type { Kind, Schemas, Validator } from "../forme.ts";
import type { SchemaNode } from "../schema-node.ts";

/**
 * Makes validators of self-contained schemas, while the program runs: index.ts loads this room only for who has a dispositif of their own.
 * @throws Error on a schema that ajv does not want.
 */
export function compiler(schemas: Readonly<Record<"parcours", Noeud> & Partial<Record<Kind, Noeud>>>): Omit<Schemas, "exemple"> {
  const paquets = { Ajv, _, addFormats: addFormats.default };
  const ajv = ajvDe(paquets, { date: isDay, legible: isLegible }, { code: { process: enTempsLineaire } });
  const valider = (schema: Noeud): Validator => ajv.compile(lisible(sans([...annotations, "$id"], schema)) as Noeud) as Validator;
  const { parcours, fiche } = schemas;
  return {
    schemas: { parcours: parcours as SchemaNode, ...(fiche && { fiche: fiche as SchemaNode }) },
    validators: { parcours: valider(parcours), ...(fiche && { fiche: valider(fiche) }) },
  };
}
