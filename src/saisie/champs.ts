import type { Forme } from "../dispositif/forme.ts";
import { type SchemaNode, schemaAt } from "../dispositif/schema-node.ts";

/** How a value is asked for and typed; a « code » is a text of fixed shape, such as a SIRET, that must not become a number;
 * « lignes » are a list inside an element of a list. */
export type TypeDeChamp = "texte" | "texte_long" | "code" | "jour" | "montant" | "nombre" | "entier" | "oui_non" | "choix" | "lignes";

/** A value of a closed list, and what it is called. */
export interface Choix {
  valeur: string | number;
  libelle: string;
}

/** When a value must be there: always, as soon as there is a contract, or as soon as something else of its rubric is given. */
export type Requis = "toujours" | "contrat" | "rubrique";

/** One thing that a person fills in. */
export interface Champ {
  /** Keys from the root; « [] » stands for an element of a list: ["financement", "depenses", "[]", "montant"]. */
  chemin: readonly string[];
  /** Titles of what holds it, outermost first: ["Financement", "Dépenses"]. */
  rubriques: readonly string[];
  libelle: string;
  aide: string;
  exemple: unknown;
  type: TypeDeChamp;
  /** The values admitted by a « choix »; empty for the other types. */
  choix: readonly Choix[];
  /** Several values of this type, as a list. */
  multiple: boolean;
  requis: Requis | undefined;
  /** Also required when the field beside it has one of these values. */
  requisSi: { cle: string; libelle: string; parmi: readonly Choix[] } | undefined;
  /** Bounds, shape and default of a value; of an element when there are several. */
  schema: SchemaNode;
  /** Of « lignes », the fields of each. */
  sous?: readonly Champ[];
}

const lists = new WeakMap<Forme, readonly Champ[]>();

/** Every field of a document but those that always say the same, in the order of the schema, which is that of the written files. */
export function champsDe(forme: Forme): readonly Champ[] {
  const known = lists.get(forme);
  if (known !== undefined) return known;
  const root = schemaAt(forme, []);
  const fields = [...under({ forme, chemin: [], noeud: root, rubriques: [], requis: "toujours" })].filter(
    ({ schema }) => schema.const === undefined,
  );
  lists.set(forme, fields);
  return fields;
}

/** The path of an element of a list, in schemas. */
export const ELEMENT = "[]";

interface Rubrique {
  forme: Forme;
  chemin: readonly string[];
  noeud: SchemaNode;
  rubriques: readonly string[];
  requis: Requis | undefined;
}

function* under({ forme, chemin, noeud, rubriques, requis }: Rubrique): Generator<Champ> {
  for (const cle of Object.keys(noeud.properties ?? {})) {
    const place = [...chemin, cle];
    const ici = resolved(forme, place);
    const exige = requisDe(noeud, cle, chemin.length === 0, requis);
    const titres = [...rubriques, ici.title ?? cle];
    if (ici.properties !== undefined) {
      // A contract is optional, but what it requires is what « contrat » means.
      const dedans = exige ?? (chemin.length === 0 && cle === "contrat" ? "contrat" : "rubrique");
      yield* under({ forme, chemin: place, noeud: ici, rubriques: titres, requis: dedans });
      continue;
    }
    const seul = { forme, chemin: place, noeud: ici, rubriques, requis: exige };
    if (ici.items === undefined) yield champ(seul, conditionDe(forme, chemin, noeud, cle));
    else yield* enListe(seul, titres, conditionDe(forme, chemin, noeud, cle));
  }
}

/** The fields of the elements of a list, or one field when they have none of their own, or stand in another list. */
function* enListe(liste: Rubrique, titres: readonly string[], condition: Champ["requisSi"]): Generator<Champ> {
  const { forme, chemin } = liste;
  const element = { forme, chemin: [...chemin, ELEMENT], noeud: resolved(forme, [...chemin, ELEMENT]), rubriques: titres };
  if (element.noeud.properties === undefined) yield champ(liste, condition);
  else if (chemin.includes(ELEMENT)) yield lignes(liste, element);
  else yield* under({ ...element, requis: "rubrique" });
}

/** A list inside an element of a list: one field, whose lines hold the fields of each. */
function lignes(rubrique: Rubrique, element: Omit<Rubrique, "requis">): Champ {
  const { items: _, ...noeud } = rubrique.noeud;
  const sous = [...under({ ...element, rubriques: [], requis: "rubrique" })];
  return { ...champ({ ...rubrique, noeud }, undefined), type: "lignes", multiple: true, sous };
}

/** Whether the values of a list stand together in one cell, and not in a row each. */
export function estEnCellule({ chemin, multiple, type }: Champ): boolean {
  if (!multiple) return false;
  return ["code", "choix", "lignes"].includes(type) || chemin.includes(ELEMENT);
}

function resolved(forme: Forme, chemin: readonly string[]): SchemaNode {
  return schemaAt(
    forme,
    chemin.map((cle) => (cle === ELEMENT ? 0 : cle)),
  );
}

function champ({ forme, chemin, noeud, rubriques, requis }: Rubrique, requisSi: Champ["requisSi"]): Champ {
  const multiple = noeud.items !== undefined;
  const schema = multiple ? resolved(forme, [...chemin, ELEMENT]) : noeud;
  return {
    chemin,
    rubriques,
    libelle: noeud.title ?? chemin.at(-1) ?? "",
    aide: noeud.description ?? "",
    exemple: noeud.examples?.[0],
    type: typeDe(schema),
    choix: choixDe(schema),
    multiple,
    requis,
    requisSi,
    schema,
  };
}

/** From this length on, a text is a paragraph. */
const PARAGRAPHE = 1000;

function typeDe(schema: SchemaNode): TypeDeChamp {
  if (schema.enum !== undefined) return "choix";
  if (schema.definition === "montant" || schema.definition === "montantSigne") return "montant";
  if (schema.type === "boolean") return "oui_non";
  if (schema.type === "integer") return "entier";
  if (schema.type === "number") return "nombre";
  if (schema.format === "date") return "jour";
  if (schema.pattern !== undefined) return "code";
  return (schema.maxLength ?? 0) >= PARAGRAPHE ? "texte_long" : "texte";
}

function requisDe(parent: SchemaNode, cle: string, isRacine: boolean, requis: Requis | undefined): Requis | undefined {
  if (parent.required?.includes(cle)) return requis;
  return isRacine && parent.then?.required?.includes(cle) ? "contrat" : undefined;
}

/** « mois_inscription » is required beside « situation_avant: demandeur_emploi ». */
function conditionDe(forme: Forme, chemin: readonly string[], parent: SchemaNode, cle: string): Champ["requisSi"] {
  for (const { if: si, then: alors } of [parent, ...(parent.allOf ?? [])]) {
    const [voisine, test] = Object.entries(si?.properties ?? {})[0] ?? [];
    if (voisine === undefined || test === undefined || !alors?.required?.includes(cle)) continue;
    const schema = resolved(forme, [...chemin, voisine]);
    const valeurs = test.enum ?? [test.const];
    return { cle: voisine, libelle: schema.title ?? voisine, parmi: choixDe(schema).filter(({ valeur }) => valeurs.includes(valeur)) };
  }
  return undefined;
}

function choixDe(schema: SchemaNode): Choix[] {
  return (schema.enum ?? []).map((valeur, rang) => ({ valeur, libelle: schema.enumDescriptions?.[rang] ?? String(valeur) }));
}
