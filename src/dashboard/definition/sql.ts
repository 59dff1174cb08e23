import type { Condition } from "../../dispositif/bilan.ts";

/** A text as SQL writes it. */
export const texte = (valeur: string): string => `'${valeur.replaceAll("'", "''")}'`;

/** A condition of a bilan in SQL: its columns are names that the schema lets pass, its codes are texts. */
export function sqlDeLaCondition(condition: Condition): string {
  if (typeof condition === "string") return condition;
  const { colonne, vaut } = condition;
  const [seul, ...autres] = vaut.map(texte);
  return autres.length === 0 ? `${colonne} = ${seul}` : `${colonne} IN (${vaut.map(texte).join(", ")})`;
}
