import { ajouterMontants } from "./montants.ts";

// What published files say and do not say, read with the definitions of the tables and nothing of src/.

/** A dashboard as `--format json` writes it. */
export interface Publie {
  semestre: string;
  secret: { zeros_masques?: string[] };
  synthese: Record<string, unknown>;
  tables: {
    id: string;
    dimensions: string[];
    cellules: { mesure: string; codes: Record<string, string>; valeur: number | null; secret?: true }[];
  }[];
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
  "C2.certifications": "certifications",
};

/** Below this many, a number of persons may not be known, nor a number of enterprises. */
export const seuilDe = (cle: string): number => (cle.startsWith("entreprises") ? 3 : 5);

export type Termes = Map<string, number>;

export interface Enigme {
  valeurs: Map<string, number | null>;
  sommes: Termes[];
  /** The hidden numbers that the file itself says may be zero; the others are 1 or more, since zeros are shown. */
  nuls: Set<string>;
  rapports: Rapport[];
}

/** One number is another times something between two: a mean as it is printed, or a ceiling. */
interface Rapport {
  somme: string;
  compte: string;
  entre: readonly [number, number];
}

export function nom(population: string, moment: string, codes: Record<string, string>): string {
  const precis = Object.entries(codes).filter(([, code]) => code !== "ensemble");
  return [population, moment, ...precis.map(([id, code]) => `${id}=${code}`).sort()].join("|");
}

/** `total` is the sum of `parts`; a part after `-` is taken off. */
export function somme(total: string, parts: readonly string[]): Termes {
  const termes: Termes = new Map([[total, 1]]);
  for (const part of parts) {
    const cle = part.replace(/^-/, "");
    termes.set(cle, (termes.get(cle) ?? 0) + (part.startsWith("-") ? 1 : -1));
  }
  return termes;
}

/** All numbers of all files, by population, and all that adds up. Half-years are in order. */
export function enigme(publies: readonly Publie[]): Enigme {
  const enigme: Enigme = { valeurs: new Map(), sommes: [], nuls: new Set(), rapports: [] };
  publies.forEach(({ semestre, tables, synthese, secret }, rang) => {
    const avant = rang > 0 ? `cumul ${publies[rang - 1]?.semestre}` : "avant";
    for (const table of tables) ajouterTable(table, semestre, { avant, nulle: secret.zeros_masques?.includes(table.id) ?? false }, enigme);
    ajouterMontants(tables, semestre, avant, enigme);
    ajouterSynthese(semestre, synthese, enigme.valeurs, enigme.sommes);
    ajouterEntreprises(semestre, rang > 0 ? avant : undefined, enigme);
    ajouterInclusions(semestre, avant, enigme);
  });
  return enigme;
}

