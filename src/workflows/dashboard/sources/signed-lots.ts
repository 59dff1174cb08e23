import type { LotTrouve, Signataires } from "../../../export/index.ts";
import type { Io } from "../../../io.ts";
import { count, list } from "../../../words/french.ts";
import type { DashboardOptions } from "../options.ts";

/** Says who vouches for the lots; with the public keys at hand, what nobody known has signed is a problem. Gives what readers must know of it. */
export function noteSigned({ connus, inconnus, nonSignes }: Signataires, { cles }: Pick<DashboardOptions, "cles">, io: Io): string[] {
  for (const [cle, lots] of connus)
    io.note(
      `Signé par ${cle} : ${list(
        lots.map(({ annonce }) => annonce.fiche.identifiant),
        "et",
      )}.`,
    );
  if (inconnus.length > 0) {
    const quoi = count(inconnus.length, "lot signé, clé inconnue", "lots signés, clé inconnue");
    io.note(cles === undefined ? `${quoi} : aucune clé publique n'est donnée (--cles).` : `${quoi} de ${cles} : ${noms(inconnus)}.`);
  }
  if (nonSignes.length > 0) {
    io.note(`${count(nonSignes.length, "lot non signé", "lots non signés")}, rien ne prouve de qui : ${noms(nonSignes)}.`);
  }
  if (cles === undefined || inconnus.length + nonSignes.length === 0) return [];
  io.end("problems");
  return ["Rien ne prouve de qui viennent certains lots."];
}

function noms(lots: readonly LotTrouve[]): string {
  return list(
    lots.map(({ chemin }) => chemin),
    "et",
  );
}
