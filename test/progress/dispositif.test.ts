import { describe, expect, it } from "vitest";
import { dispositifDe } from "../../src/dispositif/phases.ts";
import { formes } from "../modeles.ts";

/** Whether the schema of a file has a place for these keys, whatever stands between them ($ref, anyOf). */
function hasPlace(schema: unknown, keys: readonly string[], root: unknown = schema): boolean {
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  if (typeof schema !== "object" || schema === null) return false;
  const { $ref, properties, anyOf } = schema as { $ref?: string; properties?: Record<string, unknown>; anyOf?: unknown[] };
  if ($ref !== undefined) return hasPlace(follow(root, $ref), keys, root);
  // The day of each item of a list.
  const { items } = schema as { items?: unknown };
  if (items !== undefined) return hasPlace(items, keys, root);
  if (properties?.[key] !== undefined) return hasPlace(properties[key], rest, root);
  return (anyOf ?? []).some((branch) => hasPlace(branch, keys, root));
}

const follow = (root: unknown, ref: string): unknown =>
  ref
    .split("/")
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], root);

const chemins = (node: unknown, key = ""): string[] => {
  if (typeof node === "string")
    return ["chemin", "le", "de", "moins", "si", "recu", "debut", "fin", "depuis", "faite", "prevues", "interruption"].includes(key)
      ? [node]
      : [];
  if (Array.isArray(node)) return node.flatMap((item) => chemins(item, key));
  return typeof node === "object" && node !== null ? Object.entries(node).flatMap(([name, item]) => chemins(item, name)) : [];
};

describe("le modèle de la VAE inversée", () => {
  const { parcours, fiche } = dispositifDe({});

  it("a les cinq phases du cahier des charges, dans leur ordre (§ 2)", () => {
    expect(parcours.phases.map(({ id }) => id)).toEqual(["information", "accompagnement", "recevabilite", "mise_en_oeuvre", "evaluation"]);
  });

  it("ne nomme que des clés que les schémas connaissent", () => {
    // A linked parcours is read under origine/ or suite/.
    const cles = (chemin: string) => chemin.split("/").filter((cle, rang) => rang > 0 || !["origine", "suite"].includes(cle));
    // Those of calcul/ are nowhere in a file.
    const lus = chemins(parcours).filter((chemin) => !chemin.startsWith("calcul/"));
    expect(lus.filter((chemin) => !hasPlace(formes.parcours.schema, cles(chemin)))).toEqual([]);
    expect(chemins(fiche).filter((chemin) => !hasPlace(formes.fiche.schema, chemin.split("/")))).toEqual([]);
    expect(lus.length).toBeGreaterThan(50);
  });

  it("rattache chaque étape à une de ses phases", () => {
    const ids = parcours.phases.map(({ id }) => id);
    expect(parcours.etapes.filter(({ phase }) => phase === undefined || !ids.includes(phase))).toEqual([]);
  });
});
