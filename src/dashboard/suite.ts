import type { Day } from "../dates.ts";
import { avecMesure, mesureDe } from "./cles.ts";
import type { Semestre } from "./semestre.ts";
import type { Systeme, Variable } from "./systeme.ts";

/** A publication of a half-year: what is true, as the data says today, and what was shown. */
export interface Parution {
  semestre: Pick<Semestre, "id" | "debut">;
  date: Day;
  arreteAu: Day;
  systeme: Systeme;
  /** By variable, the number that today's data would show and the number shown then. */
  vrais: ReadonlyMap<string, number>;
  montres: ReadonlyMap<string, number>;
}

type Suivante = Omit<Parution, "montres" | "vrais">;

/**
 * The system of a publication with those that readers already have: what they saw is known for good, what was hidden from them is
 * still secret, and what changed from one to the next is a population too. Keys of the publication stay as they are.
 */
export function enchainer(courante: Suivante, anterieures: readonly Parution[]): Systeme {
  const ordre = [...anterieures].sort((a, b) => (a.arreteAu + a.date < b.arreteAu + b.date ? -1 : 1));
  const systemes = [courante.systeme];
  let [suivante, nomSuivant]: [Suivante, Nom] = [courante, (cle) => cle];
  for (const [rang, parution] of [...ordre.entries()].reverse()) {
    const { liens, memes } = lier(parution, (cle) => `${parution.semestre.id}, parution ${rang + 1}|${cle}`, suivante, nomSuivant);
    const nom: Nom = (cle) => memes.get(cle) ?? `${parution.semestre.id}, parution ${rang + 1}|${cle}`;
    systemes.push(dejaParue(parution, nom), liens);
    [suivante, nomSuivant] = [parution, nom];
  }
  return {
    variables: confondre(systemes.flatMap(({ variables }) => variables)),
    relations: systemes.flatMap(({ relations }) => relations),
  };
}

type Nom = (cle: string) => string;

/** The same population seen twice is one variable, of which readers know all that they know of either. */
function confondre(variables: readonly Variable[]): Variable[] {
  const uniques = new Map<string, Variable>();
  for (const variable of variables) {
    const premiere = uniques.get(variable.key);
    const floor = Math.max(premiere?.floor ?? 0, variable.floor ?? 0);
    const known = premiere?.known || variable.known;
    uniques.set(variable.key, premiere === undefined ? variable : { ...premiere, ...(known && { known }), ...(floor > 0 && { floor }) });
  }
  return [...uniques.values()];
}

/** The system of an earlier publication, its names apart. */
function dejaParue({ systeme, montres, vrais }: Parution, nom: Nom): Systeme {
  const corrections = systeme.variables.filter(
    ({ key, kind }) => kind !== "amount" && montres.has(key) && montres.get(key) !== vrais.get(key),
  );
  const ajouts = corrections.map(({ key, total }) => corriger(nom(key), total, montres.get(key) ?? 0));
  return {
    variables: [
      ...systeme.variables.map((variable) => vue(variable, nom(variable.key), montres, vrais)),
      ...ajouts.flatMap((un) => un.variables),
    ],
    relations: [
      ...systeme.relations.map(({ left, right }) => ({ left: left.map(nom), right: right.map(nom) })),
      ...ajouts.flatMap((un) => un.relations),
    ],
  };
}

/** What readers know of a variable: its number if they saw it and it still holds; otherwise, that it was hidden for not being zero. */
function vue(variable: Variable, key: string, montres: Parution["montres"], vrais: Parution["vrais"]): Variable {
  const montre = montres.get(variable.key);
  if (montre !== undefined && montre === vrais.get(variable.key)) return { ...variable, key, known: true };
  const floor = montre === undefined && !variable.unpublished && variable.kind !== "amount" ? 1 : 0;
  return { ...variable, key, unpublished: true, floor };
}

/** A number shown then that today's data contradicts: readers see the difference as soon as they see the new number. */
function corriger(key: string, total: number, montre: number): Systeme {
  const [paru, ecart] = [`${key}|paru`, `${key}|correction`];
  const [plus, moins] = total > montre ? [key, paru] : [paru, key];
  return {
    variables: [
      { ...population(paru, montre), known: true },
      { ...population(ecart, Math.abs(total - montre)), unpublished: true },
    ],
    relations: [{ left: [plus], right: [moins, ecart] }],
  };
}

/**
 * What ties a publication to the next one: all that was counted then is counted again, with what came between. Where nothing came
 * between, both are the same population (`memes`).
 */
function lier(parution: Parution, nom: Nom, suivante: Suivante, nomSuivant: Nom): { liens: Systeme; memes: Map<string, string> } {
  const apresPar = new Map(suivante.systeme.variables.map((variable) => [variable.key, variable]));
  const memeSemestre = parution.semestre.id === suivante.semestre.id;
  const memes = new Map<string, string>();
  const liens: Systeme = { variables: [], relations: [] };
  for (const avant of parution.systeme.variables) {
    const mesure = mesureDe(avant.key);
    if (mesure === undefined || (!memeSemestre && mesure !== "cumul")) continue;
    const apres = apresPar.get(memeSemestre ? avant.key : avecMesure(avant.key, "anterieur"));
    // Different enterprises move from one category to another as their attributes change: nothing adds up.
    if (apres === undefined || apres.total < avant.total || apres.kind === "enterprises" || apres.kind === "certifications") continue;
    if (apres.total === avant.total && apres.persons === avant.persons) memes.set(avant.key, nomSuivant(apres.key));
    else {
      const persons = apres.persons - avant.persons;
      const montants = { kind: avant.kind, persons, contributors: persons, enterprises: persons };
      const entre = { ...population(`${nom(avant.key)}|entre`, apres.total - avant.total), ...montants, unpublished: true };
      liens.variables.push(entre);
      liens.relations.push({ left: [nomSuivant(apres.key)], right: [nom(avant.key), entre.key] });
    }
  }
  return { liens, memes };
}

function population(key: string, total: number): Variable {
  const amounts = { contributors: 0, enterprises: 0, largest: 0 };
  return { key, kind: "persons", total, persons: total, ...amounts, unpublished: false, table: "semestres déjà publiés", usefulness: 0 };
}
