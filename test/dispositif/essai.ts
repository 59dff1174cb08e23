import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { dossierOf, type ParcoursBase, type ParcoursDocument } from "../../src/dossier/load.ts";
import { readBytes } from "../../src/dossier/source.ts";
import { progresParcours } from "../../src/progress/parcours.ts";
import { checkDossier } from "../../src/validate/index.ts";

/** The data of a YAML file. */
export interface Donnees {
  identifiant: string;
  [cle: string]: unknown;
}

/**
 * A parcours of the example of a dispositif, with some places changed, or taken away when undefined: `contrat/debut` is a key of a key.
 */
export function exempleDe(dispositif: string, identifiant: string, changes: Readonly<Record<string, unknown>> = {}): Donnees {
  const file = new URL(`../../dispositifs/${dispositif}/exemple/parcours/${identifiant}.yaml`, import.meta.url);
  return changer(parse(readFileSync(file, "utf8")) as Donnees, changes);
}

/** A copy of data with some places changed; a number in a path is a rank in a list. */
export function changer(data: Donnees, changes: Readonly<Record<string, unknown>>): Donnees {
  const copie = structuredClone(data);
  for (const [chemin, valeur] of Object.entries(changes)) {
    const cles = chemin.split("/");
    const derniere = cles.pop() as string;
    let objet = copie as Record<string, unknown>;
    for (const cle of cles) {
      objet[cle] ??= {};
      objet = objet[cle] as Record<string, unknown>;
    }
    if (valeur === undefined) delete objet[derniere];
    else objet[derniere] = valeur;
  }
  return copie;
}

/** A dossier of these data, read as `validate` reads files. */
export async function dossierDe(...donnees: readonly object[]) {
  const sources = donnees.map((une, rang) => readBytes(`${rang + 1}.yaml`, Buffer.from(stringify(une))));
  return dossierOf({ sources, lost: [] }, true);
}

/** What `validate` says of some data, in the order of their places: severity, rule, and the place. */
export async function constatsDe(donnees: object | readonly object[], date: string): Promise<string[]> {
  const { diagnostics } = await checkDossier(await dossierDe(...[donnees].flat()), { date });
  return diagnostics.map(({ severity, ruleId, path }) => `${severity} ${ruleId} ${path}`);
}

/** The document of a parcours, which must have the shape of its dispositif. */
export async function documentDe(donnees: object): Promise<ParcoursDocument<ParcoursBase>> {
  const { parcours, faulty } = await dossierDe(donnees);
  const [document] = parcours;
  if (document === undefined) throw new Error(JSON.stringify(faulty[0]?.shape?.errors ?? faulty[0]));
  return document;
}

/** Where a parcours stands on a day: what `progress` says of it, its étapes and its phases by their ids. */
export async function progresDe(donnees: Donnees, date: string) {
  const { data, modele } = await documentDe(donnees);
  const progres = progresParcours(data, date, { dispositif: modele.dispositif });
  const parId = <S>(list: readonly { id: string; etat: S }[]) => Object.fromEntries(list.map(({ id, etat }) => [id, etat]));
  return { progres, etapes: parId(progres.etapes), phases: parId(progres.phases) };
}
