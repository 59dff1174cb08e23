import type { Forme } from "../dispositif/forme.ts";
import type { Path } from "../dossier/place.ts";
import { enCellule } from "../saisie/cellules.ts";
import { type Champ, champsDe, ELEMENT, type TypeDeChamp } from "../saisie/champs.ts";

const manieres: Record<Exclude<TypeDeChamp, "code">, string> = {
  texte: "Écrivez un texte.",
  texte_long: "Écrivez un texte.",
  jour: "Écrivez une date qui existe, par exemple 02/09/2024.",
  montant: "Écrivez un montant en euros, par exemple 1250,50.",
  nombre: "Écrivez un nombre, sans unité.",
  entier: "Écrivez un nombre entier, sans unité.",
  oui_non: "Choisissez Oui ou Non.",
  choix: "Choisissez une valeur de la liste.",
  lignes: "Écrivez une ligne par élément, ses valeurs séparées par « | ».",
};

/** What to do in the cell of a path that the schema refuses: what `validate` advises is for who writes YAML. */
export function conseilDe(forme: Forme, chemin: Path, { isManquant, lu }: { isManquant: boolean; lu: unknown }): string | undefined {
  const cle = chemin.map((pas) => (typeof pas === "number" ? ELEMENT : pas)).join("/");
  const champ = champsDe(forme).find(
    (each) =>
      each.chemin.join("/") === cle ||
      `${each.chemin.join("/")}/${ELEMENT}` === cle ||
      (each.sous !== undefined && cle.startsWith(`${each.chemin.join("/")}/`)),
  );
  if (champ === undefined) return isManquant ? "Remplissez cette rubrique dans sa feuille." : undefined;
  if (isManquant) return `Remplissez cette cellule${exempleDe(champ)}.`;
  if (champ.type !== "code") return manieres[champ.type];
  if (isSansZero(champ, String(lu)))
    return "Donnez à la cellule le format Texte, puis écrivez le code en entier : un zéro au début se perd dans un nombre.";
  return `Écrivez le code en entier, sans autre signe${exempleDe(champ)}.`;
}

/** Whether zeros in front would give a code its shape: spreadsheets take them off numbers. */
function isSansZero({ schema: { pattern = "" } }: Champ, lu: string): boolean {
  const forme = new RegExp(pattern);
  return /^\d+$/.test(lu) && ["0", "00"].some((zeros) => forme.test(zeros + lu));
}

function exempleDe(champ: Champ): string {
  const exemple = champ.type === "jour" ? "02/09/2024" : enCellule(champ, champ.exemple);
  return typeof exemple === "string" || typeof exemple === "number" ? `, par exemple « ${exemple} »` : "";
}
