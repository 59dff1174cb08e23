import { expect, test } from "vitest";
import { lireSemestre } from "../../src/dashboard/index.ts";
import { protect, type Relation, type System, thresholdsAt } from "../../src/disclosure/index.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { dispositif } from "../dashboard/bilan.ts";
import { couts, documents, fichesDe, foule } from "../dashboard/dossier.ts";

// An attack that shares nothing with src/disclosure: exact elimination over fractions of big integers, equation by equation.

type Ligne = Map<string, [bigint, bigint]>;

function pgcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : pgcd(b, a % b);
}

function fraction(n: bigint, d: bigint): [bigint, bigint] {
  const g = pgcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / g, d / g];
}

function retrancher(ligne: Ligne, autre: Ligne, [fn, fd]: [bigint, bigint]): void {
  for (const [cle, [n, d]] of autre) {
    const [a, b] = ligne.get(cle) ?? [0n, 1n];
    const reste = fraction(a * fd * d - fn * n * b, b * fd * d);
    if (reste[0] === 0n) ligne.delete(cle);
    else ligne.set(cle, reste);
  }
}

const un: [bigint, bigint] = [1n, 1n];
const moinsUn: [bigint, bigint] = [-1n, 1n];

/** A sum as a line of unknowns, less what the former lines already say of them. */
function ligneDe({ left, right }: Relation, inconnus: ReadonlySet<string>, lignes: ReadonlyMap<string, Ligne>): Ligne {
  const ligne: Ligne = new Map();
  for (const cle of left.filter((one) => inconnus.has(one))) retrancher(ligne, new Map([[cle, un]]), moinsUn);
  for (const cle of right.filter((one) => inconnus.has(one))) retrancher(ligne, new Map([[cle, un]]), un);
  for (const cle of [...ligne.keys()]) retrancherSi(ligne, lignes.get(cle), cle);
  return ligne;
}

function retrancherSi(ligne: Ligne, autre: Ligne | undefined, cle: string): void {
  const facteur = ligne.get(cle);
  if (autre !== undefined && facteur !== undefined) retrancher(ligne, autre, facteur);
}

/** The hidden variables that the sums determine. */
function determines({ relations }: System, inconnus: ReadonlySet<string>): string[] {
  const lignes = new Map<string, Ligne>();
  for (const relation of relations) {
    const ligne = ligneDe(relation, inconnus, lignes);
    const [premier] = ligne;
    if (premier === undefined) continue;
    const [pivot, [n, d]] = premier;
    for (const [cle, [a, b]] of ligne) ligne.set(cle, fraction(a * d, b * n));
    for (const autre of lignes.values()) retrancherSi(autre, ligne, pivot);
    lignes.set(pivot, ligne);
  }
  return [...lignes].filter(([, ligne]) => ligne.size === 1).map(([cle]) => cle);
}

for (const nombre of [5, 30, 100, 300]) {
  test(`sur ${nombre} parcours, aucun effectif de 1 à 4 ne se retrouve par les totaux de tous les tableaux`, async () => {
    const { systeme } = await computeDashboard({
      dispositif,
      dossier: { fiches: fichesDe(foule(nombre, nombre)), parcours: documents(foule(nombre, nombre)) },
      semestre: lireSemestre("2025-S1"),
      date: "2025-07-10",
      ineligibles: new Map(),
      couts: couts(nombre),
    });
    const masques = (await protect(systeme, thresholdsAt("2025-07-10"))).hidden;
    const inconnus = new Set(
      systeme.variables
        .filter(({ key, unpublished, persons, total }) => persons + total > 0 && (unpublished || masques.has(key)))
        .map(({ key }) => key),
    );
    const retrouves = new Set(determines(systeme, inconnus));
    expect([...masques].filter((key) => retrouves.has(key))).toEqual([]);
    const petits = systeme.variables.filter(({ kind, total }) => kind === "persons" && total > 0 && total < 5);
    expect(petits.length).toBeGreaterThan(10);
    expect(petits.filter(({ key }) => retrouves.has(key) || !inconnus.has(key)).map(({ key }) => key)).toEqual([]);
  });
}
