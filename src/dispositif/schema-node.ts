import type { Path } from "../dossier/place.ts";

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
  else?: SchemaNode;
  allOf?: readonly SchemaNode[];
  anyOf?: readonly SchemaNode[];
  oneOf?: readonly SchemaNode[];
  properties?: Record<string, SchemaNode>;
  /** What the keys hold that `properties` does not name; false where no other is admitted. */
  additionalProperties?: boolean | SchemaNode;
  items?: SchemaNode;
  $ref?: string;
  /** Of a place that refers to one, the name of the definition: « montant », « siret »… */
  definition?: string;
  $defs?: Record<string, SchemaNode>;
  /** At the root: the sheets of the entry workbook that hold its fields. */
  "x-feuilles"?: readonly FeuilleDeSaisie[];
}

/** A sheet of the entry workbook: what of a document it holds. */
export interface FeuilleDeSaisie {
  nom: string;
  /** One sentence for who fills it in. */
  note: string;
  /** Each row (or column) of this sheet begins a document; rows of the others say which document they belong to. */
  ancre?: boolean;
  /** Fields go down and documents across: easier for the long texts of one fiche. */
  vertical?: boolean;
  /** Rubrics, by their path, "" for what no other sheet names; what stands in lists is taken only when its list is named, with « [] ». */
  rubriques: readonly string[];
}

/** The schema of the place a path leads to; what stands beside a `$ref` prevails over what it refers to. */
export function schemaAt({ schema: root }: { schema: SchemaNode }, path: Path): SchemaNode {
  return path.reduce<SchemaNode>(
    (node, step) => resolve(root, (typeof step === "number" ? node.items : (node.properties?.[step] ?? autres(node))) ?? {}),
    root,
  );
}

function autres({ additionalProperties }: SchemaNode): SchemaNode | undefined {
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
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
