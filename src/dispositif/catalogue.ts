import { UserError } from "../errors.ts";
import { modeles as charges } from "../generated/modeles.ts";
import { list } from "../words/french.ts";
import { nearest } from "../words/suggest.ts";
import type { Forme, Kind, Schemas, Validator } from "./forme.ts";
import { type Dispositif, dispositifs, parDefaut } from "./modele.ts";
import type { SchemaNode } from "./schema-node.ts";

/** A dispositif ready to be used: what its file says, and the forms of its files. */
export interface Modele {
  identifiant: string;
  dispositif: Dispositif;
  formes: { parcours: Forme; fiche?: Forme };
  /** The texts of a small dossier that reads like life, by their paths in it. */
  exemple: Schemas["exemple"];
}

/** The dispositifs that a run knows: those of cpro, and those of who uses it. */
export interface Catalogue {
  /** What each file says, in the order in which they are listed. */
  dispositifs: ReadonlyMap<string, Dispositif>;
  /** The one of a parcours that names none, and of every fiche that names none. */
  parDefaut: string;
  /** Those that cannot be used, because their own files have faults. */
  enFaute: ReadonlySet<string>;
  /** Loads a dispositif when it is met, once; undefined when there is none of this name. */
  modele(identifiant: string): Promise<Modele | undefined>;
}

/**
 * @param autres the dispositifs of who uses cpro, none of which bears the name of one of cpro's. @param enFaute those that their faults
 * leave aside.
 */
export function catalogueDe(
  autres: ReadonlyMap<string, { dispositif: Dispositif; schemas: Schemas }> = new Map(),
  enFaute: ReadonlySet<string> = new Set(),
): Catalogue {
  const propres = new Map([...autres].map(([id, { dispositif, schemas }]) => [id, modeleDe(id, dispositif, schemas)]));
  return {
    dispositifs: new Map([...Object.entries(dispositifs), ...[...autres].map(([id, { dispositif }]) => [id, dispositif] as const)]),
    parDefaut,
    enFaute,
    modele: async (identifiant) => propres.get(identifiant) ?? deCpro(identifiant),
  };
}

const connus = new Map<string, Promise<Modele | undefined>>();

/** One of cpro's own, the same for all who ask. */
function deCpro(identifiant: string): Promise<Modele | undefined> {
  const connu = connus.get(identifiant) ?? charger(identifiant);
  connus.set(identifiant, connu);
  return connu;
}

async function charger(identifiant: string): Promise<Modele | undefined> {
  const dispositif = Object.hasOwn(dispositifs, identifiant)
    ? (dispositifs as Readonly<Record<string, Dispositif>>)[identifiant]
    : undefined;
  const schemas = dispositif && (await charges[identifiant]?.());
  return dispositif === undefined || schemas === undefined ? undefined : modeleDe(identifiant, dispositif, schemas);
}

function modeleDe(identifiant: string, dispositif: Dispositif, { schemas, validators, exemple }: Schemas): Modele {
  const forme = (kind: Kind, schema: SchemaNode, validator: Validator): Forme => ({
    kind,
    dispositif: identifiant,
    nom: identifiant === parDefaut ? kind : `${identifiant}/${kind}`,
    schema,
    validator,
  });
  const { parcours, fiche } = schemas;
  return {
    identifiant,
    dispositif,
    exemple,
    formes: {
      parcours: forme("parcours", parcours, validators.parcours),
      ...(fiche !== undefined && validators.fiche !== undefined && { fiche: forme("fiche", fiche, validators.fiche) }),
    },
  };
}

/** All the dispositifs, or those of these names, the one of files that name none first. @throws UserError on a name that is none of theirs. */
export async function modelesDe(catalogue: Catalogue, noms?: readonly string[]): Promise<Modele[]> {
  const { dispositifs: connus, parDefaut: premier } = catalogue;
  const voulus = noms ?? [premier, ...[...connus.keys()].filter((nom) => nom !== premier)];
  const modeles: Modele[] = [];
  for (const nom of voulus) {
    const modele = await catalogue.modele(nom);
    if (modele === undefined) throw inconnu(nom, catalogue);
    modeles.push(modele);
  }
  return modeles;
}

function inconnu(nom: string, { dispositifs: connus }: Catalogue): UserError {
  const proche = nearest(nom, [...connus.keys()]);
  return new UserError(
    `Le dispositif « ${nom} » est inconnu.`,
    proche === undefined ? `Les dispositifs connus ici sont ${list([...connus.keys()], "et")}.` : `Vouliez-vous dire « ${proche} » ?`,
  );
}

/** The form of a kind of file. @throws Error when the dispositif has none. */
export function formeDe({ identifiant, formes }: Modele, kind: Kind): Forme {
  const forme = formes[kind];
  if (forme === undefined) throw new Error(`le dispositif ${identifiant} n'a pas de ${kind}`);
  return forme;
}

/** What a file says of the dispositif it follows; the one of files that name none when it says nothing. */
export function dispositifNomme(data: unknown, { parDefaut: defaut }: Pick<Catalogue, "parDefaut">): unknown {
  return (typeof data === "object" && data !== null && "dispositif" in data ? data.dispositif : undefined) ?? defaut;
}
