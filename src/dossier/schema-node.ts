import { ficheSchema, parcoursSchema } from "../generated/schemas.ts";
import type { Kind } from "./kinds.ts";
import type { Path } from "./place.ts";

/** What the schema says of one place: its name and help for a person, and what it accepts. */
export interface SchemaNode {
  title?: string;
  description?: string;
  examples?: readonly unknown[];
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  enum?: readonly (string | number)[];
  /** What each value of `enum` means, in the same order; editors show it too. */
  enumDescriptions?: readonly string[];
  const?: string | number;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  required?: readonly string[];
  if?: SchemaNode;
  then?: SchemaNode;
  allOf?: readonly SchemaNode[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  $ref?: string;
  /** Of a place that refers to one, the name of the definition: « montant », « siret »… */
  definition?: string;
  $defs?: Record<string, SchemaNode>;
}

const schemas: Record<Kind, SchemaNode> = { fiche: ficheSchema, parcours: parcoursSchema };

/** The schema of the place a path leads to; what stands beside a `$ref` prevails over what it refers to. */
export function schemaAt(kind: Kind, path: Path): SchemaNode {
  const root = schemas[kind];
  return path.reduce<SchemaNode>(
    (node, step) => resolve(root, (typeof step === "number" ? node.items : node.properties?.[step]) ?? {}),
    root,
  );
}

const resolved = new WeakMap<SchemaNode, SchemaNode>();

/** Made once: what writes a document asks for the schema of each of its values. */
function resolve(root: SchemaNode, node: SchemaNode): SchemaNode {
  const known = resolved.get(node);
  if (known !== undefined) return known;
  const { $ref, ...own } = node;
  const name = $ref?.split("/").at(-1);
  const whole = name === undefined ? own : { ...root.$defs?.[name], ...own, definition: name };
  resolved.set(node, whole);
  return whole;
}
