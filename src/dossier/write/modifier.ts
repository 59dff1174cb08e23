import { formeDe } from "../../dispositif/catalogue.ts";
import { shapeErrors } from "../../dispositif/forme.ts";
import { UserError } from "../../errors.ts";
import { count, list } from "../../words/french.ts";
import { type FaultyFile, type ParcoursBase, type ParcoursDocument, readText } from "../entry.ts";
import type { Path } from "../place.ts";
import { MOST_LEVELS } from "../reader/lines.ts";

/** A value to put in a parcours, in memory only; `undefined` takes the key away. */
export interface Modification {
  identifiant: string;
  chemin: Path;
  valeur: unknown;
}

const exemple = "Écrivez IDENTIFIANT.chemin=valeur, par exemple EPE-001.contrat.fin=2026-06-30 ; rien après le signe = retire la clé.";

/**
 * Reads « EPE-001.contrat.fin=2026-06-30 »: the value is read as in a file, an element of a list is named by its rank from 0.
 * @throws UserError on anything that does not name a parcours of the dossier and a place in it.
 */
export async function lireModification(texte: string, identifiants: readonly string[]): Promise<Modification> {
  const egal = texte.indexOf("=");
  if (egal === -1) throw new UserError(`« ${debut(texte)} » : il manque le signe = et la valeur.`, exemple);
  const gauche = texte.slice(0, egal).trim();
  const candidats = identifiants.filter((id) => gauche.startsWith(`${id}.`)).sort((a, b) => b.length - a.length);
  const [identifiant] = candidats;
  if (identifiant === undefined) {
    const connus = list(identifiants.slice(0, 5).map((id) => `« ${id} »`));
    throw new UserError(
      `« ${debut(texte)} » ne commence par l'identifiant d'aucun parcours du dossier.`,
      `${exemple} Parcours : ${connus}.`,
    );
  }
  const pas = gauche
    .slice(identifiant.length + 1)
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .split(".");
  // Not a key of any file, and not one to be set on an object.
  if (pas.includes("__proto__")) throw new UserError(`« ${debut(gauche)} » : la clé « __proto__ » est inconnue.`);
  if (pas.length > MOST_LEVELS) throw new UserError(`« ${debut(gauche)} » : plus de ${MOST_LEVELS} niveaux.`, exemple);
  if (pas.includes("")) throw new UserError(`« ${debut(gauche)} » : il manque une clé entre deux points.`, exemple);
  const chemin = pas.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { identifiant, chemin, valeur: await lireValeur(texte.slice(egal + 1).trim()) };
}

/** Enough of what was typed to find it again. */
function debut(texte: string): string {
  return texte.length <= LONGUEUR ? texte : `${texte.slice(0, LONGUEUR)}…`;
}

const LONGUEUR = 80;

async function lireValeur(texte: string): Promise<unknown> {
  if (texte === "") return undefined;
  const reading = await readText(`valeur: ${texte}\n`);
  const { data } = "faults" in reading ? { data: undefined } : reading;
  const isOne = typeof data === "object" && data !== null && "valeur" in data && Object.keys(data).length === 1;
  if (!isOne)
    throw new UserError(
      `La valeur « ${debut(texte)} » ne se lit pas.`,
      "Écrivez-la comme dans un fichier ; entre guillemets si c'est un texte.",
    );
  return data.valeur;
}

/** The parcours with the changes, those that no longer have the shape of a parcours set apart. Files and data given stay as they are. */
export function modifier<P extends ParcoursBase>(
  documents: readonly ParcoursDocument<P>[],
  modifications: readonly Modification[],
): { parcours: ParcoursDocument<P>[]; faulty: FaultyFile[] } {
  const parcours: ParcoursDocument<P>[] = [];
  const faulty: FaultyFile[] = [];
  for (const document of documents) {
    const siennes = modifications.filter(({ identifiant }) => identifiant === document.data.identifiant);
    if (siennes.length === 0) {
      parcours.push(document);
      continue;
    }
    const data: unknown = structuredClone(document.data);
    for (const { chemin, valeur } of siennes) poser(data, chemin, valeur);
    // JSON is YAML too: what is to be said of the changed data finds its place in this text.
    const bytes = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
    const { file, kind, modele } = document;
    const forme = formeDe(modele, kind);
    const errors = shapeErrors(forme, data);
    if (errors.length > 0) faulty.push({ file, bytes, shape: { kind, forme, data, errors } });
    else parcours.push({ file, bytes, kind, data: data as P, modele });
  }
  return { parcours, faulty };
}

/** What stands at a path, `undefined` when nothing does. */
export function valeurA(data: unknown, chemin: Path): unknown {
  return chemin.reduce<unknown>((node, step) => (isRubrique(node) ? node[step] : undefined), data);
}

type Rubrique = Record<string | number, unknown>;

function isRubrique(node: unknown): node is Rubrique {
  return typeof node === "object" && node !== null;
}

/** Rubrics on the way are made when they are missing, for a rupture may be supposed where there is none. */
function poser(data: unknown, chemin: Path, valeur: unknown): void {
  let node = data;
  for (const [rang, step] of chemin.entries()) {
    if (!isRubrique(node)) throw pasUneRubrique(chemin.slice(0, rang));
    checkRang(node, step, chemin);
    if (rang === chemin.length - 1) poserIci(node, step, valeur);
    else node[step] ??= typeof chemin[rang + 1] === "number" ? [] : {};
    node = node[step];
  }
}

function poserIci(node: Rubrique, step: string | number, valeur: unknown): void {
  if (valeur !== undefined) node[step] = valeur;
  else if (Array.isArray(node)) node.splice(Number(step), 1);
  else delete node[step];
}

function pasUneRubrique(chemin: Path): UserError {
  return new UserError(`« ${chemin.join(".")} » est une valeur, pas une rubrique : on ne peut rien y mettre.`, exemple);
}

function checkRang(node: Rubrique, step: string | number, chemin: Path): void {
  if (!Array.isArray(node)) return;
  if (typeof step === "number" && step <= node.length) return;
  const quoi =
    typeof step === "number"
      ? `la liste a ${count(node.length, "élément")}, et les rangs se comptent à partir de 0`
      : "c'est une liste : nommez l'élément par son rang";
  throw new UserError(`« ${chemin.join(".")} » : ${quoi}.`, exemple);
}
