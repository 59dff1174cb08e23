import type { FaultyFile } from "../../dossier/entry.ts";
import { acteursCommuns } from "../../generated/acteurs.ts";
import * as definition from "../../generated/definition.js";
import { schema as demarche } from "../../generated/demarche.js";
import { motifsDeRegles } from "../../generated/regles.ts";
import * as legal from "../../legal/index.ts";
import type { Catalogue, Modele } from "../catalogue.ts";
import { type Extension, etendre, lieuDit } from "../etendre.ts";
import type { Schemas } from "../forme.ts";
import type { Dispositif } from "../modele.ts";
import type { SchemaNode } from "../schema-node.ts";
import { conseilParmi } from "../verifier/faute.ts";
import { type Alentours, type Faute, verifierDispositif } from "../verifier/index.ts";
import { fautesDeCadre } from "./cadre.ts";
import { compiler } from "./compiler.ts";
import { lire } from "./lecture.ts";
import { lireSchemas } from "./schemas.ts";
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
  const dit = lu.data as Dispositif;
  const parent = await parentDe(dit, deCpro);
  if (parent !== undefined && "message" in parent) return { fautifs: lu.fautif([parent]) };
  const dispositif = parent === undefined ? dit : etendre(parent.dispositif, dit as Extension);
  const { schemas, fautifs } = await lireSchemas(textes, deCpro, parent);
  const assembles = fautifs.length === 0 && schemas.parcours !== undefined ? { ...schemas, parcours: schemas.parcours } : undefined;
  const fautes = [
    ...fautesDeCadre(dit, textes, [...deCpro.dispositifs.keys()]),
    ...verifierDispositif(dispositif, {
      schema: definition.dispositif,
      alentours,
      ...(assembles && { schemas: { ...(assembles as Record<"parcours", SchemaNode>), demarche } }),
    }).map((faute) => ({ ...faute, at: lieuDit(faute.at, dispositif, dit) })),
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

/** The one that a dispositif continues, or why it cannot; nothing when it continues none. */
async function parentDe({ etend }: Dispositif, { dispositifs, modele }: Catalogue): Promise<Modele | Faute | undefined> {
  if (etend === undefined) return undefined;
  const parent = await modele(etend);
  if (parent === undefined)
    return {
      at: ["etend"],
      message: `Le dispositif « ${etend} » n'est pas de ceux de cpro.`,
      hint: conseilParmi(etend, [...dispositifs.keys()]),
    };
  const lointain = parent.dispositif.etend;
  if (lointain === undefined) return parent;
  return { at: ["etend"], message: `« ${etend} » en prolonge déjà un autre.`, hint: `Prolongez « ${lointain} ».` };
}
