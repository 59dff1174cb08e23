import { distance } from "fastest-levenshtein";

/** The candidate a person most likely meant, or nothing when none is near. Accents, case, spaces and dashes weigh nothing. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return near(word, candidates)[0];
}

/** The candidates that a person may have meant: those than which none is nearer. */
export function near(word: string, candidates: readonly string[]): string[] {
  const target = plain(word);
  const ranked = candidates.map((candidate) => ({ candidate, away: distance(target, plain(candidate)) }));
  // Of one character, every other is at distance one.
  const reach = target.length > 1 ? Math.max(1, Math.floor(target.length / 3)) : 0;
  const least = ranked.reduce((best, { away }) => Math.min(best, away), reach);
  return ranked.filter(({ away }) => away === least).map(({ candidate }) => candidate);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "_");
}
