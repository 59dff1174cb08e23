import { expect, test } from "vitest";
import { estSolution, intervalles, type Probleme } from "./solveur.ts";

// An old solver gave false optima: before an attack means anything, its solver answers tables whose answers are known.

function somme(termes: Record<number, number>, constante = 0): Probleme["sommes"][number] {
  return { termes: new Map(Object.entries(termes).map(([colonne, facteur]) => [Number(colonne), facteur])), constante };
}
const jamais = (): boolean => false;

test("le tableau de 4 × 4 publié, aux bornes connues : 0 à 78", async () => {
  // Four rows and four columns with their totals (sdcTable's own example): hidden are wb, wd, xb and xd.
  const sommes = [somme({ 0: 1, 1: 1 }, -100), somme({ 2: 1, 3: 1 }, -78), somme({ 0: 1, 2: 1 }, -90), somme({ 1: 1, 3: 1 }, -88)];
  const bornes = Array.from({ length: 4 }, () => [0, 1_000_000] as const);
  const trouves = await intervalles({ bornes: [...bornes], sommes }, [0, 1, 2, 3], jamais);
  expect(trouves.get(2)).toEqual({ bas: 0, haut: 78, prouve: true });
  expect(trouves.get(0)).toEqual({ bas: 12, haut: 90, prouve: true });
});

test("des nombres entiers là où les fractions iraient plus loin", async () => {
  // The second number is odd, and so the first is even: fractions would take both to 9.
  const triangle = {
    bornes: [
      [0, 9],
      [0, 9],
      [0, 9],
      [0, 9],
    ] as [number, number][],
    sommes: [somme({ 0: 2, 1: -2, 2: 4 }, -6), somme({ 1: 2, 3: -4 }, -2)],
  };
  const trouves = await intervalles(triangle, [0, 1], jamais);
  const enumeres = Array.from({ length: 10 ** 4 }, (_, code) => [0, 1, 2, 3].map((rang) => Math.floor(code / 10 ** rang) % 10));
  for (const colonne of [0, 1]) {
    const valeurs = enumeres.filter((une) => estSolution(triangle, une)).map((une) => une[colonne] ?? 0);
    expect(trouves.get(colonne)).toEqual({ bas: Math.min(...valeurs), haut: Math.max(...valeurs), prouve: true });
  }
});

test("quarante petits tableaux : les bornes sont celles de l'énumération", async () => {
  let etat = 7;
  const alea = (max: number): number => {
    etat = (etat * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((etat / 2_147_483_648) * (max + 1));
  };
  for (let essai = 0; essai < 40; essai++) {
    // Two rows, three columns, and two sums more of cells drawn at random, as linked tables have.
    const vrai = Array.from({ length: 6 }, () => alea(3));
    const groupes = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5].filter(() => alea(1) === 1)].filter(
      () => alea(5) > 0,
    );
    const sommes = groupes.map((groupe) => ({
      termes: new Map(groupe.map((une) => [une, 1])),
      constante: -groupe.reduce((total, une) => total + (vrai[une] ?? 0), 0),
    }));
    const probleme: Probleme = { bornes: vrai.map(() => [0, 4] as const), sommes };
    const possibles: number[][] = [];
    for (let code = 0; code < 5 ** 6; code++) {
      const valeurs = vrai.map((_, rang) => Math.floor(code / 5 ** rang) % 5);
      if (estSolution(probleme, valeurs)) possibles.push(valeurs);
    }
    const trouves = await intervalles(probleme, [0, 1, 2, 3, 4, 5], jamais);
    for (const [colonne, { bas, haut, prouve }] of trouves) {
      const valeurs = possibles.map((une) => une[colonne] ?? 0);
      expect([bas, haut, prouve]).toEqual([valeurs.reduce((a, b) => Math.min(a, b)), valeurs.reduce((a, b) => Math.max(a, b)), true]);
    }
  }
});
