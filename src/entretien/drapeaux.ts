import type { Forme } from "../dispositif/forme.ts";
import { readText } from "../dossier/entry.ts";
import type { Path } from "../dossier/place.ts";
import { valeurA } from "../dossier/write/modifier.ts";
import { type Champ, champsDe } from "../saisie/champs.ts";
import { lireReponse } from "../saisie/lire.ts";
import { derouler } from "./derouler.ts";
import { isRubrique, type Question } from "./questions.ts";

/** A flag of the command line that answers a question: its name is the path of the key in the file. */
export interface Drapeau {
  nom: string;
  aide: string;
  /** Values admitted, when there are few. */
  choix: readonly string[];
  /** A list of rubrics: each occurrence gives an element, written as in a file. */
  champ: Champ | undefined;
}

/** One flag for each value, and one for each list of rubrics. */
export function drapeauxDe(forme: Forme): Drapeau[] {
  const drapeaux = new Map<string, Drapeau>();
  for (const champ of champsDe(forme)) {
    const rang = champ.chemin.indexOf("[]");
    const nom = champ.chemin.slice(0, rang === -1 ? undefined : rang).join(".");
    if (drapeaux.has(nom)) continue;
    const titre = rang === -1 ? [...champ.rubriques, champ.libelle] : champ.rubriques.slice(0, rang);
    drapeaux.set(nom, {
      nom,
      aide: titre.join(", "),
      choix: rang === -1 ? champ.choix.map(({ valeur }) => String(valeur)) : [],
      champ: rang === -1 ? champ : undefined,
    });
  }
  return [...drapeaux.values()];
}

/** The data that flags give, in the shape of the document; what does not read is left as text, for the checks to refuse it. */
export async function donneesDesDrapeaux(
  forme: Forme,
  donnes: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  for (const { nom, champ } of drapeauxDe(forme)) {
    const textes = donnes[nom];
    if (textes === undefined) continue;
    const lus = champ === undefined ? await Promise.all(textes.map(lireElement)) : textes.map((texte) => lireReponse(champ, texte));
    poser(data, nom.split("."), champ === undefined ? lus : champ.multiple ? lus.flat() : lus.at(-1));
  }
  return data;
}

async function lireElement(texte: string): Promise<unknown> {
  const reading = await readText(`- ${texte}\n`);
  return "data" in reading && Array.isArray(reading.data) ? reading.data[0] : texte;
}

function poser(data: Record<string, unknown>, chemin: readonly string[], valeur: unknown): void {
  const [cle = "", ...suite] = chemin;
  if (suite.length === 0) data[cle] = valeur;
  else {
    const dedans = isRubrique(data[cle]) ? data[cle] : {};
    data[cle] = dedans;
    poser(dedans, suite, valeur);
  }
}

/** The answer that the data given beforehand have for a question; `undefined` when they have none. */
export function reponseDonnee(question: Question, donnees: Readonly<Record<string, unknown>>): unknown {
  const valeur = valeurA(donnees, question.chemin);
  switch (question.sorte) {
    case "champ":
      return valeur;
    case "conclu":
      return valeur === undefined ? undefined : true;
    case "encore":
      return Array.isArray(valeur) ? question.rang < valeur.length : undefined;
    case "certification":
      return valeur === undefined ? undefined : null;
    case "facultatif": {
      const donnees = question.cles.map(({ cle }) => cle).filter((cle) => isRubrique(valeur) && isRemplie(valeur[cle]));
      return donnees.length === 0 ? undefined : donnees;
    }
  }
}

/** A list given empty, or a rubric left blank, has nothing to ask about. */
function isRemplie(valeur: unknown): boolean {
  return valeur !== undefined && valeur !== null && !(Array.isArray(valeur) && valeur.length === 0);
}

/** A required answer that nothing gives. */
interface Manquant {
  chemin: Path;
  libelle: string;
}

/**
 * A whole interview answered by data given beforehand, nothing asked: the rest is passed, and what cannot be is `manquants`.
 */
export function repondreTout(
  forme: Forme,
  donnees: Readonly<Record<string, unknown>>,
): { data: Readonly<Record<string, unknown>>; manquants: Manquant[] } {
  const manquants: Manquant[] = [];
  const { data } = derouler(forme, (question) => {
    const reponse = reponseDonnee(question, donnees);
    if (reponse === undefined && question.sorte === "champ" && !question.facultative) {
      manquants.push({ chemin: question.chemin, libelle: [...question.rubriques, question.champ.libelle].join(", ") });
    }
    return reponse ?? passe[question.sorte];
  });
  return { data, manquants };
}

const passe: Readonly<Record<Question["sorte"], unknown>> = {
  champ: null,
  facultatif: [],
  conclu: false,
  encore: false,
  certification: null,
};
