import type { Proved } from "./proved.ts";
import type { Harmless } from "./texts.ts";

type Leaves = Map<string, unknown>;

/** What stands where in a dashboard for programs that was not proved, and what was proved and is not there. */
export function jsonFaults(text: string, proved: Proved, harmless: Harmless): string[] {
  return faultsIn(text, 2, documentOf(proved), (at, value) => isAbout(at, value, proved, harmless));
}

/** The same of the record of a publication. */
export function recordFaults(text: string, proved: Proved, harmless: Harmless): string[] {
  return faultsIn(text, 1, recordOf(proved), (at, value) => isAbout(at, value, proved, harmless));
}

function faultsIn(text: string, indent: number, proved: object, isKnown: (at: string, value: unknown) => boolean): string[] {
  const read: unknown = JSON.parse(text);
  const [leaves, expected] = [leavesOf(read), leavesOf(proved)];
  const odd = [...leaves].filter(([at, value]) => !(expected.has(at) ? expected.get(at) === value : isKnown(at, value)));
  const missing = [...expected.keys()].filter((at) => !leaves.has(at));
  // A name said twice, a number written in another way or a space too many is in no value that was read.
  const isPlain = `${JSON.stringify(read, null, indent)}\n` === text;
  return [
    ...odd.map(([at, value]) => `${at} : ${JSON.stringify(value)}`),
    ...missing.map((at) => `${at} manque`),
    ...(isPlain ? [] : ["l'écriture du document"]),
  ];
}

function documentOf({ tables, figures, taux, secret, regroupement }: Proved): object {
  const rates = taux.map(({ id, valeur, numerateur, denominateur }) => [
    id,
    { valeur, numerateur: numerateur.id, denominateur: denominateur.id },
  ]);
  return {
    synthese: { ...Object.fromEntries(figures.map(({ id, valeur }) => [id, valeur])), taux: Object.fromEntries(rates) },
    tables: tables.map(({ id, titre, unite, dimensions, cellules }) => ({
      id,
      titre,
      unite,
      dimensions: dimensions.map((one) => one.id),
      cellules: cellsOf({ dimensions, cellules }),
    })),
    secret: { ...secret?.arrondi, seuil: secret?.persons },
    regroupement: groupingOf(regroupement),
  };
}

function recordOf({ tables, figures, secret, regroupement }: Proved): object {
  return {
    synthese: Object.fromEntries(figures.map(({ id, valeur }) => [id, valeur])),
    tables: tables.map(({ id, dimensions, cellules }) => ({
      id,
      dimensions: dimensions.map((one) => one.id),
      cellules: cellsOf({ dimensions, cellules }),
    })),
    parametres: {
      secret: { ...secret?.arrondi, seuil: secret?.persons, entreprises: secret?.enterprises, dominance: secret?.dominance },
      regroupement: groupingOf(regroupement),
    },
  };
}

/** What is empty is not said. */
function groupingOf(grouping: Proved["regroupement"]): object | undefined {
  if (grouping === undefined) return undefined;
  const { reunions, sans, mesures } = grouping;
  return { ...(reunions.length > 0 && { reunions }), ...(sans.length > 0 && { sans }), mesures };
}

/** What a cell may say, whatever else there is in it. */
function cellsOf({ dimensions, cellules }: Pick<Proved["tables"][number], "dimensions" | "cellules">): object[] {
  return cellules.map(({ mesure, codes, valeur, secret, effectif }) => ({
    mesure,
    codes: Object.fromEntries(dimensions.map(({ id }) => [id, codes[id]])),
    valeur,
    secret,
    effectif,
  }));
}

/** Every value by its place; a list or an entry without any is one too, for its name says something. */
function leavesOf(value: unknown, at = "", leaves: Leaves = new Map()): Leaves {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 && value !== undefined) leaves.set(at, value);
  for (const [name, one] of entries) leavesOf(one, `${at}.${name}`, leaves);
  return leaves;
}

const ABOUT: readonly [at: RegExp, says: RegExp][] = [
  [/^\.format$/, /^cpro\/(dashboard|diffusion)\/1$/],
  [/^\.(date|arrete_au)$/, /^\d{4}-\d\d-\d\d$/],
  [/^(\.parametres)?\.secret\.methode$/, /^(suppression|arrondi)$/],
  [/^\.parametres\.secret\.(groupes|inites)$/, /^(true|tous)$/],
  [/^\.parametres\.decoupage$/, /^(null|region)$/],
  [/^\.(empreinte|parametres\.nomenclature|sources\.(empreinte|precedents\.\d+\.sha256)|fichier\.sha256)$/, /^[0-9a-f]{64}$/],
  [/^\.sources\.precedents\.\d+\.semestre$/, /^\d{4}-S[12]$/],
  [/^\.sources\.precedents$/, /^$/],
  // Whoever makes it gives the file its name.
  [/^\.fichier\.nom$/, /^/],
];

/** What describes the document: its own words, in their places. */
function isAbout(at: string, value: unknown, { semestre, tables, figures }: Proved, harmless: Harmless): boolean {
  if (at === ".semestre") return value === semestre.id;
  if (at === ".version") return harmless(`cpro ${value}`);
  if (/^(\.parametres)?\.secret\.zeros_masques\.\d+$/.test(at)) return [...tables, ...figures].some(({ id }) => id === value);
  return ABOUT.some(([place, says]) => place.test(at) && says.test(String(value)));
}
