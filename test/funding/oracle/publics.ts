import { maximum, minimum, somme } from "./fraction.ts";

interface Cofinance {
  retenus: readonly bigint[];
  publics: readonly bigint[];
}

/** One composante: the year's own public money first, then what is left where retained money is not used up, earliest year first. */
function deduireComposante({ retenus, publics }: Cofinance): bigint[] {
  const deductions = retenus.map((retenu, rang) => minimum(retenu, publics[rang] ?? 0n));
  let reste = somme(publics) - somme(deductions);
  return deductions.map((deduite, rang) => {
    const pris = maximum(0n, minimum(reste, (retenus[rang] ?? 0n) - deduite));
    reste -= pris;
    return deduite + pris;
  });
}

/** What public money on the same expenses takes from each year. */
export function deduirePublics(composantes: readonly Cofinance[]): bigint[] {
  const parComposante = composantes.map(deduireComposante);
  return (composantes[0]?.retenus ?? []).map((_, rang) => somme(parComposante.map((deductions) => deductions[rang] ?? 0n)));
}
