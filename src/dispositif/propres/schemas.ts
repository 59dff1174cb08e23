import type { FaultyFile } from "../../dossier/entry.ts";
import { formatDe } from "../../dossier/kinds.ts";
import * as definition from "../../generated/definition.js";
import { assembler, type Noeud } from "../assembler.ts";
import type { Catalogue, Modele } from "../catalogue.ts";
import { etendreSchema } from "../etendre.ts";
import type { Kind } from "../forme.ts";
import type { Faute } from "../verifier/index.ts";
import { type Lu, lire } from "./lecture.ts";
import { fautesDesNoeuds } from "./noeuds.ts";
import { type Attentes, fautesDExtension, fautesDeRacine } from "./racine.ts";
import type { Textes } from "./textes.ts";

/** The schemas of its files, self-contained, and what is wrong in them. @param parent the dispositif that it continues. */
export async function lireSchemas(
  { nom, schemas }: Textes,
  deCpro: Catalogue,
  parent: Modele | undefined,
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
    const connu = defaut?.formes[kind]?.schema ?? {};
    const fautes = fautesDe(schema, { kind, identifiant: nom, format: formatDe(kind), commun: definition.commun, connu }, parent);
    fautifs.push(...lu.fautif(fautes));
    if (fautes.length === 0) assembles[kind] = complet(schema, parent);
  }
  if (parent?.formes.fiche !== undefined) assembles.fiche = noeudDe(parent.formes.fiche.schema);
  return { schemas: assembles, fautifs };
}

/** Where references lead nowhere or turn round, nothing can be followed. */
function fautesDe(schema: Noeud, attentes: Attentes, parent: Modele | undefined): Faute[] {
  const noeuds = fautesDesNoeuds(schema, definition.commun);
  if (noeuds.length > 0) return noeuds;
  return parent === undefined ? fautesDeRacine(schema, attentes) : fautesDExtension(schema, attentes.identifiant);
}

function complet(schema: Noeud, parent: Modele | undefined): Noeud {
  const entier = assembler(schema, definition.commun);
  return parent === undefined ? entier : etendreSchema(noeudDe(parent.formes.parcours.schema), entier);
}

function noeudDe(schema: object): Noeud {
  return schema as Noeud;
}
