import { type Intervalle, intervalles } from "./solveur.ts";
import { type Lecture, type Systeme, systemeDe } from "./systeme.ts";
import { type Publie, seuilDe } from "./tables.ts";

/** What an attack finds of the small counts: those it knows, those it nearly knows, and those that the solver had no time for. */
export interface Bilan {
  secrets: number;
  exactes: string[];
  serrees: string[];
  doutes: string[];
}

interface Attaque {
  publie: Lecture;
  /** The same files with nothing hidden. */
  vrai: Lecture;
  /** What others have published of parts of the same parcours. */
  autres?: readonly Lecture[];
  vraisAutres?: readonly Lecture[];
  /** What one reader has of its own, all of it true: it knows that each number counts at least as many. */
  sait?: Publie;
  /** Rounded files always leave several possibilities, but few: only what is known exactly counts. */
  arrondi?: true;
  /** Nothing is asked of the rest of a group, only of the cells and of what lies between half-years. */
  cellulesSeules?: true;
}

/** Attacks published files by integer programs, for every small count that is in them or between them. */
export async function attaquer({ publie, vrai, autres = [], vraisAutres = [], sait, arrondi, cellulesSeules }: Attaque): Promise<Bilan> {
  const systeme = systemeDe(publie, autres);
  const verites = veritesDe(systemeDe(vrai, vraisAutres));
  const siens = sait === undefined ? new Map<string, number>() : veritesDe(systemeDe({ publies: [sait] }));
  for (const [cle, part] of siens) {
    const colonne = systeme.colonnes.get(cle);
    // An enterprise stands where its latest contract does, which may be somebody else's.
    if (colonne === undefined || /entreprises|certifications/.test(cle)) continue;
    const [bas, haut] = systeme.bornes[colonne] ?? [0, 0];
    systeme.bornes[colonne] = [Math.max(bas, part), haut];
  }
  exigerVrai(systeme, verites);
  const secrets = [...systeme.colonnes].filter(
    ([cle]) => estSecret(cle, verites.get(cle)) && siens.get(cle) !== verites.get(cle) && !(cellulesSeules && / sans |reste:/.test(cle)),
  );
  const noms = new Map(secrets.map(([cle, colonne]) => [colonne, cle]));
  const suffit = (colonne: number, { bas, haut }: Intervalle): boolean => {
    const cle = noms.get(colonne) ?? "";
    if (arrondi) return haut > bas;
    const seuil = seuilDe(populationDe(cle));
    return haut - bas >= seuil - 1 && (haut >= seuil || estRevision(cle));
  };
  const trouves = await intervalles(systeme, [...noms.keys()], suffit);
  const bilan: Bilan = { secrets: secrets.length, exactes: [], serrees: [], doutes: [] };
  for (const [colonne, intervalle] of trouves) {
    if (suffit(colonne, intervalle)) continue;
    const { bas, haut, prouve } = intervalle;
    const sorte = !prouve ? "doutes" : bas === haut ? "exactes" : "serrees";
    bilan[sorte].push(`${noms.get(colonne)} : ${bas} à ${haut}, en vérité ${verites.get(noms.get(colonne) ?? "")}`);
  }
  return bilan;
}

const estRevision = (cle: string): boolean => cle.includes("|révisés ");
const populationDe = (cle: string): string => (/(?:^|: )(\w+)\|/.exec(cle)?.[1] ?? "").trim();

/** Counts of persons or enterprises, but those that a part of them has published itself; how many certifications there are, or how many more contracts than those, is nobody's secret. */
function estSecret(cle: string, valeur: number | undefined): boolean {
  if (valeur === undefined || valeur === 0 || /certifications\||conclus.* sans .*entreprises\||^part /.test(cle)) return false;
  return Math.abs(valeur) < seuilDe(populationDe(cle));
}

/** Every number of files that hide nothing, and those that follow from them. */
function veritesDe({ colonnes, bornes, sommes }: Systeme): Map<string, number> {
  const connues = new Map(bornes.flatMap(([bas, haut], colonne) => (bas === haut ? [[colonne, bas] as const] : [])));
  let restent = sommes;
  for (let avance = true; avance; ) {
    const suite = restent.filter(({ termes, constante }) => !deduire(termes, constante, connues));
    avance = suite.length < restent.length;
    restent = suite;
  }
  return new Map([...colonnes].flatMap(([cle, colonne]) => (connues.has(colonne) ? [[cle, connues.get(colonne) ?? 0] as const] : [])));
}

/** Whether a sum has nothing more to tell: it gives its only unknown, if it has one. */
function deduire(termes: ReadonlyMap<number, number>, constante: number, connues: Map<number, number>): boolean {
  const inconnues = [...termes].filter(([colonne]) => !connues.has(colonne));
  const [premiere] = inconnues;
  if (premiere === undefined) return true;
  if (inconnues.length > 1) return false;
  const reste = [...termes].reduce((total, [colonne, facteur]) => total + facteur * (connues.get(colonne) ?? 0), constante);
  connues.set(premiere[0], -reste / premiere[1]);
  return true;
}

/** An attack that took something false for true would prove nothing. */
function exigerVrai({ colonnes, bornes, sommes }: Systeme, verites: ReadonlyMap<string, number>): void {
  const noms = [...colonnes.keys()];
  const valeurs = noms.map((cle) => verites.get(cle));
  const faux = bornes.findIndex(
    ([bas, haut], rang) => valeurs[rang] !== undefined && ((valeurs[rang] ?? 0) < bas || (valeurs[rang] ?? 0) > haut),
  );
  if (faux >= 0) throw new Error(`L'attaque se trompe sur ${noms[faux]} : ${valeurs[faux]} hors de ${bornes[faux]?.join(" à ")}.`);
  for (const { termes, constante } of sommes) {
    if ([...termes.keys()].some((colonne) => valeurs[colonne] === undefined)) continue;
    if ([...termes].reduce((total, [colonne, facteur]) => total + facteur * (valeurs[colonne] ?? 0), constante) !== 0)
      throw new Error(
        `L'attaque fait une somme fausse : ${[...termes].map(([colonne, facteur]) => `${facteur} × ${noms[colonne]} (${valeurs[colonne]})`).join(", ")}.`,
      );
  }
}
