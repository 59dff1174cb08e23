import type { ErrorObject } from "ajv";
import type { SchemaNode } from "./schema-node.ts";

/** What a file is, by its `format:` line. */
export type Kind = "fiche" | "parcours";

/** What ajv makes of a schema: whether data has its shape; if not, `errors` says what it reproaches. */
export interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/** What a dispositif brings besides its file: its schemas, and what ajv makes of them. */
export interface Schemas {
  schemas: { parcours: SchemaNode; fiche?: SchemaNode };
  validators: { parcours: Validator; fiche?: Validator };
  /** The texts of a small dossier that reads like life, by their paths in it. */
  exemple: Readonly<Record<string, string>>;
}

/** The form that a kind of file has in a dispositif. */
export interface Forme {
  kind: Kind;
  /** The identifiant of the dispositif. */
  dispositif: string;
  /** What cells and files call it: « parcours » in the dispositif of files that name none, else « rae/parcours ». */
  nom: string;
  /** Self-contained. */
  schema: SchemaNode;
  validator: Validator;
}

/** What the first lines of a file of this form always say: its format, and its dispositif where files have to name it. */
export function constantesDe({ schema: { properties = {}, required = [] } }: Forme): Record<string, unknown> {
  const fixes = Object.entries(properties).filter(([cle, { const: valeur }]) => valeur !== undefined && required.includes(cle));
  return Object.fromEntries(fixes.map(([cle, { const: valeur }]) => [cle, valeur]));
}

/** What the schema reproaches, in its own words; nothing when the data has the shape of its kind. */
export function shapeErrors({ validator }: Pick<Forme, "validator">, data: unknown): ErrorObject[] {
  if (validator(data)) return [];
  // "if" only says that a condition led to another error of the list.
  return (validator.errors ?? []).filter(({ keyword }) => keyword !== "if");
}
