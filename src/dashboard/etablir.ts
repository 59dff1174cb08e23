import type { Day } from "../words/dates.ts";
import { tablesDe } from "./count/compter.ts";
import { sourcesDe } from "./count/sources.ts";
import { sqlDe, sqlDesDomaines } from "./count/sql.ts";
import { chiffrer, type FigureChiffree } from "./count/synthese.ts";
import type { Table } from "./count/tables.ts";
import type { Decoupage, Indicateur } from "./definition/indicators.ts";
import { arreteAu, fenetres, type Semestre } from "./definition/semestre.ts";
import { avecMoteur } from "./engine/index.ts";
import type { Moteur, Reponse } from "./engine/moteur.ts";
import type { DashboardInput } from "./input.ts";
import { arrondir } from "./publication/arrondi.ts";
import { publier } from "./publication/index.ts";
import type { Publication, Sources } from "./publication/publiee.ts";
import { type Lu, lecture, relire } from "./publication/relecture.ts";
import type { Regroupement } from "./regroupement/index.ts";
import { indicateursPour } from "./regroupement/indicateurs.ts";
import { lignes } from "./rows/lignes.ts";
import { type Provenance, provenanceDe } from "./rows/porteurs.ts";
import { domainesDe, figuresPubliques, projetsDe } from "./rows/projets.ts";

/** What a dashboard says of itself. */
export interface Entete {
  semestre: Semestre;
  date: Day;
  /** The last day counted: the half-year's, or `date` when it comes before. */
  arreteAu: Day;
  sources: Sources;
  decoupage?: Decoupage;
  regroupement?: Regroupement;
}

/** The tables of a dashboard, with all that is counted: to be shown only by `publier`, without what must be hidden. */
export interface Tableaux extends Entete {
  tables: readonly Table[];
  figures: readonly FigureChiffree[];
  provenance: Provenance;
  moteur: Moteur;
  /** The same tables of other rows. */
  compter(moteur: Moteur, estVoulue: (indicateur: Indicateur) => boolean): Promise<Table[]>;
  /** The tables and figures without the variables named, with those counts rounded that are given. */
  publier(masquees: ReadonlySet<string>, arrondis?: ReadonlyMap<string, number>): Publication;
  /** Every number that a publication shows, with what it is of. */
  lire(publication: Parameters<typeof relire>[0]): Lu[];
  /** The number shown for each variable by a publication, or by its record. */
  relire(publication: Parameters<typeof relire>[0]): Map<string, number>;
}

/** What changes from one dashboard of the same rows to another. */
export type Vue = Partial<Pick<DashboardInput, "semestre" | "date" | "selon" | "regionsPubliees" | "regroupement">>;

/** Any number of dashboards of the same rows, for as long as `travail` runs. */
export function avecTableaux<T>(input: DashboardInput, travail: (etablir: (vue?: Vue) => Promise<Tableaux>) => Promise<T>): Promise<T> {
  const { dossier, ineligibles, couts, lots = [] } = input;
  const rows = lignes(dossier.parcours, ineligibles, couts, dossier.fiches);
  return avecMoteur({ lignes: rows, lots: lots.map(({ fichier }) => fichier) }, async (moteur) => {
    const sources = await sourcesDe(input, moteur);
    const provenance = provenanceDe(dossier, rows, lots);
    const avecMemoire = { demander: memoire(moteur) };
    return travail((vue = {}) => etablir({ ...input, ...vue }, sources, provenance, avecMemoire));
  });
}

/** Dashboards that differ by two categories have most of their tables in common. */
function memoire({ demander }: Moteur): Moteur["demander"] {
  const connues = new Map<string, Promise<Reponse[]>>();
  return (requete) => {
    const reponses = connues.get(requete) ?? demander(requete);
    connues.set(requete, reponses);
    return reponses;
  };
}

async function etablir(input: DashboardInput, sources: Sources, provenance: Provenance, moteur: Moteur): Promise<Tableaux> {
  const { dossier, semestre, date, selon, regroupement, precedents = [], lots = [] } = input;
  const fin = arreteAu(semestre, date);
  const projets = projetsDe(dossier.fiches, lots);
  const domaines = domainesDe(projets, await moteur.demander(sqlDesDomaines(fin)));
  const tables = await tablesDe(moteur, input, domaines);
  const figures = chiffrer(tables, regroupement);
  const suite = { semestre: semestre.id, precedents, regroupement };
  return {
    semestre,
    date,
    arreteAu: fin,
    ...(selon && { decoupage: selon }),
    ...(regroupement && { regroupement }),
    sources,
    tables,
    figures,
    provenance,
    moteur,
    compter: (un, estVoulue) => tablesDe(un, input, domaines, estVoulue),
    publier: (masquees, arrondis) => {
      const montrees = arrondis === undefined ? tables : arrondir(tables, arrondis);
      return publier(montrees, chiffrer(montrees, regroupement), figuresPubliques(projets, fin, date), masquees, suite);
    },
    lire: (publication) => lecture(publication, figures),
    relire: (publication) => relire(publication, figures),
  };
}

export function enteteDe({ semestre, date, arreteAu, sources, decoupage, regroupement }: Entete): Entete {
  return { semestre, date, arreteAu, ...(decoupage && { decoupage }), ...(regroupement && { regroupement }), sources };
}

/** The query of each table, for those who want to run or read it. */
export function requetes(semestre: Semestre, date: Day, selon?: Decoupage): { id: string; sql: string }[] {
  return indicateursPour(selon).map((indicateur) => ({ id: indicateur.id, sql: sqlDe(indicateur, fenetres(semestre, date)) }));
}
