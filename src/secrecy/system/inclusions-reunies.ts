import { type Cle, texteDe } from "../../dashboard/definition/cle.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import { codeReuni, type Reunion } from "../../dashboard/regroupement/index.ts";

/** Populations that are all counted in others; readers get what is left by subtraction. */
export interface Inclusion {
  tout: readonly Cle[];
  parties: readonly Cle[];
  /** What is left is a group like another, or nothing but the room between two numbers. Readers are taken to know when a group is empty. */
  reste: "groupe" | "marge";
}

/** What inclusions between categories become once some of these are one. */
export function inclusionsReunies(definition: Definition, inclusions: readonly Inclusion[], reunion: Reunion): Inclusion[] {
  const { dimension, codes } = reunion;
  const estReunie = ({ codes: siens }: Cle): boolean => codes.includes(siens[dimension] ?? "");
  const renommee = (cle: Cle): Cle => ({ ...cle, codes: { ...cle.codes, [dimension]: codeReuni(definition, reunion) } });
  const nomReuni = (cle: Cle): string => texteDe(renommee(cle));
  /** A part made one with what is no part is no longer part; what is left of the others still is. */
  const garde = (cle: Cle, parties: readonly Cle[]): boolean =>
    !estReunie(cle) || parties.filter((partie) => estReunie(partie) && nomReuni(partie) === nomReuni(cle)).length === codes.length;
  const lire = (cles: readonly Cle[]): Cle[] => uniques(cles.map((cle) => (estReunie(cle) ? renommee(cle) : cle)));
  return [...inclusions, ...sommes(inclusions, estReunie, nomReuni)]
    .map(({ tout, parties, reste }) => ({ tout: lire(tout), parties: lire(parties.filter((cle) => garde(cle, parties))), reste }))
    .filter(({ parties }) => parties.length > 0);
}

function uniques(cles: readonly Cle[]): Cle[] {
  return [...new Map(cles.map((cle) => [texteDe(cle), cle])).values()];
}

/** Two inclusions of which each names some of the categories, on the same side: only their sum knows that these are one. */
function sommes(inclusions: readonly Inclusion[], estReunie: (cle: Cle) => boolean, nomReuni: (cle: Cle) => string): Inclusion[] {
  const memes = (une: Cle, autre: Cle): boolean => texteDe(une) === texteDe(autre);
  const sontDeux = (a: readonly Cle[], b: readonly Cle[]): boolean =>
    a.filter(estReunie).some((cle) => b.filter(estReunie).some((autre) => nomReuni(cle) === nomReuni(autre) && !memes(cle, autre)));
  return inclusions.flatMap((une, rang) =>
    inclusions
      .slice(rang + 1)
      .filter((autre) => sontDeux(une.tout, autre.tout) || sontDeux(une.parties, autre.parties))
      .filter((autre) => !autre.tout.some((cle) => une.tout.some((sienne) => memes(cle, sienne))))
      .map((autre) => ({ tout: [...une.tout, ...autre.tout], parties: [...une.parties, ...autre.parties], reste: une.reste })),
  );
}
