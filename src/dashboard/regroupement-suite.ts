import { codeReuni, type Regroupement } from "./regroupement.ts";
import type { Relation, Systeme, Variable } from "./systeme.ts";

/**
 * The system of a half-year published with two categories apart, next to which a later one is to show them as one: what both make
 * together was printed nowhere, but readers know of it all that they know of the two.
 */
export function avecLesDeux(separees: Systeme, reunies: Systeme, regroupement: Regroupement): Systeme {
  const parCle = new Map(separees.variables.map((variable) => [variable.key, variable]));
  const nouvelles = reunies.variables.filter(({ key }) => !parCle.has(key));
  const sommes = nouvelles.flatMap((variable): Relation[] => {
    const parts = partsDe(variable, regroupement).flatMap((cle) => parCle.get(cle) ?? []);
    // Different certifications of two levels may be the same: such sums tell a reader nothing.
    const estSomme = parts.reduce((total, part) => total + part.total, 0) === variable.total;
    return parts.length === 2 && estSomme ? [{ left: [variable.key], right: parts.map(({ key }) => key) }] : [];
  });
  return {
    variables: [...separees.variables, ...nouvelles.map((variable) => ({ ...variable, unpublished: true }))],
    relations: [...separees.relations, ...reunies.relations, ...sommes],
  };
}

function partsDe({ key }: Variable, regroupement: Regroupement): string[] {
  const { dimension, codes } = regroupement;
  return codes.map((code) => key.replaceAll(`|${dimension}=${codeReuni(regroupement)}`, `|${dimension}=${code}`));
}
