import type { Path } from "../dossier/place.ts";
import type { Noeud } from "./assembler.ts";
import type { ModeleEtape, ModelePhase } from "./deroulement.ts";
import type { Deroulement, Dispositif } from "./modele.ts";

/** What a dispositif that continues another says: only what it adds, or says otherwise. */
export type Extension = Pick<Dispositif, "identifiant" | "libelle" | "article" | "description" | "sources"> &
  Partial<Omit<Dispositif, "parcours">> & { etend: string; parcours?: Partial<Deroulement> };

/**
 * A dispositif made whole from the one that it continues: its phases come where they say or last, its steps at the end of their phase,
 * its rules and figures beside the parent's. Without a bilan of its own it is counted with its parent.
 */
export function etendre(parent: Dispositif, enfant: Extension): Dispositif {
  // Files that name no dispositif follow the parent, and its dashboard is the parent's.
  const { par_defaut: _, bilan: __, parcours: sien, parametres, references, regles_donnees = [], ...reste } = parent;
  const { parcours = {}, ...propre } = enfant;
  return {
    ...reste,
    ...propre,
    acteurs: { ...parent.acteurs, ...enfant.acteurs },
    regles: [...parent.regles, ...(enfant.regles ?? [])],
    regles_donnees: [...regles_donnees, ...(enfant.regles_donnees ?? [])],
    parametres: { ...parametres, ...enfant.parametres },
    references: { ...references, ...enfant.references },
    parcours: etendreDeroulement(sien, parcours),
  };
}

function etendreDeroulement(parent: Deroulement, enfant: Partial<Deroulement>): Deroulement {
  const { faits = [], prevues = [], calculs, phases = [], etapes = [], ...reste } = enfant;
  const toutes = inserer(parent.phases, phases);
  const redits = new Set(faits.map(({ chemin }) => chemin));
  return {
    ...parent,
    ...reste,
    faits: [...parent.faits.filter(({ chemin }) => !redits.has(chemin)), ...faits],
    prevues: [...parent.prevues, ...prevues],
    calculs: { ...parent.calculs, ...calculs },
    phases: toutes,
    etapes: ranger(parent.etapes, etapes, toutes),
  };
}

/** Phases among others: before the one that they name, else last. */
function inserer(parent: readonly ModelePhase[], enfant: readonly ModelePhase[]): ModelePhase[] {
  const phases = [...parent];
  for (const phase of enfant) {
    const place = phases.findIndex(({ id }) => id === phase.avant);
    phases.splice(place === -1 ? phases.length : place, 0, phase);
  }
  return phases;
}

/** The first step that is left to do is the next one: an added step stands after those of its phase, or before those of the next one. */
function ranger(parent: readonly ModeleEtape[], enfant: readonly ModeleEtape[], phases: readonly ModelePhase[]): ModeleEtape[] {
  const etapes = [...parent];
  for (const etape of enfant) {
    const derniere = etapes.findLastIndex(({ phase }) => phase === etape.phase);
    etapes.splice(derniere === -1 ? suivante(etapes, etape, phases) : derniere + 1, 0, etape);
  }
  return etapes;
}

/** Where the steps of the phases that come after begin. */
function suivante(etapes: readonly ModeleEtape[], { phase }: ModeleEtape, phases: readonly ModelePhase[]): number {
  const apres = phases.slice(phases.findIndex(({ id }) => id === phase) + 1).map(({ id }) => id);
  const place = etapes.findIndex((une) => une.phase !== undefined && apres.includes(une.phase));
  return place === -1 ? etapes.length : place;
}

/** The schema of its files, made whole from the parent's: its keys after the parent's, its requirements besides. */
export function etendreSchema(parent: Noeud, enfant: Noeud): Noeud {
  const { properties, required, $defs, "x-feuilles": feuilles, ...reste } = objets(enfant);
  const suffixe = String(enfant["x-suffixe"] ?? enfant.title ?? "");
  const renommees = liste(parent["x-feuilles"]).map((feuille) => ({
    ...(feuille as Noeud),
    nom: `${(feuille as Noeud).nom} (${suffixe})`,
  }));
  return {
    ...parent,
    ...reste,
    "x-feuilles": [...renommees, ...liste(feuilles)],
    required: [...new Set([...liste(parent.required), ...liste(required)])],
    properties: { ...objets(parent.properties), ...objets(properties) },
    $defs: { ...objets(parent.$defs), ...objets($defs) },
  };
}

function objets(valeur: unknown): Noeud {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur) ? (valeur as Noeud) : {};
}

function liste(valeur: unknown): readonly unknown[] {
  return Array.isArray(valeur) ? valeur : [];
}

/** Where what stands at a place of the whole is said in the file of the one that continues; where it names the other, when it is said there. */
export function lieuDit(at: Path, entier: unknown, enfant: unknown): Path {
  const lieu: (string | number)[] = [];
  let [la, ici] = [entier, enfant];
  for (const pas of at) {
    const suite = dedans(la)[pas];
    const rang = Array.isArray(ici) && Array.isArray(la) ? ici.indexOf(suite) : pas;
    if (rang === -1 || dedans(ici)[rang] === undefined) return ["etend"];
    lieu.push(rang);
    [la, ici] = [suite, dedans(ici)[rang]];
  }
  return lieu;
}

function dedans(valeur: unknown): Readonly<Record<string | number, unknown>> {
  return typeof valeur === "object" && valeur !== null ? (valeur as Readonly<Record<string | number, unknown>>) : {};
}
