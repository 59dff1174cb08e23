import { formeDe, type Modele } from "../dispositif/catalogue.ts";
import type { Forme, Kind } from "../dispositif/forme.ts";
import type { FeuilleDeSaisie } from "../dispositif/schema-node.ts";
import { champsDe, ELEMENT, estEnCellule } from "./champs.ts";

/** A sheet of the workbook: what of a document it holds, as the schema of the document says. */
export interface Theme extends FeuilleDeSaisie {
  kind: Kind;
  modele: Modele;
  forme: Forme;
}

/** The sheets of the documents of a dispositif, the fiche's before the parcours'. Every field of a document stands in exactly one. */
export function themesDe(modele: Modele): Theme[] {
  // The fiches of one that continues another are the other's.
  const aSesFiches = modele.formes.fiche !== undefined && modele.dispositif.etend === undefined;
  const kinds: Kind[] = aSesFiches ? ["fiche", "parcours"] : ["parcours"];
  return kinds.flatMap((kind) => {
    const forme = formeDe(modele, kind);
    const feuilles = forme.schema["x-feuilles"] ?? parDefaut(modele, kind);
    return [...feuilles, ...oubliees(forme, feuilles)].map((feuille) => ({ ...feuille, kind, modele, forme }));
  });
}

/** A schema that says no sheets has one for all that stands in no list. */
function parDefaut({ identifiant }: Modele, kind: Kind): FeuilleDeSaisie[] {
  const note = "Une personne, une ligne : les autres feuilles reprennent l'identifiant choisi dans cette colonne.";
  return [{ nom: nomDeFeuille(`${identifiant} ${kind}`), ancre: true, note, rubriques: [""] }];
}

/** The lists that no sheet names have one each: nothing of a document is lost. */
function oubliees(forme: Forme, feuilles: readonly FeuilleDeSaisie[]): FeuilleDeSaisie[] {
  const nommees = new Set(feuilles.flatMap(({ rubriques }) => rubriques));
  const listes = new Map<string, string>();
  for (const un of champsDe(forme)) {
    const { chemin, rubriques, libelle } = un;
    const rang = chemin.indexOf(ELEMENT);
    if (rang === -1 && (!un.multiple || estEnCellule(un))) continue;
    const liste = `${(rang === -1 ? chemin : chemin.slice(0, rang)).join(".")}${ELEMENT}`;
    if (!nommees.has(liste) && !listes.has(liste)) listes.set(liste, rang === -1 ? libelle : (rubriques.at(-1) ?? liste));
  }
  return [...listes].map(([liste, titre]) => ({
    nom: nomDeFeuille(`${forme.dispositif} ${titre}`),
    note: "Autant de lignes que nécessaire par parcours.",
    rubriques: [liste],
  }));
}

/** What a workbook admits as the name of a sheet. */
function nomDeFeuille(titre: string): string {
  return titre.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31);
}
