import type { Dossier } from "../dossier/load.ts";
import { type Esquisse, esquisser } from "../secrecy/advice/esquisse.ts";
import { avecInities } from "../secrecy/known/inities.ts";
import { seulsDe } from "../secrecy/known/seuls.ts";
import { systemeComplet } from "../secrecy/system/deductions.ts";
import type { Systeme } from "../secrecy/system/systeme.ts";
import type { Day } from "../words/dates.ts";
import { tablesDe } from "./count/compter.ts";
import { sourcesDe } from "./count/sources.ts";
import { sqlDe, sqlDesDomaines } from "./count/sql.ts";
import { chiffrer } from "./count/synthese.ts";
import { compteDesPersonnes, type Decoupage, indicateursPour } from "./definition/indicators.ts";
import { arreteAu, fenetres, type Semestre } from "./definition/semestre.ts";
import { avecMoteur, type Moteur, type Reponse } from "./engine/index.ts";
import { arrondir } from "./publication/arrondi.ts";
import type { Exercice } from "./publication/graphiques.ts";
import { type Publication, publier, type Sources } from "./publication/index.ts";
import { type Lu, lecture, relire } from "./publication/relecture.ts";
import type { Regroupement } from "./regroupement/index.ts";
import { type Couts, lignes } from "./rows/columns.ts";
import { type Provenance, provenanceDe } from "./rows/porteurs.ts";
import { domainesDe, figuresPubliques, type LotDeLignes, projetsDe } from "./rows/projets.ts";

export type { Conseil, Montre } from "../secrecy/advice/conseil.ts";
export { chiffresRevises, dejaTus, enchainer, type Parution } from "../secrecy/earlier/suite.ts";
export { avecAutresVues, memesVues, sontMemes } from "../secrecy/earlier/vues.ts";
export { avecConnus, type Connue } from "../secrecy/known/connus.ts";
export { eligiblesAuMoins, retenusBavards } from "../secrecy/system/eligibles.ts";
export { blocsDe, idsDe } from "../secrecy/system/zeros.ts";
export { estAnterieure } from "./definition/cles.ts";
export { type Definition, definitions, dimensions } from "./definition/dictionnaire.ts";
export { additionne, type Decoupage } from "./definition/indicators.ts";
export type { Dimension } from "./definition/nomenclature.ts";
export { type Fenetre, lireSemestre, type Mesure, type Semestre } from "./definition/semestre.ts";
export { releverLots } from "./engine/lots.ts";
export { parquetDe, relireParquet } from "./engine/parquet.ts";
export { dejaArrondis } from "./publication/arrondi.ts";
export { type Diffusion, diffusionDe, type Precedent } from "./publication/diffusion.ts";
export type { Exercice, Genre, GraphiquePublie, Point } from "./publication/graphiques.ts";
export { avecAnterieur, cleDe } from "./publication/groupes.ts";
export type { CellulePubliee, FigurePubliee, TableauDeBord, TablePubliee, TauxPublie } from "./publication/index.ts";
export { type DejaPublie, lireDiffusion, lirePublie, publieDuReleve } from "./publication/releve.ts";
export { dire, type RegroupementDit } from "./regroupement/dit.ts";
export { documentDe, ecrire, relireEcrit } from "./regroupement/fichier.ts";
export type { Regroupement } from "./regroupement/index.ts";
export { lireRegroupement } from "./regroupement/lire.ts";
export { regroupementsPlusLarges } from "./regroupement/plus-larges.ts";
export { type Couts, lignes } from "./rows/columns.ts";
export { comptables } from "./rows/comptables.ts";
export { domainesEtrangers } from "./rows/domaines.ts";
export { type Partie, parties, sansPartie } from "./rows/parties.ts";
export { type LotDeLignes, type Projet, projetsDe } from "./rows/projets.ts";

export interface DashboardInput {
  dossier: Pick<Dossier, "fiches" | "parcours">;
  semestre: Semestre;
  /** The day the dashboard is made: nothing dated after it has happened. */
  date: Day;
  /** For the file of a parcours, the ids of the rules that make it ineligible. */
  ineligibles: ReadonlyMap<string, readonly string[]>;
  /** For the file of a parcours, what its funding comes to. */
  couts: ReadonlyMap<string, Couts>;
  selon?: Decoupage | undefined;
  /** Earlier half-years, as they were published. */
  precedents?: readonly Exercice[];
  /** The last days of the publications with tables by région; if nothing is said, that of this one when it has some. */
  regionsPubliees?: readonly Day[];
  /** Whether the point of view of every porteur is taken, or only of those alone in a région. */
  inites?: "tous" | undefined;
  lots?: readonly LotDeLignes[];
  /** What the tables are to say less than the nomenclature could. */
  regroupement?: Regroupement | undefined;
  /** What readers must know of the sources. */
  reserves?: readonly string[];
  /** Files that could not be counted, and parcours counted although something else in them is wrong. */
  ecartes?: number;
  imparfaits?: number;
}