function ajouterTable(
  { id, dimensions, cellules }: Publie["tables"][number],
  semestre: string,
  { avant, nulle }: { avant: string; nulle: boolean },
  enigme: Enigme,
): void {
  const { valeurs, sommes, nuls } = enigme;
  const population = populations[id];
  if (population === undefined) return;
  for (const { mesure, codes, valeur } of cellules) {
    const nommer = (autres: Record<string, string>): string => nom(population, `${mesure} ${semestre}`, autres);
    const cle = nommer(codes);
    valeurs.set(cle, valeur ?? valeurs.get(cle) ?? null);
    if (nulle) nuls.add(cle);
    // A contract may use several modalities, and a certification be of several levels: these do not add up.
    for (const dimension of dimensions.filter((une) => !/^C4.contrats|C2.certifications$/.test(id) && codes[une] === "ensemble")) {
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
  }
  if (/^(entreprises|certifications)$/.test(population)) return;
  for (const { codes } of cellules.filter(({ mesure }) => mesure === "cumul"))
    retrancher(
      [nom(population, `cumul ${semestre}`, codes)],
      [nom(population, `semestre ${semestre}`, codes)],
      nom(population, avant, codes),
      enigme,
    );
}

/** What is left of `tout` without `parties`, a number of persons or enterprises like another, which may be zero. */
export function retrancher(tout: readonly string[], parties: readonly string[], reste: string, { valeurs, sommes, nuls }: Enigme): void {
  const [premier = "", ...autres] = tout;
  if (![...tout, ...parties].every((cle) => valeurs.has(cle))) return;
  const lues = [...tout, ...parties].map((cle, rang) => (rang < tout.length ? 1 : -1) * (valeurs.get(cle) ?? Number.NaN));
  const valeur = lues.reduce((total, une) => total + une, 0);
  // What an earlier file hid is hidden for not being zero, whatever is left in a later one.
  if (!valeurs.has(reste)) nuls.add(reste);
  if (typeof valeurs.get(reste) !== "number") valeurs.set(reste, Number.isNaN(valeur) ? null : valeur);
  sommes.push(somme(premier, [...autres.map((cle) => `-${cle}`), ...parties, reste]));
}

/**
 * What the meaning of the words says: who had a jury, broke off or ended had concluded before; a same enterprise is that of a
 * contract; a minimum social or a long inscription makes a priority. What is left in each is a group too.
 */
function ajouterInclusions(semestre: string, avant: string, enigme: Enigme): void {
  const tous = [`semestre ${semestre}`, `cumul ${semestre}`, avant];
  const partout = (moment: string, tout: string, partie: string): void => {
    for (const cle of [...enigme.valeurs.keys()].filter((une) => une === `${partie}|${moment}` || une.startsWith(`${partie}|${moment}|`)))
      retrancher([tout + cle.slice(partie.length)], [cle], `${tout} sans ${cle}`, enigme);
  };
  for (const moment of tous) {
    if (!moment.startsWith("semestre")) for (const partie of ["jurys", "ruptures", "sortis"]) partout(moment, "conclus", partie);
    partout(moment, "conclus", "demandeurs");
    partout(moment, "sortis", "ruptures");
    for (const recours of [...enigme.valeurs.keys()].filter((une) => une.startsWith(`conclus|${moment}|modalite=`)))
      retrancher([nom("conclus", moment, {})], [recours], `conclus sans ${recours}`, enigme);
    const chez = (population: string, codes: Record<string, string>[]): string[] => codes.map((un) => nom(population, moment, un));
    const emplois = chez(
      "sortis",
      ["cdi", "cdd", "autre"].map((contrat_travail) => ({ contrat_travail })),
    );
    retrancher(emplois, chez("sortis", [{ meme_entreprise: "oui" }]), `sortis|${moment}|en emploi sans être restés`, enigme);
    for (const [ailleurs, issue] of [
      ["non", "aucun"],
      ["non_connu", "non_connu"],
    ] as const) {
      const tout = chez("sortis", [{ meme_entreprise: ailleurs }]);
      retrancher(tout, chez("sortis", [{ contrat_travail: issue }]), `sortis|${moment}|${ailleurs} sans ${issue}`, enigme);
    }
    const prioritaires = chez("demandeurs", [{ prioritaire: "oui" }]);
    const minima = chez(
      "demandeurs",
      ["rsa", "ass", "aah"].map((minimum_social) => ({ minimum_social })),
    );
    retrancher(prioritaires, minima, `demandeurs|${moment}|prioritaires sans minimum`, enigme);
    retrancher(
      prioritaires,
      chez("demandeurs", [{ inscription: "24+" }]),
      `demandeurs|${moment}|prioritaires inscrits depuis moins de deux ans`,
      enigme,
    );
  }
}

/**
 * Enterprises change category with their latest contract, but a half-year's are all among those since the beginning, and those of an
 * earlier half-year stay: both differences are numbers of enterprises too.
 */
function ajouterEntreprises(semestre: string, avant: string | undefined, enigme: Enigme): void {
  const debut = `entreprises|cumul ${semestre}`;
  for (const cumul of [...enigme.valeurs.keys()].filter((cle) => cle.startsWith(debut))) {
    const codes = cumul.slice(debut.length);
    retrancher([cumul], [`entreprises|semestre ${semestre}${codes}`], `entreprises|absentes ${semestre}${codes}`, enigme);
  }
  if (avant !== undefined) retrancher([debut], [`entreprises|${avant}`], `entreprises|nouvelles ${semestre}`, enigme);
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
