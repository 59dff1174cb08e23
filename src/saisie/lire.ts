import { lireJour } from "../words/jour-dit.ts";
import type { Champ, TypeDeChamp } from "./champs.ts";
import { lireLignes } from "./lignes.ts";
import { lireCode, lireNombre } from "./notations.ts";

const readers: Partial<Record<TypeDeChamp, (texte: string) => unknown>> = {
  jour: (texte) => lireJour(texte) ?? texte,
  montant: nombre,
  nombre,
  entier: nombre,
  oui_non: (texte) => booleens[texte.toLowerCase()] ?? texte,
};

const booleens: Readonly<Record<string, boolean>> = { oui: true, non: false, o: true, n: false, true: true, false: false };

/**
 * The value that a typed text stands for, in the French ways of writing days and numbers too. A text that stands for none is given
 * back as it is: what checks values then says what is wrong with it.
 */
export function lireReponse(champ: Champ, texte: string): unknown {
  if (champ.type === "lignes") {
    const lu = lireLignes<never>(champ, texte.replaceAll(/\s*;\s*/g, "\n"), (sous, un) =>
      un === "" ? { vide: true } : { valeur: lireUn(sous, un) },
    );
    return lu.valeur;
  }
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
  if (champ.type === "code") return lireCode(texte, champ.schema.pattern);
  if (champ.type !== "choix") return readers[champ.type]?.(texte) ?? texte;
  const choisi = champ.choix.find(({ valeur, libelle }) => [String(valeur), libelle.toLowerCase()].includes(texte.toLowerCase()));
  return choisi?.valeur ?? texte;
}

/** A number that could be two is left as it is typed. */
function nombre(texte: string): unknown {
  const lu = lireNombre(texte);
  return "valeur" in lu ? lu.valeur : texte;
}
