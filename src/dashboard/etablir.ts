import type { Decoupage } from "../dispositif/bilan.ts";
import type { Day } from "../words/dates.ts";
import { tablesDe } from "./count/compter.ts";
import { sourcesDe } from "./count/sources.ts";
import { sqlDe, sqlDesDomaines } from "./count/sql.ts";
import { chiffrer, type FigureChiffree } from "./count/synthese.ts";
import type { Table } from "./count/tables.ts";
import { type Definition, definitionDuDispositif } from "./definition/definition.ts";
import type { Indicateur } from "./definition/indicateur.ts";
import { arreteAu, fenetres, type Semestre } from "./definition/semestre.ts";
import { avecMoteur } from "./engine/index.ts";
import type { Moteur, Reponse } from "./engine/moteur.ts";
import type { DashboardInput } from "./input.ts";
import { arrondir } from "./publication/arrondi.ts";
import { publier } from "./publication/index.ts";
import { empreinteDeLaNomenclature } from "./publication/nomenclature-publiee.ts";
import type { Presentation, Publication, Sources } from "./publication/publiee.ts";
import { type Lu, lecture, relire } from "./publication/relecture.ts";
import { dire, type RegroupementDit } from "./regroupement/dit.ts";
import type { Regroupement } from "./regroupement/index.ts";
import { indicateursPour } from "./regroupement/indicateurs.ts";
import { lignes } from "./rows/lignes.ts";
import { type Provenance, provenanceDe } from "./rows/porteurs.ts";
import { domainesDe, figuresPubliques, projetsDe } from "./rows/projets.ts";

/** What a dashboard says of itself. */
export interface Entete {
  presentation: Presentation;
  semestre: Semestre;
  date: Day;
  /** The last day counted: the half-year's, or `date` when it comes before. */
  arreteAu: Day;
  sources: Sources;
  decoupage?: Decoupage;
  regroupement?: Regroupement;
  reunies?: RegroupementDit;
  nomenclature: string;
}

/** The tables of a dashboard, with all that is counted: to be shown only by `publier`, without what must be hidden. */
export interface Tableaux extends Entete {
  definition: Definition;
  tables: readonly Table[];
  figures: readonly FigureChiffree[];
  provenance: Provenance;
  moteur: Moteur;
  /** The same tables of other rows. */
  compter(moteur: Moteur, estVoulue: (indicateur: Indicateur) => boolean): Promise<Table[]>;
  /** The tables and figures without the variables named, with those counts rounded that are given. */
  publier(masquees: ReadonlySet<string>, arrondis?: ReadonlyMap<string, number>): Publication;
  /** Every number that a publication shows, with what it is of. */
  lire(publication: Parameters<typeof relire>[1]): Lu[];
  /** The number shown for each variable by a publication, or by its record. */
  relire(publication: Parameters<typeof relire>[1]): Map<string, number>;
}

/** What changes from one dashboard of the same rows to another. */
export type Vue = Partial<Pick<DashboardInput, "semestre" | "date" | "selon" | "regionsPubliees" | "regroupement">>;

/** Any number of dashboards of the same rows, for as long as `travail` runs. */
export function avecTableaux<T>(input: DashboardInput, travail: (etablir: (vue?: Vue) => Promise<Tableaux>) => Promise<T>): Promise<T> {
  const { dispositif, dossier, ineligibles, couts, lots = [] } = input;
  const definition = definitionDuDispositif(dispositif);
  const rows = lignes(dispositif, { ...dossier, ineligibles, couts });
  return avecMoteur(definition, { lignes: rows, lots: lots.map(({ fichier }) => fichier) }, async (moteur) => {
    const sources = await sourcesDe(input, moteur, definition, rows.length);
    const provenance = provenanceDe(dossier, rows, lots);
    const avecMemoire = { demander: memoire(moteur) };
    return travail((vue = {}) => etablir({ ...input, ...vue }, { definition, sources, provenance }, avecMemoire));
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

async function etablir(
  input: DashboardInput,
  { definition, sources, provenance }: { definition: Definition; sources: Sources; provenance: Provenance },
  moteur: Moteur,
): Promise<Tableaux> {
  const { dossier, semestre, date, selon, regroupement, precedents = [], lots = [] } = input;
  const fin = arreteAu(semestre, date);
  const projets = projetsDe(dossier.fiches, lots);
  const suivis = sqlDesDomaines(definition, fin);
  const domaines = domainesDe(projets, suivis === undefined ? [] : await moteur.demander(suivis));
  const tables = await tablesDe(moteur, definition, input, domaines);
  const figures = chiffrer(definition, tables, regroupement);
  const suite = { semestre: semestre.id, precedents, regroupement };
  return {
    definition,
    presentation: presentationDe(definition),
    nomenclature: empreinteDeLaNomenclature(definition, selon),
    semestre,
    date,
    arreteAu: fin,
    ...(selon && { decoupage: selon }),
    ...(regroupement && { regroupement, reunies: dire(definition, regroupement) }),
    sources,
    tables,
    figures,
    provenance,
    moteur,
    compter: (un, estVoulue) => tablesDe(un, definition, input, domaines, estVoulue),
    publier: (masquees, arrondis) => {
      const montrees = arrondis === undefined ? tables : arrondir(tables, arrondis);
      return publier(
        definition,
        montrees,
        chiffrer(definition, montrees, regroupement),
        figuresPubliques(definition, projets, fin, date),
        masquees,
        suite,
      );
    },
    lire: (publication) => lecture(definition, publication, figures),
    relire: (publication) => relire(definition, publication, figures),
  };
}

function presentationDe({
  bilan: {
    titre,
    lisez_moi: { objet, lire = [] },
    mots,
    sensibles,
  },
}: Definition): Presentation {
  return { titre, objet, lire, comptes: mots.comptes, ...(sensibles && { sensibles: sensibles.dit }) };
}

export function enteteDe({
  presentation,
  semestre,
  date,
  arreteAu,
  sources,
  decoupage,
  regroupement,
  reunies,
  nomenclature,
}: Entete): Entete {
  const facultatif = { ...(decoupage && { decoupage }), ...(regroupement && { regroupement }), ...(reunies && { reunies }) };
  return { presentation, semestre, date, arreteAu, ...facultatif, sources, nomenclature };
}

/** The query of each table, for those who want to run or read it. */
export function requetes(definition: Definition, semestre: Semestre, date: Day, selon?: Decoupage): { id: string; sql: string }[] {
  const jours = fenetres(semestre, date);
  return indicateursPour(definition, selon).map((indicateur) => ({ id: indicateur.id, sql: sqlDe(definition, indicateur, jours) }));
}
