import type { FicheDocument } from "../../dossier/load.ts";
import { firstValue, valueAt } from "../../legal/index.ts";
import type { Day } from "../../words/dates.ts";
import { exigerPubliables } from "../../words/publiable.ts";
import { NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { motDe } from "../definition/domaines.ts";
import type { Reponse } from "../engine/moteur.ts";
import type { FigurePubliee } from "../publication/publiee.ts";

/** What the dashboard asks of a project. */
export interface Projet {
  /** The fiche's identifiant. */
  fiche: string;
  /** The day of a favourable opinion. */
  accepteLe?: Day | undefined;
  domaines: readonly string[];
}

/** A file of anonymised rows (.parquet or .csv), already checked by whoever gives it, and what its manifest says of its project. */
export interface LotDeLignes {
  fichier: string;
  projet?: Projet;
  /** What it was sent with, by a name: one porteur sends its lots together. */
  envoi?: string;
}

/** The projects of fiches, and those of lots whose fiche is not there. A favourable opinion without a day counts from the beginning. */
export function projetsDe(fiches: readonly FicheDocument[], lots: readonly LotDeLignes[] = []): Projet[] {
  const connus = fiches.map(({ data: { identifiant, instruction, certifications = [] } }) => ({
    fiche: identifiant,
    accepteLe: instruction?.avis === "favorable" ? (instruction.avis_le ?? firstValue("experimentation-debut")) : undefined,
    domaines: certifications.map(motDe),
  }));
  const vus = new Set(connus.map(({ fiche }) => fiche));
  return [...connus, ...lots.flatMap(({ projet }) => (projet === undefined || vus.has(projet.fiche) ? [] : [projet]))];
}

/**
 * The domains that the projects aim at and that contracts concluded by then have, so that a domain keeps its row while empty.
 * @throws UserError when one of them is no label.
 */
export function domainesDe(projets: readonly Projet[], suivis: readonly Reponse[]): string[] {
  const domaines = new Set([...projets.flatMap((projet) => projet.domaines), ...suivis.map(({ domaine }) => String(domaine))]);
  domaines.delete(NON_CONNU);
  exigerPubliables([...domaines], "domaine d'une certification");
  return [...domaines].sort(new Intl.Collator("fr").compare);
}

/** Figures about projects and the law, not persons: never hidden. */
export function figuresPubliques({ publiques }: Definition, projets: readonly Projet[], fin: Day, date: Day): FigurePubliee[] {
  const acceptes = projets.filter(({ accepteLe }) => accepteLe !== undefined && accepteLe <= fin).length;
  return publiques.map(({ id, libelle, groupe, parametre }) => ({
    id,
    libelle,
    groupe,
    valeur: parametre === undefined ? acceptes : Number(valueAt(parametre, date).value),
  }));
}
