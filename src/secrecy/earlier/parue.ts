import type { Systeme, Variable } from "../system/systeme.ts";
import type { Nom, Parution } from "./parution.ts";

/** The system of an earlier publication, its names apart. */
export function dejaParue(parution: Parution, nom: Nom): Systeme {
  const { systeme, montres, vrais, ecart } = parution;
  const corrections = systeme.variables.filter(
    ({ key, kind, implicit }) =>
      ecart === undefined && !implicit && kind !== "amount" && montres.has(key) && montres.get(key) !== vrais.get(key),
  );
  const ajouts = corrections.map(({ key, total }) => corriger(nom(key), total, montres.get(key) ?? 0));
  return {
    variables: [...systeme.variables.map((variable) => vue(variable, nom, parution)), ...ajouts.flatMap((un) => un.variables)],
    relations: [
      ...systeme.relations.map(({ left, right }) => ({ left: left.map(nom), right: right.map(nom) })),
      ...ajouts.flatMap((un) => un.relations),
    ],
  };
}

/** What readers know of a variable: its number if they saw it and it still holds; otherwise, that it was hidden for not being zero. */
function vue({ block = "", ...variable }: Variable, nom: Nom, { montres, vrais, ecart, zerosTus }: Parution): Variable {
  const montre = montres.get(variable.key);
  const parue = { ...variable, key: nom(variable.key), ...(variable.sur && { sur: nom(variable.sur) }) };
  if (ecart !== undefined && variable.kind !== "amount") return { ...parue, unpublished: true, ...entoure(variable, montre, ecart) };
  if (montre !== undefined && montre === vrais.get(variable.key)) return { ...parue, known: true };
  const tu = zerosTus?.has(block) ?? false;
  const floor = montre === undefined && !variable.unpublished && variable.kind !== "amount" && !tu ? 1 : 0;
  return { ...parue, unpublished: true, floor, ...(tu && { quiet: true as const }) };
}

/** Between what readers know of a rounded count; nothing if today's data contradicts what they saw. */
function entoure({ total }: Variable, montre: number | undefined, ecart: number): Pick<Variable, "floor" | "ceiling"> {
  if (montre === undefined || Math.abs(montre - total) >= ecart) return { floor: 0 };
  return { floor: Math.max(0, montre - ecart + 1), ceiling: montre + ecart - 1 };
}

/** A number shown then that today's data contradicts: readers see the difference as soon as they see the new number. */
function corriger(key: string, total: number, montre: number): Systeme {
  const [paru, ecart] = [`${key}|paru`, `${key}|correction`];
  const [plus, moins] = total > montre ? [key, paru] : [paru, key];
  return {
    variables: [
      { ...population(paru, montre), known: true },
      { ...population(ecart, Math.abs(total - montre)), unpublished: true },
    ],
    relations: [{ left: [plus], right: [moins, ecart] }],
  };
}

export function population(key: string, total: number): Variable {
  const amounts = { contributors: 0, enterprises: 0, largest: 0 };
  return { key, kind: "persons", total, persons: total, ...amounts, unpublished: false, table: "semestres déjà publiés", usefulness: 0 };
}
