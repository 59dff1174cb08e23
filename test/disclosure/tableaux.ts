import type { Relation, System, Variable } from "../../src/disclosure/index.ts";
import type { Published } from "../../src/disclosure/prove/equations.ts";

/** A count of persons, useful as a margin is: the fewer the dimensions, the more. */
export function effectif(key: string, total: number, usefulness = 0): Variable {
  return { key, kind: "persons", total, persons: total, contributors: 0, enterprises: 0, largest: 0, unpublished: false, usefulness };
}

/** A two-way table with its margins: r0c0…, r0, c0, T. */
export function tableau(lignes: readonly (readonly number[])[], prefixe = ""): System {
  const colonnes = lignes[0]?.map((_, c) => c) ?? [];
  const somme = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);
  const nom = (cle: string): string => `${prefixe}${cle}`;
  const variables = [
    ...lignes.flatMap((ligne, r) => ligne.map((total, c) => effectif(nom(`r${r}c${c}`), total))),
    ...lignes.map((ligne, r) => effectif(nom(`r${r}`), somme(ligne), 1)),
    ...colonnes.map((c) => effectif(nom(`c${c}`), somme(lignes.map((ligne) => ligne[c] ?? 0)), 1)),
    effectif(nom("T"), somme(lignes.map(somme)), 2),
  ];
  const relations: Relation[] = [
    ...lignes.map((ligne, r) => ({ left: [nom(`r${r}`)], right: ligne.map((_, c) => nom(`r${r}c${c}`)) })),
    ...colonnes.map((c) => ({ left: [nom(`c${c}`)], right: lignes.map((_, r) => nom(`r${r}c${c}`)) })),
    { left: [nom("T")], right: lignes.map((_, r) => nom(`r${r}`)) },
    { left: [nom("T")], right: colonnes.map((c) => nom(`c${c}`)) },
  ];
  return { variables, relations };
}

/** What a reader has once `hidden` is hidden; each hidden number is `floor` or more. */
export function publies({ variables, relations }: System, hidden: ReadonlySet<string>, floor = 1): Published {
  return {
    totals: new Map(variables.map(({ key, total }) => [key, hidden.has(key) ? "hidden" : total])),
    floors: new Map(variables.map(({ key }) => [key, floor])),
    relations,
  };
}

/** The totals of a table by the names {@link tableau} gives them. */
function totaux(lignes: readonly (readonly number[])[]): Map<string, number> {
  const vus = new Map<string, number>();
  lignes.forEach((ligne, r) => {
    ligne.forEach((total, c) => {
      for (const key of [`r${r}`, `c${c}`, "T"]) vus.set(key, (vus.get(key) ?? 0) + total);
      vus.set(`r${r}c${c}`, total);
    });
  });
  return vus;
}

/**
 * Every value that each hidden variable may have, found by trying all whole tables: those where hidden numbers are 1 or more and
 * all that is published holds. Inner cells are tried up to `most`.
 */
export function possibles(lignes: readonly (readonly number[])[], hidden: ReadonlySet<string>, most: number): Map<string, Set<number>> {
  const vrais = totaux(lignes);
  const libres = [...hidden].filter((key) => key.includes("c") && key.includes("r"));
  const essai = lignes.map((ligne) => [...ligne]);
  const vus = new Map<string, Set<number>>();
  const essayer = (rang: number): void => {
    const [, r, c] = /^r(\d)c(\d)$/.exec(libres[rang] ?? "")?.map(Number) ?? [];
    if (r === undefined || c === undefined) {
      const trouves = totaux(essai);
      if ([...trouves].some(([key, total]) => (hidden.has(key) ? total < 1 : total !== vrais.get(key)))) return;
      for (const [key, total] of trouves) vus.set(key, (vus.get(key) ?? new Set()).add(total));
      return;
    }
    for (let valeur = 1; valeur <= most; valeur += 1) {
      (essai[r] ?? [])[c] = valeur;
      essayer(rang + 1);
    }
  };
  essayer(0);
  return vus;
}
