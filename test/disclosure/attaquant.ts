import loadHighs from "highs";

// An attack from published files alone, knowing the definitions of the tables and nothing of src/: linear programs on all counts.

/** A dashboard as `--format json` writes it. */
export interface Publie {
  semestre: string;
  secret: { zeros_masques?: string[] };
  synthese: Record<string, unknown>;
  tables: { id: string; dimensions: string[]; cellules: { mesure: string; codes: Record<string, string>; valeur: number | null }[] }[];
}

/** Who is counted in each table, as its title says. */
const populations: Record<string, string> = {
  C1: "conclus",
  "C2.niveau": "conclus",
  "C2.domaine": "conclus",
  "C3.niveau": "jurys",
  "C3.domaine": "jurys",
  "C3.nature": "jurys",
  "C4.contrats": "conclus",
  "C5.phase": "ruptures",
  "C5.initiative": "ruptures",
  "C5.recevabilite": "ruptures",
  B1: "conclus",
  "B2.inscription": "demandeurs",
  "B2.minimum_social": "demandeurs",
  "B2.rqth": "demandeurs",
  "B2.prioritaire": "demandeurs",
  B3: "sortis",
  B4: "sortis",
  B5: "sortis",
  B6: "sortis",
  "T.C1": "conclus",
  "T.C3": "jurys",
  "T.C5": "ruptures",
  "T.B1": "conclus",
  E1: "entreprises",
};

/** Below this many, a number of persons may not be known, nor a number of enterprises. */
const seuilDe = (cle: string): number => (cle.startsWith("entreprises") ? 3 : 5);

type Termes = Map<string, number>;

interface Enigme {
  valeurs: Map<string, number | null>;
  sommes: Termes[];
  /** The hidden numbers that the file itself says may be zero; the others are 1 or more, since zeros are shown. */
  nuls: Set<string>;
}

function nom(population: string, moment: string, codes: Record<string, string>): string {
  const precis = Object.entries(codes).filter(([, code]) => code !== "ensemble");
  return [population, moment, ...precis.map(([id, code]) => `${id}=${code}`).sort()].join("|");
}

/** `total` is the sum of `parts`; a part after `-` is taken off. */
function somme(total: string, parts: readonly string[]): Termes {
  const termes: Termes = new Map([[total, 1]]);
  for (const part of parts) {
    const cle = part.replace(/^-/, "");
    termes.set(cle, (termes.get(cle) ?? 0) + (part.startsWith("-") ? 1 : -1));
  }
  return termes;
}

/** All numbers of all files, by population, and all that adds up. Half-years are in order. */
function enigme(publies: readonly Publie[]): Enigme {
  const enigme: Enigme = { valeurs: new Map(), sommes: [], nuls: new Set() };
  publies.forEach(({ semestre, tables, synthese, secret }, rang) => {
    const avant = rang > 0 ? `cumul ${publies[rang - 1]?.semestre}` : "avant";
    for (const table of tables) ajouterTable(table, semestre, { avant, nulle: secret.zeros_masques?.includes(table.id) ?? false }, enigme);
    ajouterSynthese(semestre, synthese, enigme.valeurs, enigme.sommes);
    ajouterEntreprises(semestre, rang > 0 ? avant : undefined, enigme);
  });
  return enigme;
}

function ajouterTable(
  { id, dimensions, cellules }: Publie["tables"][number],
  semestre: string,
  { avant, nulle }: { avant: string; nulle: boolean },
  { valeurs, sommes, nuls }: Enigme,
): void {
  const population = populations[id];
  if (population === undefined) return;
  for (const { mesure, codes, valeur } of cellules) {
    const nommer = (autres: Record<string, string>): string => nom(population, `${mesure} ${semestre}`, autres);
    const cle = nommer(codes);
    valeurs.set(cle, valeur ?? valeurs.get(cle) ?? null);
    if (nulle) nuls.add(cle);
    // A contract may use several modalities: these do not add up.
    for (const dimension of dimensions.filter((une) => id !== "C4.contrats" && codes[une] === "ensemble")) {
      const estPart = (autre: Record<string, string>): boolean =>
        dimensions.every((une) => (une === dimension ? autre[une] !== "ensemble" : autre[une] === codes[une]));
      const parts = cellules.filter((autre) => autre.mesure === mesure && estPart(autre.codes));
      sommes.push(
        somme(
          cle,
          parts.map((part) => nommer(part.codes)),
        ),
      );
    }
    if (mesure === "cumul" && population !== "entreprises")
      sommes.push(somme(cle, [nom(population, `semestre ${semestre}`, codes), nom(population, avant, codes)]));
  }
}

/**
 * Enterprises change category with their latest contract, but a half-year's are all among those since the beginning, and those of an
 * earlier half-year stay: both differences are numbers of enterprises too.
 */
