import { pasDuChemin } from "../chemin.ts";
import type { SchemaNode } from "../schema-node.ts";
import { conseilParmi } from "./faute.ts";

/** Why a path leads nowhere in the files that a schema describes. */
interface Egarement {
  message: string;
  hint: string;
}

/** Whether a path leads somewhere; `enListe`: where lists are gone through without being said. Nothing when it does. */
export function egarement(schema: SchemaNode, chemin: string, enListe: boolean): Egarement | undefined {
  let noeuds: readonly SchemaNode[] = deplier(schema, [schema]);
  for (const { cle, choix } of pasDuChemin(chemin)) {
    if (noeuds.some(({ type }) => type === "array")) {
      if (!enListe) return { message: `« ${chemin} » traverse une liste sans le dire, avant « ${cle} ».`, hint: "Écrivez « liste[]/… »." };
      noeuds = elements(schema, noeuds);
    }
    const suite = sous(schema, noeuds, cle);
    if (suite.length === 0) {
      return {
        message: `« ${chemin} » ne mène nulle part : le schéma n'a pas « ${cle} » à cet endroit.`,
        hint: conseilParmi(cle, clesDe(noeuds)),
      };
    }
    noeuds = suite;
    if (choix === undefined) continue;
    if (!noeuds.some(({ type }) => type === "array")) {
      return { message: `« ${chemin} » choisit dans « ${cle} », qui n'est pas une liste.`, hint: "Retirez ce qui est entre crochets." };
    }
    noeuds = elements(schema, noeuds);
    if (typeof choix === "object" && sous(schema, noeuds, choix.cle).length === 0) {
      return {
        message: `« ${chemin} » choisit par « ${choix.cle} », que les éléments n'ont pas.`,
        hint: conseilParmi(choix.cle, clesDe(noeuds)),
      };
    }
  }
  return undefined;
}

/** A place as all that a schema may say of it: what it refers to, its conditions and choices. */
function deplier({ $defs = {} }: SchemaNode, noeuds: readonly unknown[]): SchemaNode[] {
  return noeuds.flatMap((noeud) => {
    if (typeof noeud !== "object" || noeud === null) return [];
    const { $ref, then: alors, else: sinon, allOf = [], anyOf = [], oneOf = [], ...propre } = noeud as SchemaNode;
    const renvoi = $ref === undefined ? undefined : $defs[$ref.split("/").at(-1) ?? ""];
    return [propre, ...deplier({ $defs }, [renvoi, alors, sinon, ...allOf, ...anyOf, ...oneOf])];
  });
}

function sous(schema: SchemaNode, noeuds: readonly SchemaNode[], cle: string): SchemaNode[] {
  return deplier(
    schema,
    noeuds.map(({ properties = {} }) => (Object.hasOwn(properties, cle) ? properties[cle] : undefined)),
  );
}

function elements(schema: SchemaNode, noeuds: readonly SchemaNode[]): SchemaNode[] {
  return deplier(
    schema,
    noeuds.map(({ items }) => items),
  );
}

function clesDe(noeuds: readonly SchemaNode[]): string[] {
  return [...new Set(noeuds.flatMap(({ properties = {} }) => Object.keys(properties)))];
}
