import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { Forme } from "../../dispositif/forme.ts";
import { schemaAt } from "../../dispositif/schema-node.ts";
import { UserError } from "../../errors.ts";
import type { Path } from "../place.ts";
import { readExact } from "../reader/exact.ts";

type Rubrique = Record<string, unknown>;

interface Atelier {
  forme: Forme;
  document: Document;
}

/**
 * The text of a file whose data become others: what does not change keeps its comments, its order and its writing.
 * @throws UserError when the text is written in such a way (aliases, merges) that it would not say what it should.
 */
export function retoucher(forme: Forme, text: string, apres: Rubrique): string {
  const document = parseDocument(text, { logLevel: "error" });
  const avant: unknown = document.toJS();
  if (isMap(document.contents) && isRubrique(avant)) accorder({ forme, document }, [], document.contents, avant, apres);
  const retouche = document.toString(habits(text));
  const relu = readExact(retouche);
  if ("faults" in relu || !isDeepStrictEqual(relu.data, apres))
    throw new UserError("ce fichier est écrit d'une manière (ancres, renvois) que cpro ne sait pas modifier sans risque.");
  return text.includes("\r\n") ? retouche.replaceAll(/\r?\n/g, "\r\n") : retouche;
}

/** The ways of who wrote the text, as far as they can be seen. */
function habits(text: string): Parameters<Document["toString"]>[0] {
  return {
    lineWidth: 0,
    flowCollectionPadding: /[[{] \S/.test(text),
    indentSeq: !/^( *)[\w]+:[^\S\n]*(?:#.*)?\n\1- /m.test(text),
    indent: /^ {4}\w/m.test(text) && !/^ {2}[\w-]/m.test(text) ? 4 : 2,
  };
}

function accorder(atelier: Atelier, chemin: Path, map: YAMLMap, avant: Rubrique, apres: Rubrique): void {
  for (const cle of Object.keys(avant)) if (!(cle in apres)) map.delete(cle);
  for (const [cle, valeur] of Object.entries(apres)) {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === cle);
    if (pair === undefined) ajouter(atelier, chemin, map, cle, valeur);
    else if (!isDeepStrictEqual(avant[cle], valeur)) remplacer(atelier, [...chemin, cle], pair, avant[cle], valeur);
  }
}

function remplacer(atelier: Atelier, chemin: Path, pair: Pair, avant: unknown, apres: unknown): void {
  const node = pair.value;
  if (isMap(node) && isRubrique(avant) && isRubrique(apres)) accorder(atelier, chemin, node, avant, apres);
  else if (isSeq(node) && Array.isArray(avant) && Array.isArray(apres)) accorderListe(atelier, chemin, node, avant, apres);
  else pair.value = remplacant(atelier, node, apres);
}

/** A value in the place of another; the comment on its line remains. */
function remplacant({ document }: Atelier, node: unknown, valeur: unknown): Node {
  if (isScalar(node) && (typeof valeur !== "object" || valeur === null)) {
    node.value = valeur;
    delete node.source;
    return node;
  }
  const nouveau = document.createNode(valeur);
  if (isScalar(node) && node.comment) nouveau.commentBefore = node.comment;
  return nouveau;
}

/** A key takes the place that the schema gives it among those that are there. */
function ajouter({ forme, document }: Atelier, chemin: Path, map: YAMLMap, cle: string, valeur: unknown): void {
  const ordre = Object.keys(schemaAt(forme, chemin).properties ?? {});
  const rang = (key: unknown): number => (isScalar(key) ? ordre.indexOf(String(key.value)) : -1);
  const place = map.items.findIndex(({ key }) => rang(key) > ordre.indexOf(cle));
  if (map.items.length === 0) map.flow = false;
  map.items.splice(place === -1 ? map.items.length : place, 0, document.createPair(cle, valeur));
}

/** Elements that did not change, at the beginning and at the end of a list, are left alone; those between are matched by their rank. */
function accorderListe(atelier: Atelier, chemin: Path, seq: YAMLSeq, avant: readonly unknown[], apres: readonly unknown[]): void {
  const least = Math.min(avant.length, apres.length);
  let debut = 0;
  while (debut < least && isDeepStrictEqual(avant[debut], apres[debut])) debut += 1;
  let fin = 0;
  while (fin < least - debut && isDeepStrictEqual(avant.at(-1 - fin), apres.at(-1 - fin))) fin += 1;
  const [vieux, neufs] = [avant.length - fin, apres.length - fin];
  for (let rang = debut; rang < Math.min(vieux, neufs); rang += 1) {
    const [node, un, autre] = [seq.items[rang], avant[rang], apres[rang]];
    if (isMap(node) && isRubrique(un) && isRubrique(autre)) accorder(atelier, [...chemin, rang], node, un, autre);
    else seq.items[rang] = remplacant(atelier, node, autre);
  }
  if (vieux > neufs) seq.items.splice(neufs, vieux - neufs);
  const nouveaux = apres.slice(vieux, neufs).map((valeur) => atelier.document.createNode(valeur));
  if (nouveaux.some(isMap)) seq.flow = false;
  seq.items = [...seq.items.slice(0, vieux), ...nouveaux, ...seq.items.slice(vieux)];
}

function isRubrique(valeur: unknown): valeur is Rubrique {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
}
