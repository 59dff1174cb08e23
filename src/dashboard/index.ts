import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Day } from "../dates.ts";
import { isConclu } from "../dossier/faits.ts";
import type { Dossier } from "../dossier/load.ts";
import { arrondir } from "./arrondi.ts";
import { type Couts, lignes } from "./columns.ts";
import { tablesDe } from "./compter.ts";
import { systemeComplet } from "./deductions.ts";
import { avecMoteur, type Moteur } from "./engine.ts";
import type { Exercice } from "./graphiques.ts";
import { compteDesPersonnes, type Decoupage, indicateursPour } from "./indicators.ts";
import { avecInities } from "./inities.ts";
import { provenanceDe } from "./porteurs.ts";
import { domainesDe, figuresPubliques, type LotDeLignes, projetsDe } from "./projets.ts";
import { type Publication, publier, type Sources } from "./publication.ts";
import { type Lu, lecture, relire } from "./relecture.ts";
import { arreteAu, fenetres, type Semestre } from "./semestre.ts";
import { seulsDe } from "./seuls.ts";
import { sqlDe, sqlDesDomaines, sqlDesSources } from "./sql.ts";
import { chiffrer } from "./synthese.ts";
import type { Systeme } from "./systeme.ts";

export { dejaArrondis } from "./arrondi.ts";
export { type Couts, lignes } from "./columns.ts";
export { comptables } from "./comptables.ts";
export { type Definition, definitions, dimensions } from "./dictionnaire.ts";
export { type Diffusion, diffusionDe, lireDiffusion, type Precedent } from "./diffusion.ts";
export type { Exercice, Genre, GraphiquePublie, Point } from "./graphiques.ts";
export { avecAnterieur, cleDe } from "./groupes.ts";
export type { Decoupage } from "./indicators.ts";
export { releverLots } from "./lots.ts";
export type { Dimension } from "./nomenclature.ts";
export { parquetDe, relireParquet } from "./parquet.ts";
export { type LotDeLignes, type Projet, projetsDe } from "./projets.ts";
export type { CellulePubliee, FigurePubliee, TableauDeBord, TablePubliee, TauxPublie } from "./publication.ts";
export { type Fenetre, lireSemestre, type Mesure, type Semestre } from "./semestre.ts";
export { enchainer, type Parution } from "./suite.ts";
export { blocsDe, idsDe } from "./zeros.ts";

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
  lots?: readonly LotDeLignes[];
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
  /** What the secrecy works on. */
  systeme: Systeme;
  /** The tables and figures without the variables named, with those counts rounded that are given. */
  publier(masquees: ReadonlySet<string>, arrondis?: ReadonlyMap<string, number>): Publication;
  /** Every number that a publication shows, with what it is of. */
  lire(publication: Parameters<typeof relire>[0]): Lu[];
  /** The number shown for each variable by a publication, or by its record. */
  relire(publication: Parameters<typeof relire>[0]): Map<string, number>;
}

export async function computeDashboard(input: DashboardInput): Promise<Dashboard> {
  const { dossier, semestre, date, ineligibles, couts, selon, precedents = [], lots = [] } = input;
  const rows = lignes(dossier.parcours, ineligibles, couts);
  const provenance = provenanceDe(dossier, rows, lots);
  const fin = arreteAu(semestre, date);
  const projets = projetsDe(dossier.fiches, lots);
  return avecMoteur({ lignes: rows, lots: lots.map(({ fichier }) => fichier) }, async (moteur) => {
    const domaines = domainesDe(projets, await moteur.demander(sqlDesDomaines(fin)));
    const tables = await tablesDe(moteur, input, domaines);
    const figures = chiffrer(tables);
    const suite = { semestre: semestre.id, precedents };
    return {
      semestre,
      date,
      arreteAu: fin,
      ...(selon && { decoupage: selon }),
      sources: await sourcesDe(input, moteur),
      systeme: await avecInities(systemeComplet(tables, figures), provenance, await seulsDe(input, provenance, moteur), (un) =>
        tablesDe(un, input, domaines, compteDesPersonnes),
      ),
      publier: (masquees, arrondis) => {
        const montrees = arrondis === undefined ? tables : arrondir(tables, arrondis);
        return publier(montrees, chiffrer(montrees), figuresPubliques(projets, fin, date), masquees, suite);
      },
      lire: (publication) => lecture(publication, figures),
      relire: (publication) => relire(publication, figures),
    };
  });
}

/** The query of each table, for those who want to run or read it. */
export function requetes(semestre: Semestre, date: Day, selon?: Decoupage): { id: string; sql: string }[] {
  return indicateursPour(selon).map((indicateur) => ({ id: indicateur.id, sql: sqlDe(indicateur, fenetres(semestre, date)) }));
}

async function sourcesDe(
  { dossier: { fiches, parcours }, lots = [], ecartes = 0, imparfaits = 0, reserves = [] }: DashboardInput,
  moteur: Moteur,
): Promise<Sources> {
  const [comptes] = await moteur.demander(sqlDesSources);
  const sha256 = (contenu: string | Uint8Array): string => createHash("sha256").update(contenu).digest("hex");
  const empreintes = [
    ...[...fiches, ...parcours].map(({ text }) => sha256(text)),
    ...lots.map(({ fichier }) => sha256(readFileSync(fichier))),
  ];
  return {
    fichiers: empreintes.length,
    fiches: fiches.length,
    nonConclus: parcours.filter(({ data }) => !isConclu(data)).length,
    conclus: Number(comptes?.conclus ?? 0),
    ineligibles: Number(comptes?.ineligibles ?? 0),
    ecartes,
    imparfaits,
    reserves,
    empreinte: sha256(empreintes.sort().join("\n")),
  };
}
