/** A JSON Schema as data. */
export type Noeud = { readonly [cle: string]: unknown };

/** What says something to people or editors, and nothing to a validator. */
export const annotations = ["$schema", "title", "description", "examples", "default", "enumDescriptions", "x-feuilles", "x-suffixe"];

const ALIAS = /(^|\/)commun\.schema\.json#\/\$defs\/(\w+)$/;

/**
 * A schema made self-contained: a definition that only names one of schemas/commun.schema.json becomes that one, and what it needs
 * itself is added.
 * @throws Error when it names a common definition that is not there.
 */
export function assembler(schema: Noeud, commun: Noeud): Noeud {
  const defs: Record<string, unknown> = {};
  const propres = objet(schema.$defs);
  const ajouter = (nom: string, voulu: unknown): void => {
    const alias = ALIAS.exec(String(objet(voulu).$ref ?? ""))?.[2];
    const trouve = alias === undefined ? voulu : commun[alias];
    if (trouve === undefined) throw new Error(`schemas/commun.schema.json n'a pas de définition « ${alias ?? nom} »`);
    defs[nom] = trouve;
    if (alias === undefined) return;
    for (const besoin of renvois(trouve)) if (!(besoin in propres) && !(besoin in defs)) ajouter(besoin, commun[besoin]);
  };
  for (const [nom, voulu] of Object.entries(propres)) ajouter(nom, voulu);
  return { ...schema, $defs: defs };
}

/** The names of the definitions that a schema refers to. */
export function renvois(noeud: unknown): string[] {
  if (Array.isArray(noeud)) return noeud.flatMap(renvois);
  return Object.entries(objet(noeud)).flatMap(([cle, valeur]) =>
    cle === "$ref" ? [String(valeur).split("/").at(-1) ?? ""] : renvois(valeur),
  );
}

/** The schema without the given keywords, wherever they stand; a property may bear a keyword's name (« title », « if »), so maps of properties keep all their keys. */
export function sans(mots: readonly string[], noeud: unknown, estTable = false): unknown {
  if (Array.isArray(noeud)) return noeud.map((element) => sans(mots, element));
  if (typeof noeud !== "object" || noeud === null) return noeud;
  const gardes = Object.entries(noeud).filter(([cle]) => estTable || !mots.includes(cle));
  return Object.fromEntries(gardes.map(([cle, valeur]) => [cle, sans(mots, valeur, !estTable && ["properties", "$defs"].includes(cle))]));
}

/** No text holds what XML or UTF-8 cannot, although YAML lets it in by an escape: said of all of them here, so that no field is forgotten. */
export function lisible(noeud: unknown): unknown {
  if (Array.isArray(noeud)) return noeud.map(lisible);
  if (typeof noeud !== "object" || noeud === null) return noeud;
  const dedans: Record<string, unknown> = Object.fromEntries(Object.entries(noeud).map(([cle, valeur]) => [cle, lisible(valeur)]));
  const isLibre = dedans.type === "string" && dedans.enum === undefined && dedans.const === undefined && dedans.format === undefined;
  return isLibre ? { ...dedans, format: "legible" } : dedans;
}

function objet(valeur: unknown): Record<string, unknown> {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur) ? (valeur as Record<string, unknown>) : {};
}
