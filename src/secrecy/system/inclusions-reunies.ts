import { codeReuni, type Reunion } from "../../dashboard/regroupement/index.ts";

/** What inclusions between categories become once some of these are one. */
export function inclusionsReunies(inclusions: readonly Inclusion[], reunion: Reunion): Inclusion[] {
  const { dimension, codes } = reunion;
  const separees = codes.map((code) => `|${dimension}=${code}`);
  const reunie = `|${dimension}=${codeReuni(reunion)}`;
  const suffixe = (cle: string): string | undefined => separees.find((fin) => cle.endsWith(fin));
  const renommee = (cle: string): string => cle.slice(0, cle.length - (suffixe(cle)?.length ?? 0)) + reunie;
  /** A part made one with what is no part is no longer part; what is left of the others still is. */
  const garde = (cle: string, parties: readonly string[]): boolean =>
    suffixe(cle) === undefined || parties.filter((partie) => suffixe(partie) && renommee(partie) === renommee(cle)).length === codes.length;
  const lire = (cles: readonly string[]): string[] => [...new Set(cles.map((cle) => (suffixe(cle) ? renommee(cle) : cle)))];
  return [...inclusions, ...sommes(inclusions, suffixe)]
    .map(({ tout, parties, reste }) => ({ tout: lire(tout), parties: lire(parties.filter((cle) => garde(cle, parties))), reste }))
    .filter(({ parties }) => parties.length > 0);
}

/** Two inclusions of which each names some of the categories, on the same side: only their sum knows that these are one. */
function sommes(inclusions: readonly Inclusion[], suffixe: (cle: string) => string | undefined): Inclusion[] {
  const nommees = (cles: readonly string[]): string[] => cles.filter(suffixe);
  const sontDeux = (a: readonly string[], b: readonly string[]): boolean =>
    nommees(a).some((cle) => nommees(b).some((autre) => debut(cle) === debut(autre) && cle !== autre));
  return inclusions.flatMap((une, rang) =>
    inclusions
      .slice(rang + 1)
      .filter((autre) => sontDeux(une.tout, autre.tout) || sontDeux(une.parties, autre.parties))
      .filter((autre) => !autre.tout.some((cle) => une.tout.includes(cle)))
      .map((autre) => ({ tout: [...une.tout, ...autre.tout], parties: [...une.parties, ...autre.parties], reste: une.reste })),
  );
}

const debut = (cle: string): string => cle.slice(0, cle.lastIndexOf("="));

/** Variables that are all counted in others; readers get what is left by subtraction. */
export interface Inclusion {
  tout: readonly string[];
  parties: readonly string[];
  /** What is left is a group like another, or nothing but the room between two numbers. Readers are taken to know when a group is empty. */
  reste: "groupe" | "marge";
}
