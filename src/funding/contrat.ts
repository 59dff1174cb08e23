import { dateDuDroit, type ParcoursConclu } from "../dossier/faits.ts";
import { baremeAu } from "../legal/baremes.ts";
import type { Day } from "../words/dates.ts";
import type { Amount } from "./amount.ts";
import { type AnneeContrat, anneesDuContrat } from "./annees.ts";
import { nomsDesComposantes, type ParComposante, parComposante } from "./composantes.ts";
import type { Lecture } from "./lectures.ts";
import { type Ligne, type LignePlacee, lignesDeDepense, lignesPubliques, placer } from "./lignes.ts";
import { type DejaRetenu, type Plafond, plafondAnnuel, plafondDe } from "./plafonds.ts";

/** What a contract asks for once: its years, its ceilings, its lines as they stand and on the days that they count. */
export interface ContratPrepare {
  parcours: ParcoursConclu;
  annees: AnneeContrat[];
  plafonds: ParComposante<Plafond>;
  plafondsAnnuels: Amount[];
  lignes: ParComposante<Ligne[]>;
  lignesPubliques: ParComposante<Ligne[]>;
  /** By component, then by contract year. */
  depenses: ParComposante<LignePlacee[][]>;
  /** `undefined` without any public money, as most contracts are. */
  publics: ParComposante<LignePlacee[][]> | undefined;
  /** Of the public money, what is received and not only promised. */
  recus: ParComposante<LignePlacee[][]> | undefined;
}

/** `deja` is what the contracts that this one renews have used of the ceilings of the parcours. */
export function preparer(parcours: ParcoursConclu, lecture: Lecture, deja: DejaRetenu | undefined): ContratPrepare {
  const bareme = baremeAu(dateDuDroit(parcours));
  const annees = anneesDuContrat(parcours);
  const lignes = lignesDeDepense(parcours);
  const publiques = lignesPubliques(parcours);
  const isAide = nomsDesComposantes.some((nom) => publiques[nom].length > 0);
  return {
    parcours,
    annees,
    plafonds: parComposante((nom) => plafondDe(nom, parcours, annees, deja, bareme)),
    plafondsAnnuels: annees.map((annee) => plafondAnnuel(annee, lecture, bareme)),
    lignes,
    lignesPubliques: publiques,
    depenses: parComposante((nom) => placer(lignes[nom], annees)),
    publics: isAide ? parComposante((nom) => placer(publiques[nom], annees)) : undefined,
    recus: isAide ? parComposante((nom) => placer(recues(publiques[nom]), annees)) : undefined,
  };
}

function recues(lignes: readonly Ligne[]): Ligne[] {
  return lignes.filter(({ isPromise }) => !isPromise);
}

/** The same lines, less those that count after a day. */
export function jusquAu(depenses: ContratPrepare["depenses"], jour: Day): ContratPrepare["depenses"] {
  return parComposante((nom) => depenses[nom].map((lignes) => lignes.filter(({ le }) => le <= jour)));
}

/** The lines of all components and years, one after the other. */
export function* lignesDe(places: ContratPrepare["depenses"]): Generator<LignePlacee, void> {
  for (const nom of nomsDesComposantes) for (const lignes of places[nom]) yield* lignes;
}
