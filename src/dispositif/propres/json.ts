/** What a text of JSON breaks first: where, and what is expected there. */
export interface FauteJson {
  at: number;
  attendu: string;
}

/** More levels than any schema has. */
const MOST_LEVELS = 60;

const blanc = /[ \t\r\n]*/y;
const chaine = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const atome = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.])/y;

/** Reads JSON to its first fault, which the engine's own reader does not always place; nothing when there is none. */
export function fauteJson(texte: string): FauteJson | undefined {
  try {
    const fin = passer(texte, valeur(texte, 0, 0));
    return fin === texte.length ? undefined : { at: fin, attendu: "la fin du fichier" };
  } catch (error) {
    if (error instanceof Arret) return { at: error.at, attendu: error.message };
    throw error;
  }
}

/** Thrown at the first fault. */
class Arret extends Error {
  at: number;

  constructor(at: number, attendu: string) {
    super(attendu);
    this.at = at;
  }
}

/** Where a pattern that stands at a place ends. */
function apres(motif: RegExp, texte: string, at: number): number | undefined {
  motif.lastIndex = at;
  return motif.test(texte) ? motif.lastIndex : undefined;
}

const passer = (texte: string, at: number): number => apres(blanc, texte, at) ?? at;

function valeur(texte: string, depart: number, niveau: number): number {
  const at = passer(texte, depart);
  if (niveau > MOST_LEVELS) throw new Arret(at, `moins de ${MOST_LEVELS} niveaux`);
  if (texte[at] === "{") return suite(texte, at, "}", (ici) => membre(texte, ici, niveau));
  if (texte[at] === "[") return suite(texte, at, "]", (ici) => valeur(texte, ici, niveau + 1));
  const fin = apres(chaine, texte, at) ?? apres(atome, texte, at);
  if (fin === undefined) throw new Arret(at, texte[at] === '"' ? "une chaîne bien fermée" : "une valeur");
  return fin;
}

function membre(texte: string, depart: number, niveau: number): number {
  const at = passer(texte, depart);
  const cle = apres(chaine, texte, at);
  if (cle === undefined) throw new Arret(at, "une clé entre guillemets doubles");
  const deux = passer(texte, cle);
  if (texte[deux] !== ":") throw new Arret(deux, "« : » après la clé");
  return valeur(texte, deux + 1, niveau + 1);
}

/** The items between brackets, with a comma between two. */
function suite(texte: string, debut: number, ferme: string, element: (at: number) => number): number {
  let at = passer(texte, debut + 1);
  if (texte[at] === ferme) return at + 1;
  while (true) {
    at = passer(texte, element(at));
    if (texte[at] === ferme) return at + 1;
    if (texte[at] !== ",") throw new Arret(at, `« , » ou « ${ferme} »`);
    at += 1;
  }
}
