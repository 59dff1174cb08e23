import { createHash } from "node:crypto";
import { bytesOf } from "../../dossier/open.ts";
import type { Definition } from "../definition/definition.ts";
import type { Moteur } from "../engine/moteur.ts";
import type { DashboardInput } from "../input.ts";
import type { Sources } from "../publication/publiee.ts";
import { sqlDesSources } from "./sql.ts";

/** What a dashboard is made from, as its readers are told; `comptes` of its parcours have a row. */
export async function sourcesDe(
  { dossier: { fiches, parcours }, lots = [], ecartes = 0, imparfaits = 0, reserves = [] }: DashboardInput,
  moteur: Moteur,
  definition: Definition,
  comptes: number,
): Promise<Sources> {
  const [releve] = await moteur.demander(sqlDesSources(definition));
  const sha256 = (contenu: string | Uint8Array): string => createHash("sha256").update(contenu).digest("hex");
  const empreintes = [
    ...[...fiches, ...parcours].map(({ bytes }) => sha256(bytes)),
    ...lots.map(({ fichier }) => sha256(bytesOf(fichier))),
  ];
  return {
    fichiers: empreintes.length,
    fiches: fiches.length,
    nonConclus: parcours.length - comptes,
    conclus: Number(releve?.conclus ?? 0),
    ineligibles: Number(releve?.ineligibles ?? 0),
    ecartes,
    imparfaits,
    reserves,
    empreinte: sha256(empreintes.sort().join("\n")),
  };
}
