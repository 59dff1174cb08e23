import { shorten } from "../terminal/shorten.ts";

interface Nomme {
  identifiant: string;
  motifs: readonly string[];
}

/** The name in a table; a star leads to the reason given under the table. */
export function markedName({ identifiant, motifs }: Nomme): string {
  return motifs.length === 0 ? identifiant : `* ${identifiant}`;
}

/** Under a table: the parcours that are shown but not counted, each with the rules it breaks. */
export function ineligibles(parcours: readonly Nomme[], width: number): string[] {
  const marked = parcours.filter(({ motifs }) => motifs.length > 0);
  if (marked.length === 0) return [];
  const lines = marked.flatMap(({ identifiant, motifs }) => motifs.map((motif) => `  * ${shorten(identifiant, width / 2)} : ${motif}`));
  return ["", "Non éligibles, hors du total (« cpro validate » détaille la règle) :", ...lines];
}
