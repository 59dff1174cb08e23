import { read } from "../dispositif/chemin.ts";
import { entreeLe, vueDuParcours } from "../dispositif/parcours.ts";
import { parPorteur } from "../dossier/porteurs.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import { LAST_DAY } from "../words/dates.ts";
import type { Avec, Liens, Suivable } from "./suivi.ts";

/** What links the parcours of a dossier, for those that are linked; when two say to continue the same one, the first to have entered does. */
export function lierParcours(parcours: readonly Avec<Suivable>[], fiches: readonly FicheProjet[]): ReadonlyMap<Suivable, Liens> {
  const liens = new Map<Suivable, Liens>();
  const renouvelles = parcours.filter((un) => poursuivi(un) !== undefined).toSorted((a, b) => (entree(a) < entree(b) ? -1 : 1));
  if (renouvelles.length === 0) return liens;
  const numeroter = parPorteur(fiches);
  const connus = new Map(parcours.map((un) => [cleDe(un.modele, numeroter(un.data.fiche ?? "", un.data.identifiant)), un.data]));
  for (const un of renouvelles) {
    const { data: suite, modele } = un;
    const origine = connus.get(cleDe(modele, numeroter(suite.fiche ?? "", poursuivi(un) ?? "")));
    if (origine === undefined || origine === suite || liens.get(origine)?.suite !== undefined) continue;
    liens.set(origine, { ...liens.get(origine), suite });
    liens.set(suite, { ...liens.get(suite), origine });
  }
  return liens;
}

/** Two dispositifs may number their parcours alike. */
function cleDe({ dispositif }: Avec<Suivable>["modele"], numero: string): string {
  return `${dispositif.identifiant}\n${numero}`;
}

function poursuivi({ data, modele }: Avec<Suivable>): string | undefined {
  const { lien } = modele.dispositif.parcours;
  const identifiant = lien === undefined ? undefined : read(data, lien.chemin);
  return typeof identifiant === "string" ? identifiant : undefined;
}

/** The day it entered, however late. */
function entree({ data, modele: { dispositif } }: Avec<Suivable>): string {
  return entreeLe(dispositif, vueDuParcours(data, LAST_DAY, dispositif)) ?? "";
}
