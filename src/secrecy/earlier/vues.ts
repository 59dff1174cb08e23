import { lireCle, texteDe } from "../../dashboard/definition/cle.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import { codeReuni, type Regroupement, type Reunion, reunionsDe } from "../../dashboard/regroupement/index.ts";
import { estAussiFin } from "../../dashboard/regroupement/memes.ts";
import type { Relation } from "../../disclosure/index.ts";
import type { Systeme, Variable } from "../system/systeme.ts";

/** The system of a half-year with its categories made one as said; all apart when nothing is said. */
interface Vue {
  systeme: Systeme;
  regroupement?: Regroupement | undefined;
}

/**
 * The system of a publication with what it would be in the regroupements of others, `vues`: what only these show is printed nowhere
 * here, but ties this publication to them, for readers know of categories made one all that they know of each. One of all must be as
 * fine as any other: see {@link memesVues}.
 */
export function avecAutresVues(definition: Definition, propre: Vue, vues: readonly Vue[]): Systeme {
  const toutes = [propre, ...vues];
  const fine = toutes.find((une) => toutes.every((autre) => estAussiFin(une.regroupement, autre.regroupement)));
  if (fine === undefined) throw new RangeError("no regroupement as fine as the others");
  const siennes = new Set(propre.systeme.variables.map(({ key }) => key));
  const ajoutees = vues.flatMap(({ systeme }) => systeme.variables).filter(({ key }) => !siennes.has(key));
  const variables = [...propre.systeme.variables, ...ajoutees.map((variable) => ({ ...variable, unpublished: true }))];
  const parCle = new Map(variables.toReversed().map((variable) => [variable.key, variable]));
  return {
    variables: [...parCle.values()].toReversed(),
    relations: [
      ...toutes.flatMap(({ systeme }) => systeme.relations),
      ...toutes.flatMap((une) => sommesDe(definition, une, { fine, parCle })),
    ],
  };
}

/** What each variable of a view adds up of a finer one. Certifications of two levels may be the same: such sums tell a reader nothing. */
function sommesDe(
  definition: Definition,
  { systeme, regroupement }: Vue,
  { fine, parCle }: { fine: Vue; parCle: ReadonlyMap<string, Variable> },
): Relation[] {
  const reunions = regroupement?.reunions ?? [];
  return systeme.variables.flatMap(({ key, total }): Relation[] => {
    const parts = reunions
      .reduce((cles, reunion) => cles.flatMap((cle) => partsDe(definition, cle, reunion, fine.regroupement)), [key])
      .flatMap((cle) => parCle.get(cle) ?? []);
    const estSomme = parts.reduce((somme, part) => somme + part.total, 0) === total;
    return estSomme && parts.every((part) => part.key !== key) ? [{ left: [key], right: parts.map((part) => part.key) }] : [];
  });
}

/** The names that a finer regroupement gives to what a reunion makes one. */
function partsDe(definition: Definition, texte: string, reunion: Reunion, fin: Regroupement | undefined): string[] {
  const { dimension, codes } = reunion;
  const cle = lireCle(texte);
  if (cle?.codes[dimension] !== codeReuni(definition, reunion)) return [texte];
  const fines = reunionsDe(dimension, fin).filter((une) => une.codes.every((code) => codes.includes(code)));
  const seuls = codes.filter((code) => !fines.some((une) => une.codes.includes(code)));
  return [...fines.map((une) => codeReuni(definition, une)), ...seuls].map((code) =>
    texteDe({ ...cle, codes: { ...cle.codes, [dimension]: code } }),
  );
}
