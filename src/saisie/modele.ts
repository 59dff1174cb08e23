import type { Forme } from "../dispositif/forme.ts";
import { type SchemaNode, schemaAt } from "../dispositif/schema-node.ts";
import type { Path } from "../dossier/place.ts";
import { redigerValeur } from "./rediger.ts";

const MODE_D_EMPLOI = [
  "# Remplissez les lignes restées vides, et retirez le « # » de celles que vous voulez ajouter : ce sont des exemples inventés.",
  "# « cpro validate » dit au fur et à mesure ce qui manque.",
];

/** A document to fill in: what is required is left empty, all the rest stands in comments with an example. */
export function modele(forme: Forme, entete: readonly string[]): string {
  return `${[...entete, ...MODE_D_EMPLOI, ...lignes(forme, [], "", "")].join("\n")}\n`;
}

/** `signe` is « # » inside what is optional; taking it away leaves the line where it belongs. */
function* lignes(forme: Forme, chemin: Path, retrait: string, signe: string): Generator<string> {
  const { properties = {}, required = [] } = schemaAt(forme, chemin);
  for (const cle of Object.keys(properties)) {
    const place = [...chemin, cle];
    const noeud = schemaAt(forme, place);
    if (chemin.length === 0 && noeud.properties !== undefined) yield "";
    const marque = signe === "" && !required.includes(cle) ? "# " : signe;
    const isVide = marque === "" && noeud.const === undefined;
    yield* donnee(forme, place, noeud, { retrait, marque, isVide });
  }
}

interface Mise {
  retrait: string;
  marque: string;
  isVide: boolean;
}

function* donnee(forme: Forme, place: Path, noeud: SchemaNode, { retrait, marque, isVide }: Mise): Generator<string> {
  const debut = `${retrait}${marque}${place.at(-1)}:`;
  const dit = commentaire(noeud);
  // Inside a comment, what goes deeper is set back after the sign.
  const [dedans, apres] = marque === "" ? [`${retrait}  `, ""] : [retrait, `${marque}  `];
  if (noeud.properties !== undefined) {
    yield debut + dit;
    yield* lignes(forme, place, dedans, apres);
  } else if (noeud.items !== undefined && schemaAt(forme, [...place, 0]).properties !== undefined) {
    yield debut + dit;
    // An element is told in full: its lines are already in a comment, or begin one.
    for (const [rang, ligne] of [...lignes(forme, [...place, 0], "", " ")].entries())
      yield `${retrait}${marque || "# "}  ${rang === 0 ? "-" : " "}${ligne}`;
  } else if (isVide) {
    // Quotes ready for a code, which would be taken for a number without them.
    const isCode = noeud.pattern !== undefined && noeud.format === undefined;
    yield `${debut}${isCode ? ' ""' : ""}${dit}`;
  } else yield `${debut} ${exemple(forme, place, noeud)}${dit}`;
}

function commentaire({ description = "", enum: valeurs }: SchemaNode): string {
  return [description && ` # ${description}`, valeurs && ` Au choix : ${valeurs.join(", ")}.`].filter(Boolean).join("");
}

function exemple(forme: Forme, place: Path, { examples = [] }: SchemaNode): string {
  const [valeur] = examples;
  if (!Array.isArray(valeur)) return redigerValeur(forme, place, valeur ?? "");
  return `[${valeur.map((each, rang) => redigerValeur(forme, [...place, rang], each)).join(", ")}]`;
}
