import { lireCle, sous, texteDe } from "../../dashboard/definition/cle.ts";
import type { Semestre } from "../../dashboard/definition/semestre.ts";
import type { Day } from "../../words/dates.ts";
import { partsDeLEcart, partsDesDeux } from "../known/inities.ts";
import type { Systeme, Variable } from "../system/systeme.ts";

/** A publication of a half-year: what is true, as the data says today, and what was shown. */
export interface Parution {
  semestre: Pick<Semestre, "id" | "debut">;
  date: Day;
  arreteAu: Day;
  systeme: Systeme;
  /** By variable, the number that today's data would show and the number shown then. */
  vrais: ReadonlyMap<string, number>;
  montres: ReadonlyMap<string, number>;
  /** Where counts were rounded: none shown was this far from the truth. */
  ecart?: number;
  /** The blocks of which some zeros were hidden then. */
  zerosTus?: ReadonlySet<string>;
}

export type Suivante = Omit<Parution, "montres" | "vrais" | "ecart" | "zerosTus">;

/**
 * The system of a publication with those that readers already have: what they saw is known for good, what was hidden from them is
 * still secret, and what changed from one to the next is a population too. Keys of the publication stay as they are.
 */
export function enchainer(courante: Suivante, anterieures: readonly Parution[]): Systeme {
  const ordre = [...anterieures].sort((a, b) => (a.arreteAu + a.date < b.arreteAu + b.date ? -1 : 1));
  const systemes = [courante.systeme];
  let [suivante, nomSuivant]: [Suivante, Nom] = [courante, (cle) => cle];
  for (const [rang, parution] of [...ordre.entries()].reverse()) {
    const propre: Nom = (cle) => sous(`${parution.semestre.id}, parution ${rang + 1}`, cle);
    const { liens, memes } = lier(parution, propre, suivante, nomSuivant);
    const nom: Nom = (cle) => memes.get(cle) ?? propre(cle);
    systemes.push(dejaParue(parution, nom), liens);
    [suivante, nomSuivant] = [parution, nom];
  }
  return {
    variables: confondre(systemes.flatMap(({ variables }) => variables)),
    relations: systemes.flatMap(({ relations }) => relations),
  };
}

/** What was hidden when the same half-year was published before: shown now, both together would say what changed since. */
export function dejaTus({ systeme, semestre }: Suivante, parutions: readonly Parution[]): string[] {
  const memes = parutions.filter((une) => une.semestre.id === semestre.id && une.ecart === undefined);
  const tues = memes.flatMap(({ systeme: { variables }, montres }) =>
    variables.filter(({ key, unpublished, implicit }) => !unpublished && !implicit && !montres.has(key)).map(({ key }) => key),
  );
  const siennes = new Set(systeme.variables.map(({ key }) => key));
  return [...new Set(tues)].filter((cle) => siennes.has(cle));
}

/** How many counts of a publication today's data contradicts: files came late, or were corrected. Of amounts, a mean and a sum have one name. */
export function chiffresRevises({ systeme, montres, vrais, ecart = 1 }: Omit<Parution, "semestre" | "date" | "arreteAu">): number {
  return systeme.variables.filter(({ key, kind, implicit }) => {
    const [montre, vrai] = [montres.get(key), vrais.get(key)];
    return kind !== "amount" && !implicit && montre !== undefined && vrai !== undefined && Math.abs(vrai - montre) >= ecart;
  }).length;
}

type Nom = (cle: string) => string;

/** The same population seen twice is one variable, of which readers know all that they know of either. */
function confondre(variables: readonly Variable[]): Variable[] {
  const uniques = new Map<string, Variable>();
  for (const variable of variables) {
    const premiere = uniques.get(variable.key);
    const floor = Math.max(premiere?.floor ?? 0, variable.floor ?? 0);
    const ceiling = Math.min(premiere?.ceiling ?? Number.POSITIVE_INFINITY, variable.ceiling ?? Number.POSITIVE_INFINITY);
    const known = premiere?.known || variable.known;
    const learnt = { ...(known && { known }), ...(floor > 0 && { floor }), ...(Number.isFinite(ceiling) && { ceiling }) };
    uniques.set(variable.key, premiere === undefined ? variable : { ...premiere, ...learnt, ...partsDesDeux(premiere, variable) });
  }
  return [...uniques.values()];
}

