import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import type { Day } from "../words/dates.ts";
import type { Echeance } from "./etapes.ts";
import { type ProgresFiche, progresFiche } from "./fiches.ts";
import { lierParcours } from "./liens.ts";
import { echeancesNationales } from "./nationales.ts";
import { type ProgresParcours, progresParcours } from "./parcours.ts";
import { type PlafondNational, plafondNational } from "./plafond.ts";

/** Where a dossier stands on a day, and who must do what by when. */
export interface Progres {
  date: Day;
  parcours: ProgresParcours[];
  fiches: ProgresFiche[];
  /** Given with at least one fiche: a porteur who follows one parcours has no use for them. */
  nationales: Echeance[];
  /** Given with at least one fiche too. */
  plafond?: PlafondNational;
}

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
export { isEcheance } from "./etapes.ts";
export { filtrer } from "./filtre.ts";
export { etats } from "./phases.ts";
