import type { Champ, TypeDeChamp } from "./champs.ts";

const readers: Partial<Record<TypeDeChamp, (texte: string) => unknown>> = {
  jour: lireJour,
  montant: lireNombre,
  nombre: lireNombre,
  entier: lireNombre,
  oui_non: (texte) => booleens[texte.toLowerCase()] ?? texte,
  // « 900 000 001 00012 » is how a SIRET is printed.
  code: (texte) => texte.replaceAll(/\s/g, "").toUpperCase(),
};

const booleens: Readonly<Record<string, boolean>> = { oui: true, non: false, o: true, n: false, true: true, false: false };

/**
 * The value that a typed text stands for, in the French ways of writing days and numbers too. A text that stands for none is given
 * back as it is: what checks values then says what is wrong with it.
 */
export function lireReponse(champ: Champ, texte: string): unknown {
  if (champ.multiple) {
    const separateur = champ.type === "texte" || champ.type === "texte_long" ? /\s*;\s*/ : /[\s,;]+/;
    return texte
      .trim()
      .split(separateur)
      .filter(Boolean)
      .map((element) => lireUn(champ, element));
  }
  return lireUn(champ, texte.trim());
}

function lireUn(champ: Champ, texte: string): unknown {
  if (champ.type !== "choix") return readers[champ.type]?.(texte) ?? texte;
  const choisi = champ.choix.find(({ valeur, libelle }) => [String(valeur), libelle.toLowerCase()].includes(texte.toLowerCase()));
  return choisi?.valeur ?? texte;
}

/** « 2/9/2024 », « 02.09.2024 » or « 2024-09-02 ». */
function lireJour(texte: string): string {
  const [, jour, mois, annee] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(texte) ?? [];
  return jour === undefined || mois === undefined ? texte : `${annee}-${mois.padStart(2, "0")}-${jour.padStart(2, "0")}`;
}

/** « 1 250,50 € » or « 1250.5 ». */
function lireNombre(texte: string): number | string {
  const plain = texte.replaceAll(/[\s\u00a0\u202f]|€|euros?$/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : texte;
}
