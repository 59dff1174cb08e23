import type { Path } from "../../dossier/place.ts";
import type { SchemaNode } from "../schema-node.ts";

/** A text by which a dispositif names something else, and where it stands. */
export interface Releve {
  /** The definition of the schema that says what it names: « chemin », « acteur », « reference »… */
  nature: string;
  at: Path;
  valeur: string;
}

/** All the texts of a dispositif, in the order of the file, with the definition of its schema that each answers to. */
export function relever(schema: SchemaNode, data: unknown): Releve[] {
  return visiter({ schema, noeud: schema, nature: "" }, data, []);
}

interface Place {
  schema: SchemaNode;
  noeud: SchemaNode;
  nature: string;
}

function visiter({ schema, noeud, nature }: Place, valeur: unknown, at: Path): Releve[] {
  const { $ref } = noeud;
  if ($ref !== undefined) {
    const nom = $ref.split("/").at(-1) ?? "";
    return visiter({ schema, noeud: schema.$defs?.[nom] ?? {}, nature: nom }, valeur, at);
  }
  if (typeof valeur === "string") return [{ nature, at, valeur }];
  if (typeof valeur !== "object" || valeur === null) return [];
  const isListe = Array.isArray(valeur);
  return Object.entries(valeur).flatMap(([cle, un]) => {
    const dessous = isListe ? (noeud.items ?? {}) : sousNoeud(noeud, cle);
    return visiter({ schema, noeud: dessous, nature: "" }, un, [...at, isListe ? Number(cle) : cle]);
  });
}

function sousNoeud({ properties, additionalProperties }: SchemaNode, cle: string): SchemaNode {
  const nommee = properties !== undefined && Object.hasOwn(properties, cle) ? properties[cle] : undefined;
  return nommee ?? (typeof additionalProperties === "object" ? additionalProperties : {});
}
