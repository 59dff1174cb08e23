import { enCellule } from "../../../saisie/cellules.ts";
import type { Champ } from "../../../saisie/champs.ts";
import { list } from "../../../words/french.ts";

/** How each type is typed, in a sentence. */
const manieres: Partial<Record<Champ["type"], string>> = {
  jour: "Une date, par exemple 02/09/2024.",
  montant: "En euros, deux décimales au plus.",
  oui_non: "Oui ou Non ; laissez vide si vous ne savez pas.",
  choix: "À choisir dans la liste.",
};

/** What a field is and how it is typed here: what the schema says of YAML's own ways is left out. */
export function helpOf({ aide, multiple, type }: Champ): string {
  const sense = type === "jour" || type === "montant" ? "" : aide.replace(/,? ?entre guillemets/i, "").replace(/^\.$/, "");
  const manner = multiple ? "Plusieurs valeurs : séparez-les par une virgule." : (manieres[type] ?? "");
  return [sense, manner].filter(Boolean).join(" ");
}

/** The comment of a heading: what the field is, whether it is required, how it is typed, an example. */
export function noteOf(champ: Champ): string {
  const { type, exemple } = champ;
  const example = enCellule(champ, exemple);
  return [
    helpOf(champ),
    requirement(champ),
    type === "texte_long" || typeof example !== "string" || type === "choix" ? "" : `Exemple : ${example}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function requirement({ requis, requisSi, rubriques, libelle }: Champ): string {
  if (requis === "toujours") return "Obligatoire.";
  if (requis === "contrat") return "Obligatoire dès qu'un contrat est conclu.";
  if (requis === "rubrique") return `Obligatoire si le bloc « ${rubriques.at(-1) ?? libelle} » est rempli.`;
  return requisSi === undefined
    ? "Facultatif."
    : `Obligatoire si « ${requisSi.libelle} » est ${list(requisSi.parmi.map((choix) => `« ${choix.libelle} »`))}.`;
}