/** A dashboard before anything is hidden. */
export interface Dashboard {
  semestre: Semestre;
  date: Day;
  /** The last day counted: the half-year's, or `date` when it comes before. */
  arreteAu: Day;
  sources: Sources;
  decoupage?: Decoupage;
  regroupement?: Regroupement;
  /** What the secrecy works on. */
  systeme: Systeme;
  /** The tables as a regroupement would make them, roughly. */
  esquisser(regroupement: Regroupement): Esquisse[];
  /** The tables and figures without the variables named, with those counts rounded that are given. */
  publier(masquees: ReadonlySet<string>, arrondis?: ReadonlyMap<string, number>): Publication;
  /** Every number that a publication shows, with what it is of. */
  lire(publication: Parameters<typeof relire>[0]): Lu[];
  /** The number shown for each variable by a publication, or by its record. */
  relire(publication: Parameters<typeof relire>[0]): Map<string, number>;
}

/** What changes from one dashboard of the same rows to another. */
export type Vue = Partial<Pick<DashboardInput, "semestre" | "date" | "selon" | "regionsPubliees" | "regroupement">>;

export function computeDashboard(input: DashboardInput): Promise<Dashboard> {
  return avecDashboards(input, (etablir) => etablir());
}

/** Any number of dashboards of the same rows, for as long as `travail` runs. */
export function avecDashboards<T>(input: DashboardInput, travail: (etablir: (vue?: Vue) => Promise<Dashboard>) => Promise<T>): Promise<T> {
  const { dossier, ineligibles, couts, lots = [] } = input;
  const rows = lignes(dossier.parcours, ineligibles, couts, dossier.fiches);
  return avecMoteur({ lignes: rows, lots: lots.map(({ fichier }) => fichier) }, async (moteur) => {
    const sources = await sourcesDe(input, moteur);
    const provenance = provenanceDe(dossier, rows, lots);
    const memoire = new Map<string, Promise<Reponse[]>>();
    /** Dashboards that differ by two categories have most of their tables in common. */
    const demander: Moteur["demander"] = (requete) => {
      const reponses = memoire.get(requete) ?? moteur.demander(requete);
      memoire.set(requete, reponses);
      return reponses;
    };
    return travail((vue = {}) => etablir({ ...input, ...vue, sources, provenance }, { demander }));
  });
}

async function etablir(input: DashboardInput & Vue & { sources: Sources; provenance: Provenance }, moteur: Moteur): Promise<Dashboard> {
  const { dossier, semestre, date, selon, regroupement, precedents = [], lots = [], sources, provenance } = input;
  const fin = arreteAu(semestre, date);
  const projets = projetsDe(dossier.fiches, lots);
  const domaines = domainesDe(projets, await moteur.demander(sqlDesDomaines(fin)));
  const tables = await tablesDe(moteur, input, domaines);
  const figures = chiffrer(tables, regroupement);
  const systeme = systemeComplet(tables, figures, regroupement);
  const suite = { semestre: semestre.id, precedents, regroupement };
  return {
    semestre,
    date,
    arreteAu: fin,
    ...(selon && { decoupage: selon }),
    ...(regroupement && { regroupement }),
    sources,
    systeme: await avecInities(systeme, provenance, await seulsDe(input, provenance, moteur), async (un) => {
      const siennes = await tablesDe(un, input, domaines, compteDesPersonnes);
      return systemeComplet(siennes, chiffrer(siennes, regroupement), regroupement);
    }),
    esquisser: (autre) => esquisser(tables, autre),
    publier: (masquees, arrondis) => {
      const montrees = arrondis === undefined ? tables : arrondir(tables, arrondis);
      return publier(montrees, chiffrer(montrees, regroupement), figuresPubliques(projets, fin, date), masquees, suite);
    },
    lire: (publication) => lecture(publication, figures),
    relire: (publication) => relire(publication, figures),
  };
}

/** The query of each table, for those who want to run or read it. */
export function requetes(semestre: Semestre, date: Day, selon?: Decoupage): { id: string; sql: string }[] {
  return indicateursPour(selon).map((indicateur) => ({ id: indicateur.id, sql: sqlDe(indicateur, fenetres(semestre, date)) }));
}
