import type { Kind } from "../dossier/kinds.ts";
import type { Path } from "../dossier/place.ts";
import { type SchemaNode, schemaAt } from "../dossier/schema-node.ts";
import { redigerValeur } from "./rediger.ts";

const MODE_D_EMPLOI = [
  "# Remplissez les lignes restées vides, et retirez le « # » de celles que vous voulez ajouter : ce sont des exemples inventés.",
  "# « cpro validate » dit au fur et à mesure ce qui manque.",
];

/** A document to fill in: what is required is left empty, all the rest stands in comments with an example. */
export function modele(kind: Kind, entete: readonly string[]): string {
  return `${[...entete, ...MODE_D_EMPLOI, ...lignes(kind, [], "", "")].join("\n")}\n`;
}

/** `signe` is « # » inside what is optional; taking it away leaves the line where it belongs. */
function* lignes(kind: Kind, chemin: Path, retrait: string, signe: string): Generator<string> {
  const { properties = {}, required = [] } = schemaAt(kind, chemin);
  for (const cle of Object.keys(properties)) {
    const place = [...chemin, cle];
    const noeud = schemaAt(kind, place);
    if (chemin.length === 0 && noeud.properties !== undefined) yield "";
    const marque = signe === "" && !required.includes(cle) ? "# " : signe;
    const isVide = marque === "" && noeud.const === undefined;
    yield* donnee(kind, place, noeud, { retrait, marque, isVide });
  }
}

interface Mise {
  retrait: string;
  marque: string;
  isVide: boolean;
}

function* donnee(kind: Kind, place: Path, noeud: SchemaNode, { retrait, marque, isVide }: Mise): Generator<string> {
  const debut = `${retrait}${marque}${place.at(-1)}:`;
  const dit = commentaire(noeud);
  // Inside a comment, what goes deeper is set back after the sign.
  const [dedans, apres] = marque === "" ? [`${retrait}  `, ""] : [retrait, `${marque}  `];
  if (noeud.properties !== undefined) {
    yield debut + dit;
    yield* lignes(kind, place, dedans, apres);
  } else if (noeud.items !== undefined && schemaAt(kind, [...place, 0]).properties !== undefined) {
    yield debut + dit;
    // An element is told in full: its lines are already in a comment, or begin one.
    for (const [rang, ligne] of [...lignes(kind, [...place, 0], "", " ")].entries())
      yield `${retrait}${marque || "# "}  ${rang === 0 ? "-" : " "}${ligne}`;
  } else if (isVide) {
    // Quotes ready for a code, which would be taken for a number without them.
    const isCode = noeud.pattern !== undefined && noeud.format === undefined;
    yield `${debut}${isCode ? ' ""' : ""}${dit}`;
  } else yield `${debut} ${exemple(kind, place, noeud)}${dit}`;
}

function commentaire({ description = "", enum: valeurs }: SchemaNode): string {
  return [description && ` # ${description}`, valeurs && ` Au choix : ${valeurs.join(", ")}.`].filter(Boolean).join("");
}

function exemple(kind: Kind, place: Path, { examples = [] }: SchemaNode): string {
  const [valeur] = examples;
  if (!Array.isArray(valeur)) return redigerValeur(kind, place, valeur ?? "");
  return `[${valeur.map((each, rang) => redigerValeur(kind, [...place, rang], each)).join(", ")}]`;
}
