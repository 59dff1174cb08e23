export interface Ecart {
  chemin: string;
  attendu: unknown;
  obtenu: unknown;
}

const estObjet = (valeur: unknown): valeur is Record<string, unknown> => typeof valeur === "object" && valeur !== null;

/** Amounts are equal to the cent; months, which may be shown rounded, to a hundredth. */
const pareils = (chemin: string, a: unknown, b: unknown): boolean =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < (chemin.endsWith("/mois") ? 0.006 : 0.000001) : Object.is(a, b);

/** Where what was got differs from what was expected; keys that the expected value does not have are not looked at. */
export function ecarts(attendu: unknown, obtenu: unknown, chemin = ""): Ecart[] {
  if (!estObjet(attendu)) return pareils(chemin, attendu, obtenu) ? [] : [{ chemin, attendu, obtenu }];
  if (!estObjet(obtenu)) return [{ chemin, attendu: "…", obtenu }];
  const longueur = Array.isArray(attendu) && Array.isArray(obtenu) && attendu.length !== obtenu.length;
  const compte = longueur ? [{ chemin: `${chemin}/length`, attendu: attendu.length, obtenu: obtenu.length }] : [];
  return [...compte, ...Object.entries(attendu).flatMap(([cle, valeur]) => ecarts(valeur, obtenu[cle], `${chemin}/${cle}`))];
}

/** The kinds of difference (identifiers and ranks left out) with their number, then the first of each kind. */
export function montrer(liste: readonly Ecart[], noms: readonly [string, string] = ["oracle", "produit"]): string {
  const sortes = new Map<string, Ecart[]>();
  for (const ecart of liste) {
    const sorte = ecart.chemin.replace(/^\/[^/]+/, "").replaceAll(/\/\d+/g, "/*");
    sortes.set(sorte, [...(sortes.get(sorte) ?? []), ecart]);
  }
  const tri = [...sortes].sort(([, a], [, b]) => b.length - a.length);
  const lignes = tri.map(([sorte, [premier, ...autres]]) => {
    const valeurs = `${noms[0]} ${JSON.stringify(premier?.attendu)}, ${noms[1]} ${JSON.stringify(premier?.obtenu)}`;
    return `${(autres.length + 1).toString().padStart(5)} × ${sorte || "(absent)"}   par exemple ${premier?.chemin} : ${valeurs}`;
  });
  return [`${liste.length} écarts`, ...lignes.slice(0, 25)].join("\n");
}
