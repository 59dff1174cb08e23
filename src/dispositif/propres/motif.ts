/** A text that a pattern reads is no longer than this: what a pattern costs may grow fast with it. */
export const LONGUEUR_D_UN_MOTIF = 200;

/** Why a regular expression of a user's schema is refused; nothing when it may be used. */
export function motifFautif(motif: string): string | undefined {
  try {
    new RegExp(motif, "u");
  } catch {
    return "n'est pas une expression régulière";
  }
  if (/\\[1-9k]/.test(motif)) return "renvoie à ce qu'elle a déjà lu, ce que cpro n'admet pas";
  return isEmboite(motif)
    ? "répète un groupe qui contient lui-même une répétition ou un choix : la lire pourrait ne jamais finir"
    : undefined;
}

/** Whether a group that may be repeated holds something of no fixed length: the way in which short texts take ages. */
function isEmboite(motif: string): boolean {
  let signes = motif
    .replaceAll(/\\./gu, "x")
    .replaceAll("y", "x")
    .replaceAll(/\[[^\]]*\]/g, "x");
  // The innermost groups first: each becomes a sign that has one length (x) or several (y).
  for (let avant = ""; avant !== signes; ) {
    avant = signes;
    if (/\([^()]*([*+|y?]|\{\d+,)[^()]*\)([*+]|\{\d+,)/.test(signes.replaceAll("(?", "("))) return true;
    signes = signes.replaceAll(/\((?:\?[:=!]|\?<[=!])?([^()]*)\)/g, (_, dedans: string) => (/[*+|y?]|\{\d+,/.test(dedans) ? "y" : "x"));
  }
  return signes.includes("(");
}
