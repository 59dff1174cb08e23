import { distance } from "fastest-levenshtein";

/** The candidate a person most likely meant, or nothing when none is near. Accents, case, spaces and dashes weigh nothing. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain = (text: string): string =>
    text
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, "_");
  const target = plain(word);
  const ranked = candidates.map((candidate) => ({ candidate, away: distance(target, plain(candidate)) })).sort((a, b) => a.away - b.away);
  const best = ranked[0];
  // Of one character, every other is at distance one.
  const reach = target.length > 1 ? Math.max(1, Math.floor(target.length / 3)) : 0;
  return best !== undefined && best.away <= reach ? best.candidate : undefined;
}
