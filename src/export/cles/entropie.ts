/** What fingers and memory follow: rows of French and English keyboards, the alphabet, digits; read both ways. */
const suites = [
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "&é\"'(-è_çà)",
  "!@#$%^&*()",
];
const voisins = new Set(suites.flatMap((suite) => [...suite].slice(1).flatMap((un, rang) => [suite[rang] + un, un + suite[rang]])));

/** A letter of a word says little that the others do not (Shannon, « Prediction and entropy of printed English », 1951: 1 to 2 bits). */
const BITS_D_UNE_LETTRE_DE_MOT = 2;

/**
 * About how many bits somebody who guesses has to find: signs that repeat, follow the keyboard or the alphabet, or were seen in the same
 * order before, count for nothing; letters of words for little; the others for what their alphabet holds.
 */
export function bitsDe(texte: string): number {
  const bas = texte.toLowerCase();
  const bits = Math.log2(alphabetDe(texte));
  const dansUnMot = lettresDeMots(texte);
  return [...bas].reduce((somme, _, rang) => {
    if (estPrevu(bas, rang)) return somme;
    return somme + (dansUnMot.has(rang) ? Math.min(bits, BITS_D_UNE_LETTRE_DE_MOT) : bits);
  }, 0);
}

function estPrevu(texte: string, rang: number): boolean {
  if (rang === 0) return false;
  const paire = texte.slice(rang - 1, rang + 1);
  if (paire[0] === paire[1] || voisins.has(paire)) return true;
  // Three signs seen before, the third says nothing new.
  return rang > 1 && texte.indexOf(texte.slice(rang - 2, rang + 1)) < rang - 2;
}

/** How many signs it is drawn from, by what it shows of them. */
function alphabetDe(texte: string): number {
  if (estHexadecimal(texte)) return 16;
  const classes: [RegExp, number][] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\d/, 10],
    [/[^\p{L}\d]/u, 10],
  ];
  return classes.reduce((somme, [classe, nombre]) => somme + (classe.test(texte) ? nombre : 0), 0);
}

/** The places of three letters or more of one case in a row, a capital before them included; of all of a text that holds a space, for a key has none. */
function lettresDeMots(texte: string): Set<number> {
  const places = new Set<number>();
  if (estHexadecimal(texte)) return places;
  const mots = /\s/.test(texte) ? /\P{Nd}+/gu : /\p{L}?\p{Ll}{3,}|\p{Lu}{4,}/gu;
  for (const { 0: mot, index } of texte.matchAll(mots)) for (let rang = 0; rang < mot.length; rang += 1) places.add(index + rang);
  return places;
}

function estHexadecimal(texte: string): boolean {
  return /^([\da-f]+|[\dA-F]+)$/.test(texte);
}
