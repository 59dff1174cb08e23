import { constantesDe, type Forme, shapeErrors } from "../dispositif/forme.ts";
import { type SchemaNode, schemaAt } from "../dispositif/schema-node.ts";
import type { Path } from "../dossier/place.ts";
import { type Champ, champsDe } from "../saisie/champs.ts";
import { type Avancement, isRubrique, nomDe, type Question, type Reponses } from "./questions.ts";

/** A rubric being filled in. */
interface Rubrique {
  forme: Forme;
  /** The whole document, of which `valeurs` is a part. */
  data: Record<string, unknown>;
  valeurs: Record<string, unknown>;
  chemin: Path;
  rubriques: readonly string[];
}

/** An interview is a plain program that yields a question and receives its answer. */
type Entretien = Generator<Question, void, unknown>;

/**
 * Leads an interview as long as `repondre` has an answer (null for what is passed), up to the first question for which it gives
 * `undefined`. What is required is what the schema finds missing at that moment: no list of questions is written anywhere.
 */
export function derouler(forme: Forme, repondre: (question: Question) => unknown): Avancement {
  const data: Record<string, unknown> = constantesDe(forme);
  const entretien = rubrique({ forme, data, valeurs: data, chemin: [], rubriques: [] });
  const posees: string[] = [];
  for (let etape = entretien.next(); !etape.done; ) {
    const reponse = repondre(etape.value);
    if (reponse === undefined) return { forme, data, question: etape.value, posees };
    posees.push(nomDe(etape.value));
    etape = entretien.next(structuredClone(reponse));
  }
  return { forme, data, question: undefined, posees };
}

/** The same answers as before, to come back where an interview stood. */
export function rejouer(forme: Forme, reponses: Reponses): Avancement {
  return derouler(forme, (question) => reponses.get(nomDe(question)));
}

/** Keys that say nothing a person would be asked: the file's first line, and a choice of one. */
function isMuette({ properties = {} }: SchemaNode, cle: string): boolean {
  return properties[cle]?.const !== undefined || properties[cle]?.enum?.length === 1;
}

function* rubrique(ici: Rubrique): Entretien {
  const { forme, valeurs, chemin } = ici;
  const noeud = schemaAt(forme, chemin);
  const cles = Object.keys(noeud.properties ?? {}).filter((cle) => !isMuette(noeud, cle));
  const isLibre = chemin.length > 0 && noeud.required === undefined;
  const reste: string[] = [];
  for (const cle of cles) {
    if (chemin.length === 0) yield* avant(ici, noeud, cle);
    if (exige(ici, cle)) yield* donnee(ici, cle, false);
    else if (isLibre && champDe(ici, cle) !== undefined) yield* donnee(ici, cle, true);
    else if (valeurs[cle] === undefined) reste.push(cle);
  }
  // What was asked since may have been among the optional keys: « mois_inscription » of a job-seeker.
  const offertes = reste.filter((cle) => valeurs[cle] === undefined && !(chemin.length === 0 && cle === "contrat"));
  if (offertes.length > 0) yield* facultatif(ici, offertes);
}

/** Whether a key is to be asked for at once; a rubric that may be empty, or a list of rubrics, can wait. */
function exige(ici: Rubrique, cle: string): boolean {
  const { forme, chemin, valeurs } = ici;
  const { type, items } = schemaAt(forme, [...chemin, cle]);
  if (champDe(ici, cle) === undefined && (items !== undefined || Array.isArray(type))) return false;
  // A contract or a certification begun by another answer is to be told in whole.
  return isManquante(ici, cle) || isRubrique(valeurs[cle]);
}

/** Whether the schema misses a key, given all that is known. */
function isManquante({ forme, data, chemin }: Rubrique, cle: string): boolean {
  const pointer = chemin.map((step) => `/${step}`).join("");
  return shapeErrors(forme, data).some(
    ({ keyword, instancePath, params }) => keyword === "required" && instancePath === pointer && params.missingProperty === cle,
  );
}

/** What is asked before a key of the document itself. */
function* avant(ici: Rubrique, { then: alors }: SchemaNode, cle: string): Entretien {
  if (alors?.required?.[0] === cle) yield* conclu(ici);
  if (cle === "certification" && "contrat" in ici.valeurs) yield* certification(ici);
}

/** Asked before the first key that a contract makes necessary. */
function* conclu({ valeurs, rubriques }: Rubrique): Entretien {
  if ((yield { sorte: "conclu", chemin: ["contrat"], rubriques, rang: 0 }) === true) valeurs.contrat = {};
}

function* certification({ valeurs, rubriques }: Rubrique): Entretien {
  const choisie = yield { sorte: "certification", chemin: ["certification"], rubriques };
  if (isRubrique(choisie)) valeurs.certification = choisie;
}

function* facultatif(ici: Rubrique, offertes: readonly string[]): Entretien {
  const { forme, chemin, rubriques, valeurs } = ici;
  const cles = offertes.map((cle) => {
    const { title = cle, description = "" } = schemaAt(forme, [...chemin, cle]);
    return { cle, libelle: title, aide: description };
  });
  const voulues: unknown = yield { sorte: "facultatif", chemin, rubriques, cles };
  for (const cle of offertes) {
    const noeud = schemaAt(forme, [...chemin, cle]);
    if (Array.isArray(voulues) && voulues.includes(cle)) yield* donnee(ici, cle, false);
    // What a contract requires, even empty: a phase that has not begun, no expense yet.
    else if (isManquante(ici, cle)) valeurs[cle] = noeud.items === undefined ? null : [];
  }
}

function* donnee(ici: Rubrique, cle: string, facultative: boolean): Entretien {
  const { forme, data, valeurs, rubriques } = ici;
  const chemin = [...ici.chemin, cle];
  const champ = champDe(ici, cle);
  if (champ !== undefined) {
    const valeur = yield { sorte: "champ", chemin, rubriques, champ, facultative };
    if (valeur !== null && valeur !== undefined) valeurs[cle] = valeur;
    return;
  }
  const { title = cle, items } = schemaAt(forme, chemin);
  const titres = [...rubriques, title];
  if (items !== undefined) return yield* liste({ forme, data, valeurs, chemin, rubriques: titres }, cle);
  const dedans = isRubrique(valeurs[cle]) ? valeurs[cle] : {};
  valeurs[cle] = dedans;
  yield* rubrique({ forme, data, valeurs: dedans, chemin, rubriques: titres });
}

function* liste({ forme, data, valeurs, chemin, rubriques }: Rubrique, cle: string): Entretien {
  const elements: Record<string, unknown>[] = [];
  valeurs[cle] = elements;
  for (let rang = 0; rang === 0 || (yield { sorte: "encore", chemin, rubriques, rang }) === true; rang += 1) {
    const element = {};
    elements.push(element);
    yield* rubrique({ forme, data, valeurs: element, chemin: [...chemin, rang], rubriques });
  }
}

function champDe({ forme, chemin }: Rubrique, cle: string): Champ | undefined {
  const place = [...chemin, cle].map((step) => (typeof step === "number" ? "[]" : step)).join(".");
  return champsDe(forme).find((champ) => champ.chemin.join(".") === place);
}
