import type { Champ } from "./champs.ts";

/** A list inside an element of a list stands in one cell: a line an element, its values between bars; a bar or a line end of a text is escaped. */
const BARRE = " | ";

/** The lines of a cell: of each element, the texts of its values in the order of the fields. */
export function enLignes({ sous = [] }: Champ, elements: readonly unknown[], texteDe: (champ: Champ, valeur: unknown) => string): string {
  return elements
    .map((element) => {
      const valeurs = sous.map((champ) => echapper(texteDe(champ, valeurDe(element, champ))));
      return valeurs.slice(0, valeurs.findLastIndex((une) => une !== "") + 1).join(BARRE);
    })
    .join("\n");
}

/** The elements that lines stand for; the texts of their values are read by `lire`, which may refuse one. */
export function lireLignes<R extends object>(
  { sous = [] }: Champ,
  texte: string,
  lire: (champ: Champ, texte: string) => { valeur: unknown } | { vide: true } | R,
): { valeur: unknown[] } | R {
  const elements: unknown[] = [];
  for (const ligne of decouper(texte, "\n").filter((une) => une.trim() !== "")) {
    const element: Record<string, unknown> = {};
    for (const [rang, part] of decouper(ligne, "|").entries()) {
      const champ = sous[rang];
      if (champ === undefined) continue;
      const lu = lire(champ, retablir(part).trim());
      if ("valeur" in lu) element[champ.chemin.at(-1) ?? ""] = lu.valeur;
      else if (!("vide" in lu)) return lu;
    }
    elements.push(element);
  }
  return { valeur: elements };
}

/** What the heading says of the order of the values. */
export function enteteDeLignes({ libelle, sous = [] }: Champ): string {
  return sous.length === 0 ? libelle : `${libelle} (${sous.map((champ) => champ.libelle.toLowerCase()).join(BARRE)})`;
}

function valeurDe(element: unknown, { chemin }: Champ): unknown {
  const cle = chemin.at(-1) ?? "";
  return typeof element === "object" && element !== null ? (element as Record<string, unknown>)[cle] : undefined;
}

const echapper = (texte: string): string => texte.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", "\\n");
const retablir = (texte: string): string => texte.replaceAll(/\\([\\|n])/g, (_, signe: string) => (signe === "n" ? "\n" : signe));

/** Parts between signs that no backslash precedes. */
function decouper(texte: string, signe: string): string[] {
  const parts = [""];
  for (const [morceau] of texte.matchAll(/\\.|[^\\]/gsu)) {
    if (morceau === signe) parts.push("");
    else parts[parts.length - 1] += morceau;
  }
  return parts;
}
