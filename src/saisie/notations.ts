/** A number as people type it: 1 250,50 €; kept as it stands when it is none, refused when it could be two. */
export function lireNombre(texte: string): { valeur: unknown } | { message: string; conseil: string } {
  const seul = texte.replace(/\s*€\s*$/, "").trim();
  // Spaces part thousands, or nothing: « 1 2 3 » is no number.
  const plain = /^-?\s?\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(seul) ? seul.replaceAll(/\s/g, "") : seul;
  if (/^-?\d{1,3}([.,]\d{3})$/.test(plain) && !/^-?0/.test(plain)) {
    const [milliers, decimales] = [plain.replace(/[.,]/, ""), plain.replace(/[.,]/, ",")];
    return { message: `« ${texte} » peut se lire ${milliers} ou ${decimales}.`, conseil: "Écrivez ce nombre sans séparateur de milliers." };
  }
  return { valeur: /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : texte };
}

/**
 * A code of fixed shape as people type it: « 900.000.001 00012 », « 8121z »; kept as it was typed when no such writing gives that
 * shape.
 */
export function lireCode(texte: string, forme: string | undefined): string {
  // Neither spaces of any width nor invisible signs say anything in a code.
  const serre = texte.replaceAll(/\s|\p{Cf}/gu, "");
  if (forme === undefined) return serre;
  const groupes = serre.replaceAll(/^['’]+|['’]+$/g, "").toUpperCase();
  // A lone digit after a point is a decimal, no group.
  const uni = groupes.split(/[.\-‐‑–—'’ʼ·]/).every(({ length }) => length > 1) ? groupes.replaceAll(/[.\-‐‑–—'’ʼ·]/g, "") : groupes;
  const ecritures = [serre, groupes, uni, uni.replace(/^(\d\d)(\d)/, "$1.$2")];
  return ecritures.find((ecriture) => new RegExp(forme).test(ecriture)) ?? texte;
}
