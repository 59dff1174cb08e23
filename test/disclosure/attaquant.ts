import loadHighs from "highs";
import { type Enigme, enigme, type Publie, seuilDe, somme } from "./enigme.ts";

// An attack from published files alone, knowing the definitions of the tables and nothing of src/: linear programs on all counts.

export type { Publie };

/** The least a hidden number can be, since zeros are shown. */
function aucun({ valeurs, nuls }: Pick<Enigme, "valeurs" | "nuls">, cle: string): 0 | 1 {
  return valeurs.get(cle) === null && cle.includes("|") && !nuls.has(cle) ? 1 : 0;
}

type Bornes = [bas: number, haut: number];

/**
 * The hidden populations named of which too much is known, between what each must be. Every answer of the solver is a possible truth,
 * and shows how far all populations can go: where that is far enough, there is nothing more to ask.
 */
async function attaquer(
  { valeurs, sommes, nuls, rapports }: Enigme,
  visees: readonly string[],
  estSure: (cle: string, bornes: Bornes) => boolean,
  bornes = (cle: string): Bornes => [aucun({ valeurs, nuls }, cle), Number.POSITIVE_INFINITY],
): Promise<[string, Bornes][]> {
  const load = loadHighs as unknown as typeof import("highs")["default"];
  const highs = await load();
  const colonnes = new Map<string, number>();
  const model = highs.createModel();
  model.options.set({ output_flag: false });
  const colonne = (cle: string): number => {
    const connue = colonnes.get(cle);
    if (connue !== undefined) return connue;
    model.addVar(...bornes(cle));
    colonnes.set(cle, colonnes.size);
    return colonnes.size - 1;
  };
  for (const termes of sommes) {
    const inconnues = [...termes].filter(([cle, coefficient]) => coefficient !== 0 && typeof valeurs.get(cle) !== "number");
    const reste = [...termes].reduce((total, [cle, coefficient]) => total - coefficient * (valeurs.get(cle) ?? 0), 0);
    if (inconnues.length > 0)
      model.addRow(reste, reste, {
        indices: inconnues.map(([cle]) => colonne(cle)),
        values: inconnues.map(([, coefficient]) => coefficient),
      });
  }
  const parts = (cle: string, coefficient: number): [number, number][] =>
    typeof valeurs.get(cle) === "number" ? [] : [[colonne(cle), coefficient]];
  for (const { somme, compte, entre } of rapports) {
    entre.forEach((facteur, rang) => {
      const sens = rang === 0 ? 1 : -1;
      const entrees = [...parts(somme, sens), ...parts(compte, -sens * facteur)];
      const reste = sens * (facteur * (valeurs.get(compte) ?? 0) - (valeurs.get(somme) ?? 0));
      if (entrees.length > 0)
        model.addRow(reste, Number.POSITIVE_INFINITY, { indices: entrees.map(([un]) => un), values: entrees.map(([, un]) => un) });
    });
  }
  const cibles = visees.map((cle) => ({ cle, at: colonne(cle), vues: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as Bornes }));
  const { optimal, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const apprendreDe = (possible: ArrayLike<number>): void => {
    for (const { at, vues } of cibles) {
      const valeur = possible[at] ?? Number.NaN;
      vues[0] = Math.min(vues[0], valeur);
      vues[1] = Math.max(vues[1], valeur);
    }
  };
  const chercher = ({ at, vues }: (typeof cibles)[number], sens: 1 | -1): void => {
    model.changeColCost(at, -sens);
    const { modelStatus } = model.run();
    if (modelStatus === optimal) apprendreDe(model.getSolution().colValue);
    if (modelStatus === unbounded || modelStatus === unboundedOrInfeasible) vues[sens === 1 ? 1 : 0] = sens * Number.POSITIVE_INFINITY;
    model.changeColCost(at, 0);
  };
  for (const cible of cibles) {
    for (const sens of [1, -1] as const) if (!estSure(cible.cle, cible.vues)) chercher(cible, sens);
  }
  model.dispose();
  return cibles.filter(({ cle, vues }) => !estSure(cle, vues)).map(({ cle, vues }) => [cle, vues]);
}

const estEffectif = (cle: string): boolean => !/^(depense|retenu|forfait|heures|marge|certifications)\b/.test(cle);

/** The small counts of the true files, by population. */
export function petits(vrais: readonly Publie[]): Map<string, number> {
  const { valeurs } = enigme(vrais);
  const estPetit = (cle: string, valeur: number): boolean => estEffectif(cle) && valeur > 0 && valeur < seuilDe(cle);
  return new Map(
    [...valeurs].flatMap(([cle, valeur]): [string, number][] => (valeur !== null && estPetit(cle, valeur) ? [[cle, valeur]] : [])),
  );
}

/** What a porteur knows besides: the same files as made from its own parcours alone, and of each the régions where it is alone. */
export interface Initie {
  siens: readonly Publie[];
  seul: readonly (readonly string[])[];
}

/** Adds to what is published what a porteur knows of it, and gives what it has of each number itself. */
function apprendre(lus: Enigme, vrais: readonly Publie[], { siens, seul }: Initie): Map<string, number> {
  const { valeurs } = enigme(vrais);
  for (const [cle, valeur] of valeurs) {
    const connues = siens.flatMap(({ semestre }, rang) => (cle.split("|")[1]?.endsWith(` ${semestre}`) ? (seul[rang] ?? []) : []));
    if (cle.split("|").some((code) => connues.some((region) => code === `region=${region}`))) lus.valeurs.set(cle, valeur);
  }
  // An enterprise of several porteurs stands where its latest contract does, which may be of another.
  const parts = [...enigme(siens).valeurs].flatMap(([cle, part]): [string, number][] =>
    part === null || cle.startsWith("entreprises") ? [] : [[cle, part]],
  );
  return new Map(parts);
}

/**
 * The small counts that the published files show, or let anyone know within less than their threshold but one; or let a porteur know,
 * of those which are not all its own.
 */
export async function fuites(publies: readonly Publie[], vrais: readonly Publie[], initie?: Initie): Promise<string[]> {
  const secrets = petits(vrais);
  const lus = enigme(publies);
  const parts = initie === undefined ? new Map<string, number>() : apprendre(lus, vrais, initie);
  for (const [cle, valeur] of secrets) if (parts.get(cle) === valeur) secrets.delete(cle);
  const montres = [...secrets.keys()].filter((cle) => typeof lus.valeurs.get(cle) === "number");
  const serres = await attaquer(
    lus,
    [...secrets.keys()].filter((cle) => !montres.includes(cle)),
    (cle, [bas, haut]) => haut >= seuilDe(cle) - 1e-6 && haut - bas >= seuilDe(cle) - 1 - 1e-6,
    (cle) => [Math.max(parts.get(cle) ?? 0, aucun(lus, cle)), Number.POSITIVE_INFINITY],
  );
  return [...montres, ...serres.map(([cle, [bas, haut]]) => `${cle} : ${bas} à ${haut}, en vérité ${secrets.get(cle)}`)];
}

/** The small counts that files whose counts are rounded to `base` let anyone know within less than one. */
export async function fuitesArrondies(publies: readonly Publie[], vrais: readonly Publie[], base: number): Promise<string[]> {
  const { valeurs, sommes, nuls } = enigme(publies);
  const inconnues = { valeurs: new Map([...valeurs.keys()].map((cle) => [cle, null])), sommes, nuls, rapports: [] };
  const serres = await attaquer(
    inconnues,
    [...petits(vrais).keys()],
    (_, [bas, haut]) => haut - bas >= 1 - 1e-6,
    (cle) => {
      const montre = valeurs.get(cle);
      // A difference of two rounded numbers is not a rounded number.
      if (typeof montre !== "number" || nuls.has(cle)) return [0, Number.POSITIVE_INFINITY];
      return [Math.max(0, montre - base + 1), montre + base - 1];
    },
  );
  return serres.map(([cle, [bas, haut]]) => `${cle} : ${bas} à ${haut}`);
}

/** The categories that nobody should be able to tell of somebody. */
const estSensible = (code: string): boolean => /^(phase|resultat)=/.test(code);

/**
 * The groups that are all in one category, of which the published files tell that fewer than the threshold can be elsewhere. A group
 * is part of its table, and may be hidden itself.
 */
export async function groupesTrahis(publies: readonly Publie[], vrais: readonly Publie[]): Promise<string[]> {
  const { valeurs } = enigme(vrais);
  const lus = enigme(publies);
  const ailleurs = [...valeurs].flatMap(([partie, valeur]): string[] => {
    const [population = "", moment = "", ...codes] = partie.split("|");
    const autres = codes.filter((code) => !estSensible(code));
    const tout = [population, moment, ...autres].join("|");
    if (!valeur || autres.length === 0 || autres.length === codes.length || valeurs.get(tout) !== valeur) return [];
    const reste = `${tout} hors de ${partie}`;
    lus.valeurs.set(reste, null);
    lus.nuls.add(reste);
    lus.sommes.push(somme(tout, [partie, reste]));
    return [reste];
  });
  const serres = await attaquer(lus, ailleurs, (cle, [, haut]) => haut >= seuilDe(cle) - 1e-6);
  return serres.map(([cle, [, haut]]) => `${cle} : ${haut} au plus`);
}

/** The secret sums that published files show, or let anyone know within less than what one contributor may not exceed. */
export async function montantsTrahis(
  publies: readonly Publie[],
  { montants, effectifs }: { montants: ReadonlyMap<string, { total: number; marge: number }>; effectifs: ReadonlyMap<string, number> },
): Promise<string[]> {
  const lus = enigme(publies);
  const vises = new Map<string, { total: number; marge: number; plafond: number }>([
    ...[...montants].map(([cle, { total, marge }]) => [cle, { total, marge, plafond: total + marge }] as const),
    ...[...effectifs].map(([cle, total]) => [cle, { total, marge: seuilDe(cle) - 1, plafond: seuilDe(cle) }] as const),
  ]);
  const montres = [...vises.keys()].filter((cle) => typeof lus.valeurs.get(cle) === "number");
  const serres = await attaquer(
    lus,
    [...vises.keys()].filter((cle) => !montres.includes(cle)),
    (cle, [bas, haut]) => {
      const { total = 0, marge = 0, plafond = 0 } = vises.get(cle) ?? {};
      const grain = 1e-6 * Math.max(1, total);
      return haut >= plafond - grain && haut - bas >= marge - grain;
    },
  );
  return [...montres, ...serres.map(([cle, [bas, haut]]) => `${cle} : ${bas} à ${haut}, en vérité ${vises.get(cle)?.total}`)];
}