function ajouterEntreprises(semestre: string, avant: string | undefined, { valeurs, sommes, nuls }: Enigme): void {
  const debut = `entreprises|cumul ${semestre}`;
  const soustraire = (tout: string, partie: string, reste: string): void => {
    const [grand, petit] = [valeurs.get(tout), valeurs.get(partie)];
    valeurs.set(reste, typeof grand === "number" && typeof petit === "number" ? grand - petit : null);
    sommes.push(somme(tout, [partie, reste]));
    nuls.add(reste);
  };
  for (const cumul of [...valeurs.keys()].filter((cle) => cle.startsWith(debut))) {
    const codes = cumul.slice(debut.length);
    soustraire(cumul, `entreprises|semestre ${semestre}${codes}`, `entreprises|absentes ${semestre}${codes}`);
  }
  if (avant !== undefined) soustraire(debut, `entreprises|${avant}`, `entreprises|nouvelles ${semestre}`);
}

function ajouterSynthese(semestre: string, synthese: Record<string, unknown>, valeurs: Enigme["valeurs"], sommes: Termes[]): void {
  const cumul = (population: string, codes: Record<string, string> = {}): string => nom(population, `cumul ${semestre}`, codes);
  const figures: [string, string[]][] = [
    ["en_cours", [cumul("conclus"), `-${cumul("sortis")}`]],
    ["issues_connues_cumul", [cumul("sortis"), `-${cumul("sortis", { contrat_travail: "non_connu" })}`]],
    ["emploi_cumul", ["cdi", "cdd", "autre"].map((contrat_travail) => cumul("sortis", { contrat_travail }))],
  ];
  for (const [id, parts] of figures) {
    const valeur = synthese[id];
    valeurs.set(`${semestre} ${id}`, typeof valeur === "number" ? valeur : null);
    sommes.push(somme(`${semestre} ${id}`, parts));
  }
}

/** The least a hidden number can be, since zeros are shown. */
function aucun({ valeurs, nuls }: Pick<Enigme, "valeurs" | "nuls">, cle: string): 0 | 1 {
  return valeurs.get(cle) === null && cle.includes("|") && !nuls.has(cle) ? 1 : 0;
}

/** Between what each of the hidden populations named must be. */
async function attaquer(
  { valeurs, sommes, nuls }: Enigme,
  visees: Iterable<string>,
  bornes = (cle: string): [number, number] => [aucun({ valeurs, nuls }, cle), Number.POSITIVE_INFINITY],
): Promise<Map<string, [number, number]>> {
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
  const trouvees = new Map<string, [number, number]>();
  for (const cle of visees) {
    const at = colonne(cle);
    const extreme = (sens: 1 | -1): number => {
      model.changeColCost(at, -sens);
      const { modelStatus } = model.run();
      const { optimal, infeasible } = highs.constants.modelStatus;
      const trouve = modelStatus === optimal ? model.getSolution().colValue[at] : undefined;
      model.changeColCost(at, 0);
      return trouve ?? (modelStatus === infeasible ? Number.NaN : sens * Number.POSITIVE_INFINITY);
    };
    trouvees.set(cle, [extreme(-1), extreme(1)]);
  }
  model.dispose();
  return trouvees;
}

/** The small counts of the true files, by population. */
export function petits(vrais: readonly Publie[]): Map<string, number> {
  const { valeurs } = enigme(vrais);
  const estPetit = (cle: string, valeur: number): boolean => valeur > 0 && valeur < seuilDe(cle);
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
  const bornes = await attaquer(
    lus,
    [...secrets.keys()].filter((cle) => !montres.includes(cle)),
    (cle) => [Math.max(parts.get(cle) ?? 0, aucun(lus, cle)), Number.POSITIVE_INFINITY],
  );
  const estSerre = (cle: string, bas: number, haut: number): boolean =>
    !(haut >= seuilDe(cle) - 1e-6 && haut - bas >= seuilDe(cle) - 1 - 1e-6);
  const serres = [...bornes].filter(([cle, [bas, haut]]) => estSerre(cle, bas, haut));
  return [...montres, ...serres.map(([cle, [bas, haut]]) => `${cle} : ${bas} à ${haut}, en vérité ${secrets.get(cle)}`)];
}

/** The small counts that files whose counts are rounded to `base` let anyone know within less than one. */
export async function fuitesArrondies(publies: readonly Publie[], vrais: readonly Publie[], base: number): Promise<string[]> {
  const { valeurs, sommes, nuls } = enigme(publies);
  const inconnues = { valeurs: new Map([...valeurs.keys()].map((cle) => [cle, null])), sommes, nuls };
  const bornes = await attaquer(inconnues, petits(vrais).keys(), (cle) => {
    const montre = valeurs.get(cle);
    // A difference of two rounded numbers is not a rounded number.
    if (typeof montre !== "number" || nuls.has(cle)) return [0, Number.POSITIVE_INFINITY];
    return [Math.max(0, montre - base + 1), montre + base - 1];
  });
  return [...bornes].filter(([, [bas, haut]]) => !(haut - bas >= 1 - 1e-6)).map(([cle, [bas, haut]]) => `${cle} : ${bas} à ${haut}`);
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
  const bornes = await attaquer(lus, ailleurs);
  return [...bornes].filter(([cle, [, haut]]) => !(haut >= seuilDe(cle) - 1e-6)).map(([cle, [, haut]]) => `${cle} : ${haut} au plus`);
}
