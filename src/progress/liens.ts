import { dispositifDe } from "../dispositif/phases.ts";
import { read } from "../dispositif/vue.ts";
import { parPorteur } from "../dossier/porteurs.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";

/** The parcours that one continues, and the one that continues it: a contract renewed after a failure is a second parcours. */
export interface Liens {
  origine?: Parcours;
  suite?: Parcours;
}

/** What links the parcours of a dossier, for those that are linked; when two say to continue the same one, the first concluded does. */
export function lierParcours(parcours: readonly Parcours[], fiches: readonly FicheProjet[]): ReadonlyMap<Parcours, Liens> {
  const liens = new Map<Parcours, Liens>();
  const renouvelles = parcours.filter((un) => poursuivi(un) !== undefined).toSorted((a, b) => (conclusion(a) < conclusion(b) ? -1 : 1));
  if (renouvelles.length === 0) return liens;
  const numeroter = parPorteur(fiches);
  const connus = new Map(parcours.map((un) => [numeroter(un.fiche, un.identifiant), un]));
  for (const suite of renouvelles) {
    const origine = connus.get(numeroter(suite.fiche, poursuivi(suite) ?? ""));
    if (origine === undefined || origine === suite || liens.get(origine)?.suite !== undefined) continue;
    liens.set(origine, { ...liens.get(origine), suite });
    liens.set(suite, { ...liens.get(suite), origine });
  }
  return liens;
}

function poursuivi(parcours: Parcours): string | undefined {
  const { lien } = dispositifDe(parcours).parcours;
  const identifiant = lien === undefined ? undefined : read(parcours, lien.chemin);
  return typeof identifiant === "string" ? identifiant : undefined;
}

function conclusion({ contrat }: Parcours): string {
  return contrat?.conclu_le ?? "";
}