/** The system of an earlier publication, its names apart. */
function dejaParue(parution: Parution, nom: Nom): Systeme {
  const { systeme, montres, vrais, ecart } = parution;
  const corrections = systeme.variables.filter(
    ({ key, kind, implicit }) =>
      ecart === undefined && !implicit && kind !== "amount" && montres.has(key) && montres.get(key) !== vrais.get(key),
  );
  const ajouts = corrections.map(({ key, total }) => corriger(nom(key), total, montres.get(key) ?? 0));
  return {
    variables: [...systeme.variables.map((variable) => vue(variable, nom, parution)), ...ajouts.flatMap((un) => un.variables)],
    relations: [
      ...systeme.relations.map(({ left, right }) => ({ left: left.map(nom), right: right.map(nom) })),
      ...ajouts.flatMap((un) => un.relations),
    ],
  };
}

/** What readers know of a variable: its number if they saw it and it still holds; otherwise, that it was hidden for not being zero. */
function vue({ block = "", ...variable }: Variable, nom: Nom, { montres, vrais, ecart, zerosTus }: Parution): Variable {
  const montre = montres.get(variable.key);
  const parue = { ...variable, key: nom(variable.key), ...(variable.sur && { sur: nom(variable.sur) }) };
  if (ecart !== undefined && variable.kind !== "amount") return { ...parue, unpublished: true, ...entoure(variable, montre, ecart) };
  if (montre !== undefined && montre === vrais.get(variable.key)) return { ...parue, known: true };
  const tu = zerosTus?.has(block) ?? false;
  const floor = montre === undefined && !variable.unpublished && variable.kind !== "amount" && !tu ? 1 : 0;
  return { ...parue, unpublished: true, floor, ...(tu && { quiet: true as const }) };
}

/** Between what readers know of a rounded count; nothing if today's data contradicts what they saw. */
function entoure({ total }: Variable, montre: number | undefined, ecart: number): Pick<Variable, "floor" | "ceiling"> {
  if (montre === undefined || Math.abs(montre - total) >= ecart) return { floor: 0 };
  return { floor: Math.max(0, montre - ecart + 1), ceiling: montre + ecart - 1 };
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
    const apres = apresPar.get(cleSuivante(avant, memeSemestre) ?? "");
    if (apres === undefined || !sontLies(avant, apres, parution)) continue;
    if (estInchangee(avant, apres)) memes.set(avant.key, nomSuivant(apres.key));
    else {
      const lien = ceQuiChange(avant, nom(avant.key), apres, nomSuivant(apres.key));
      liens.variables.push(...lien.variables);
      liens.relations.push(...lien.relations);
    }
  }
  return { liens, memes };
}

/** Where what was counted is counted again; undefined when it is not. */
function cleSuivante(avant: Variable, memeSemestre: boolean): string | undefined {
  const cle = lireCle(avant.key);
  if (cle === undefined || (!memeSemestre && cle.fenetre !== "cumul")) return undefined;
  return memeSemestre || sontDistincts(avant) ? avant.key : texteDe({ ...cle, fenetre: "anterieur" });
}

/**
 * Different enterprises may leave a category for another as their attributes change, and files that are corrected leave one for
 * another: what changes is then the balance. Between rounded numbers, it says nothing.
 */
function sontLies(avant: Variable, apres: Variable, { ecart }: Parution): boolean {
  return ecart === undefined || (apres.total >= avant.total && !sontDistincts(avant));
}

function sontDistincts({ kind }: Variable): boolean {
  return kind === "enterprises" || kind === "certifications";
}

function estInchangee(avant: Variable, apres: Variable): boolean {
  return apres.total === avant.total && (apres.persons === avant.persons || sontDistincts(avant));
}

function ceQuiChange(avant: Variable, cleAvant: string, apres: Variable, cleApres: string): Systeme {
  const persons = Math.abs(apres.persons - avant.persons);
  const montants = { kind: avant.kind, persons, contributors: persons, enterprises: persons, ...(apres.block && { block: apres.block }) };
  const [plus, moins] = apres.total >= avant.total ? [apres, avant] : [avant, apres];
  const insights = partsDeLEcart(plus, moins);
  const entre = { ...population(`${cleAvant}|entre`, plus.total - moins.total), ...montants, unpublished: true, insights };
  const [left, right] = plus === apres ? [cleApres, cleAvant] : [cleAvant, cleApres];
  return { variables: [entre], relations: [{ left: [left], right: [right, entre.key] }] };
}

function population(key: string, total: number): Variable {
  const amounts = { contributors: 0, enterprises: 0, largest: 0 };
  return { key, kind: "persons", total, persons: total, ...amounts, unpublished: false, table: "semestres déjà publiés", usefulness: 0 };
}
