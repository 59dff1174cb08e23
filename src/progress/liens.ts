import { read } from "../dispositif/chemin.ts";
import { entreeLe, vueDuParcours } from "../dispositif/parcours.ts";
import { dispositifDe } from "../dispositif/phases.ts";
import { parPorteur } from "../dossier/porteurs.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import { LAST_DAY } from "../words/dates.ts";
import type { Liens, Suivable } from "./suivi.ts";

/** What links the parcours of a dossier, for those that are linked; when two say to continue the same one, the first to have entered does. */
export function lierParcours<P extends Suivable>(parcours: readonly P[], fiches: readonly FicheProjet[]): ReadonlyMap<P, Liens> {
  const liens = new Map<P, Liens>();
  const renouvelles = parcours.filter((un) => poursuivi(un) !== undefined).toSorted((a, b) => (entree(a) < entree(b) ? -1 : 1));
  if (renouvelles.length === 0) return liens;
  const numeroter = parPorteur(fiches);
  const connus = new Map(parcours.map((un) => [numeroter(un.fiche ?? "", un.identifiant), un]));
  for (const suite of renouvelles) {
    const origine = connus.get(numeroter(suite.fiche ?? "", poursuivi(suite) ?? ""));
    if (origine === undefined || origine === suite || liens.get(origine)?.suite !== undefined) continue;
    liens.set(origine, { ...liens.get(origine), suite });
    liens.set(suite, { ...liens.get(suite), origine });
  }
  return liens;
}

function poursuivi(parcours: Suivable): string | undefined {
  const { lien } = dispositifDe(parcours).parcours;
  const identifiant = lien === undefined ? undefined : read(parcours, lien.chemin);
  return typeof identifiant === "string" ? identifiant : undefined;
}

/** The day it entered, however late. */
function entree(parcours: Suivable): string {
  const dispositif = dispositifDe(parcours);
  return entreeLe(dispositif, vueDuParcours(parcours, LAST_DAY, dispositif)) ?? "";
}
