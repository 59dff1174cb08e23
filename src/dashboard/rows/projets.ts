import type { FicheDocument } from "../../dossier/load.ts";
import { firstValue, parameters, valueAt } from "../../legal/index.ts";
import type { Day } from "../../words/dates.ts";
import { exigerPubliables } from "../../words/publiable.ts";
import { NON_CONNU } from "../definition/categorie.ts";
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

/** Figures about projects, not persons: never hidden. */
export function figuresPubliques(projets: readonly Projet[], fin: Day, date: Day): FigurePubliee[] {
  const acceptes = projets.filter(({ accepteLe }) => accepteLe !== undefined && accepteLe <= fin);
  const groupe = "Projets et contrats";
  return [
    { id: "projets_acceptes", libelle: "Projets acceptés", groupe, valeur: acceptes.length },
    {
      id: "plafond_parcours",
      libelle: parameters["plafond-national-parcours"].label,
      groupe,
      valeur: valueAt("plafond-national-parcours", date).value,
    },
  ];
}
