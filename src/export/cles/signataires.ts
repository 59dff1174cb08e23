import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readFileWhole } from "../../dossier/open.ts";
import { UserError } from "../../errors.ts";
import { NOM_DU_MANIFESTE } from "../manifeste.ts";
import type { LotTrouve } from "../trouver.ts";
import { estDeSaCle, lireClePublique } from "./signature.ts";

/** The public keys that porteurs have given, by the key, with the name of its file. */
export type ClesPubliques = ReadonlyMap<string, string>;

/** What the signatures say of lots: those of each known key, by its file, and those that nobody known has signed. */
export interface Signataires {
  connus: Map<string, LotTrouve[]>;
  inconnus: LotTrouve[];
  nonSignes: LotTrouve[];
}

/** A key is a few lines. */
const PLUS_GRANDE_CLE = 100_000;

/**
 * The public keys of a folder: its files .pem.
 * @throws UserError when there is none, or when one is no public key.
 */
export function lireClesPubliques(dossier: string): ClesPubliques {
  const fichiers =
    existsSync(dossier) && statSync(dossier).isDirectory()
      ? readdirSync(dossier)
          .filter((nom) => /\.pem$/i.test(nom))
          .sort()
      : [];
  if (fichiers.length === 0) {
    throw new UserError(
      `${dossier} ne contient aucune clé publique (.pem).`,
      "Donnez à --cles le dossier des fichiers .publique.pem que les porteurs vous ont transmis.",
    );
  }
  return new Map(
    fichiers.map((nom) => {
      const cle = lireClePublique(readFileWhole(join(dossier, nom), PLUS_GRANDE_CLE).toString("latin1"));
      if (cle !== undefined) return [cle, nom];
      throw new UserError(
        `${join(dossier, nom)} n'est pas une clé publique Ed25519 (PEM).`,
        "Ce dossier ne doit contenir que les fichiers .publique.pem des porteurs ; une clé privée ne quitte jamais le sien.",
      );
    }),
  );
}

/**
 * Who has signed the manifests.
 * @throws UserError for a manifest that is not what was signed.
 */
export function controlerSignatures(lots: readonly LotTrouve[], cles: ClesPubliques): Signataires {
  const signataires: Signataires = { connus: new Map(), inconnus: [], nonSignes: [] };
  for (const lot of lots) {
    const { signature } = lot.manifeste;
    if (signature !== undefined && !estDeSaCle(lot.manifeste, signature)) throw change(lot);
    const nom = signature && cles.get(signature.cle_publique);
    if (nom !== undefined) signataires.connus.set(nom, [...(signataires.connus.get(nom) ?? []), lot]);
    else signataires[signature === undefined ? "nonSignes" : "inconnus"].push(lot);
  }
  return signataires;
}

function change({ chemin }: LotTrouve): UserError {
  return new UserError(
    `${chemin} : son ${NOM_DU_MANIFESTE} n'est plus celui que le porteur a signé.`,
    "Il a été modifié en route : demandez au porteur le dossier entier que « cpro export » a écrit.",
  );
}
