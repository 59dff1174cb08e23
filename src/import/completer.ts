import { constantesDe, type Forme } from "../dispositif/forme.ts";
import { type SchemaNode, schemaAt } from "../dispositif/schema-node.ts";

/**
 * The data of a document with its first lines, and with the rubrics that the schema requires but that may be empty: a workbook
 * has no cell for them.
 */
export function completer(forme: Forme, data: Record<string, unknown>): Record<string, unknown> {
  const complet: Record<string, unknown> = { ...constantesDe(forme), ...structuredClone(data) };
  const racine = schemaAt(forme, []);
  const requis = [...(racine.required ?? []), ...(complet.contrat === undefined ? [] : (racine.then?.required ?? []))];
  ajouter(forme, complet, [], { ...racine, required: requis });
  if (complet.contrat !== undefined) ajouterPhases(complet, racine);
  return complet;
}

interface Lieu {
  forme: Forme;
  chemin: readonly string[];
}

/** Adds what is required and may be empty, at a place and under it. */
function ajouter(
  forme: Forme,
  objet: Record<string, unknown>,
  chemin: readonly string[],
  { required = [], properties = {} }: SchemaNode,
): void {
  for (const cle of Object.keys(properties)) {
    const schema = schemaAt(forme, [...chemin, cle]);
    if (objet[cle] === undefined && required.includes(cle)) {
      const vide = videDe({ forme, chemin: [...chemin, cle] });
      if (vide !== undefined) objet[cle] = vide;
    }
    const dedans = objet[cle];
    if (isObjet(dedans)) ajouter(forme, dedans, [...chemin, cle], schema);
    else if (Array.isArray(dedans)) objet[cle] = Array.from(dedans, (element) => element ?? {});
  }
}

/** A list, or an object whose required keys may all be empty. */
function videDe({ forme, chemin }: Lieu): unknown {
  const { type, properties, required = [] } = schemaAt(forme, chemin);
  if (type === "array") return [];
  const vides = required.map((cle) => [cle, videDe({ forme, chemin: [...chemin, cle] })] as const);
  return properties === undefined || vides.some(([, vide]) => vide === undefined) ? undefined : Object.fromEntries(vides);
}

/** With a contract, the five phases are written even when nothing has begun. */
function ajouterPhases(complet: Record<string, unknown>, racine: SchemaNode): void {
  const phases = complet.phases;
  if (!isObjet(phases)) return;
  for (const cle of racine.then?.properties?.phases?.required ?? []) phases[cle] ??= {};
}

function isObjet(valeur: unknown): valeur is Record<string, unknown> {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
}
