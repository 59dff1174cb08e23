import type { FaultyFile } from "../../dossier/entry.ts";
import { formatDe } from "../../dossier/kinds.ts";
import { acteursCommuns } from "../../generated/acteurs.ts";
import * as definition from "../../generated/definition.js";
import { schema as demarche } from "../../generated/demarche.js";
import { motifsDeRegles } from "../../generated/regles.ts";
import * as legal from "../../legal/index.ts";
import { assembler, type Noeud } from "../assembler.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Kind, Schemas } from "../forme.ts";
import type { Dispositif } from "../modele.ts";
import type { SchemaNode } from "../schema-node.ts";
import { type Alentours, verifierDispositif } from "../verifier/index.ts";
import { fautesDeCadre } from "./cadre.ts";
import { compiler } from "./compiler.ts";
import { type Lu, lire } from "./lecture.ts";
import { fautesDesNoeuds } from "./noeuds.ts";
import { fautesDeRacine } from "./racine.ts";
import type { Textes } from "./textes.ts";

/** A dispositif of a user's own, ready to join a catalogue. */
export interface Propre {
  dispositif: Dispositif;
  schemas: Schemas;
}

const alentours: Alentours = {
  acteurs: Object.keys(acteursCommuns),
  parametres: legal.parameters,
  references: legal.referenceIds,
  regles: motifsDeRegles,
};

/** Makes a dispositif of its files, or says all that is wrong in them. @param deCpro those that cpro comes with. */
export async function definir(textes: Textes, deCpro: Catalogue): Promise<Propre | { fautifs: FaultyFile[] }> {
  const lu = await lire(textes.definition, { schema: definition.dispositif, validator: definition.isDispositif });
  if (!("data" in lu)) return { fautifs: [lu] };
  const dispositif = lu.data as Dispositif;
  const { schemas, fautifs } = await lireSchemas(textes, deCpro);
  const assembles = fautifs.length === 0 && schemas.parcours !== undefined ? { ...schemas, parcours: schemas.parcours } : undefined;
  const fautes = [
    ...fautesDeCadre(dispositif, textes, [...deCpro.dispositifs.keys()]),
    ...verifierDispositif(dispositif, {
      schema: definition.dispositif,
      alentours,
      ...(assembles && { schemas: { ...(assembles as Record<"parcours", SchemaNode>), demarche } }),
    }),
  ];
  const tous = [...lu.fautif(fautes), ...fautifs];
  if (tous.length > 0 || assembles === undefined) return { fautifs: tous };
  try {
    return { dispositif, schemas: { ...compiler(assembles), exemple: {} } };
  } catch (error) {
    const message = `ajv, qui lit les schémas pour cpro, ne peut pas faire de celui-ci : ${error instanceof Error ? error.message : String(error)}.`;
    const fichier = textes.schemas.parcours ?? textes.definition;
    const range = { line: 1, column: 1, endLine: 1, endColumn: 2 };
    return { fautifs: [{ file: fichier.file, bytes: fichier.bytes, refusal: { message, advice: "Simplifiez-le.", range } }] };
  }
}

async function lireSchemas(
  { nom, schemas }: Textes,
  deCpro: Catalogue,
): Promise<{ schemas: Partial<Record<Kind, Noeud>>; fautifs: FaultyFile[] }> {
  const assembles: Partial<Record<Kind, Noeud>> = {};
  const fautifs: FaultyFile[] = [];
  const defaut = await deCpro.modele(deCpro.parDefaut);
  for (const kind of ["parcours", "fiche"] as const) {
    const source = schemas[kind];
    if (source === undefined) continue;
    const lu: Lu | FaultyFile = await lire(source, { schema: definition.forme, validator: definition.isForme });
    if (!("data" in lu)) {
      fautifs.push(lu);
      continue;
    }
    const schema = lu.data as Noeud;
    const attentes = {
      kind,
      identifiant: nom,
      format: formatDe(kind),
      commun: definition.commun,
      connu: defaut?.formes[kind]?.schema ?? {},
    };
    const noeuds = fautesDesNoeuds(schema, definition.commun);
    // Where references lead nowhere or turn round, nothing can be followed.
    const fautes = noeuds.length > 0 ? noeuds : fautesDeRacine(schema, attentes);
    fautifs.push(...lu.fautif(fautes));
    if (fautes.length === 0) assembles[kind] = assembler(schema, definition.commun);
  }
  return { schemas: assembles, fautifs };
}
