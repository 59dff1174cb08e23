import { sous } from "../../dashboard/definition/cle.ts";
import { partsDesDeux } from "../known/inities.ts";
import type { Systeme, Variable } from "../system/systeme.ts";
import { lier } from "./liens.ts";
import { dejaParue } from "./parue.ts";
import type { Nom, Parution, Suivante } from "./parution.ts";

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
