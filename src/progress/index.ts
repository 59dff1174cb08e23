import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import type { Day } from "../words/dates.ts";
import { progresFiche } from "./fiches.ts";
import { lierParcours } from "./liens.ts";
import { echeancesNationales } from "./nationales.ts";
import { progresParcours } from "./parcours.ts";
import { plafondNational } from "./plafond.ts";
import type { Progres } from "./progres.ts";

/** What is needed of a dossier; dossier/load.ts gives more. */
export interface Suivi {
  fiches: readonly { data: FicheProjet }[];
  parcours: readonly { data: Parcours }[];
}

/** What is dated after `date` has not happened yet, so an earlier day gives the dossier as it stood then. */
export function computeProgress({ fiches, parcours }: Suivi, date: Day): Progres {
  const parFiche = new Map<string, Parcours[]>();
  for (const { data } of parcours) {
    const siens = parFiche.get(data.fiche);
    if (siens === undefined) parFiche.set(data.fiche, [data]);
    else siens.push(data);
  }
  const dossier = parcours.map(({ data }) => data);
  const liens = lierParcours(
    dossier,
    fiches.map(({ data }) => data),
  );
  return {
    date,
    parcours: dossier.map((un) => progresParcours(un, date, liens.get(un))),
    fiches: fiches.map(({ data }) => progresFiche(data, parFiche.get(data.identifiant) ?? [], date)),
    nationales: fiches.length === 0 ? [] : echeancesNationales(date),
    ...(fiches.length === 0 ? {} : { plafond: plafondNational(dossier, date) }),
  };
}

export { echeancier } from "./echeancier.ts";
export { isEcheance } from "./etape.ts";
export { filtrer } from "./filtre.ts";
export { etats } from "./phases.ts";
