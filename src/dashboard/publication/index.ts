import type { Day } from "../../words/dates.ts";
import type { FigureChiffree } from "../count/synthese.ts";
import type { Codes, Table } from "../count/tables.ts";
import { clesDonnees, nombreDe } from "../definition/cles.ts";
import { taux } from "../definition/figures.ts";
import { type Decoupage, familles } from "../definition/indicators.ts";
import type { Dimension } from "../definition/nomenclature.ts";
import { populations } from "../definition/populations.ts";
import { type Mesure, mesures, type Semestre } from "../definition/semestre.ts";
import type { Regroupement } from "../regroupement/index.ts";
import { type Exercice, type GraphiquePublie, graphiquesDe } from "./graphiques.ts";

/** A cell as it is published; `valeur` is null for what is hidden, and for the mean of nobody. */
export interface CellulePubliee {
  mesure: Mesure;
  codes: Codes;
  valeur: number | null;
  secret?: true;
  /** The rounded count that a mean was divided by, where counts are rounded. */
  effectif?: number;
}

export interface TablePubliee {
  id: string;
  /** The title of its sheet. */
  famille: string;
  titre: string;
  unite: string;
  /** « les contrats conclus, à la date de conclusion ». */
  population: string;
  dimensions: readonly Dimension[];
  cellules: CellulePubliee[];
}

export interface FigurePubliee {
  id: string;
  libelle: string;
  unite?: "euros";
  /** The block of the « Synthèse » sheet it stands in. */
  groupe: string;
  valeur: number | null;
  secret?: true;
}

export interface TauxPublie {
  id: string;
  libelle: string;
  /** Between 0 and 1; null when hidden, or when there is nothing to divide by. */
  valeur: number | null;
  secret?: true;
  numerateur: FigurePubliee;
  denominateur: FigurePubliee;
}

/** Counts are multiples of `base`, and less than `ecart` away from the truth. */
export interface Arrondi {
  base: number;
  ecart: number;
}

/** Everything that may be shown, and nothing else: no hidden value is in it. */
export interface Publication {
  figures: FigurePubliee[];
  taux: TauxPublie[];
  tables: TablePubliee[];
  graphiques: GraphiquePublie[];
}

/** What the figures were made from. */
export interface Sources {
  fichiers: number;
  fiches: number;
  /** Parcours without a contract, of which there is nothing to count. */
  nonConclus: number;
  /** Parcours whose contract is concluded, and among them those left out of the funding tables. */
  conclus: number;
  ineligibles: number;
  /** Files left out for a fault in what the tables read, and parcours counted with a fault elsewhere. */
  ecartes: number;
  imparfaits: number;
  /** What readers must know of them, in whole sentences without numbers. */
  reserves: readonly string[];
  /** SHA-256 of the files' contents, whatever their names and order. */
  empreinte: string;
}

/** What was done for the secrecy. */
interface Secret {
  persons: number;
  enterprises: number;
  dominance: number;
  arrondi?: Arrondi;
  kept?: { cells: number; persons?: number };
  /** The tables and figures, by id, where a hidden number may be zero; nowhere when absent. */
  zerosMasques?: readonly string[];
  /** What would say that a whole group is in one sensitive category is hidden too. */
  groupes?: true;
  /** The point of view of every porteur was taken. */
  inites?: "tous";
}

/** What a renderer needs: what is published, and what a reader must know about it. */
export interface TableauDeBord extends Publication {
  semestre: Semestre;
  date: Day;
  /** The last day counted: the half-year's, or `date` when it comes before. */
  arreteAu: Day;
  version: string;
  sources: Sources;
  /** What tables are broken down by, besides those of every dashboard. */
  decoupage?: Decoupage;
  /** What the tables say less than the nomenclature could. */
  regroupement?: Regroupement;
  /** Earlier half-years of which numbers that were published have changed since. */
  revises?: readonly string[];
  /** The thresholds used; absent when nothing is hidden (diffusion interne). */
  secret?: Secret;
}

/** What is left of the tables and figures once the variables named in `masquees` are taken out; charts also show earlier half-years. */
export function publier(
  tables: readonly Table[],
  figures: readonly FigureChiffree[],
  publiques: readonly FigurePubliee[],
  masquees: ReadonlySet<string>,
  { semestre, precedents, regroupement }: { semestre: string; precedents: readonly Exercice[]; regroupement?: Regroupement | undefined },
): Publication {
  const chiffres = [...publiques, ...figures.map((figure) => figurePubliee(figure, masquees))];
  const publiees = tables.map((table) => tablePubliee(table, masquees, regroupement?.mesures ?? mesures));
  return { figures: chiffres, taux: tauxPublies(chiffres), tables: publiees, graphiques: graphiquesDe(semestre, publiees, precedents) };
}

function figurePubliee({ id, libelle, unite, groupe, cle, sur, valeur }: FigureChiffree, masquees: ReadonlySet<string>): FigurePubliee {
  const masquee = masquees.has(cle) || (sur !== undefined && masquees.has(sur));
  return { id, libelle, groupe, ...(unite && { unite }), ...(masquee ? { valeur: null, secret: true } : { valeur }) };
}

function tablePubliee(
  { indicateur, dimensions, cellules, arrondie }: Table,
  masquees: ReadonlySet<string>,
  mesuresPubliees: readonly Mesure[],
): TablePubliee {
  const { id, famille, titre, unite, population } = indicateur;
  const publiees = mesuresPubliees.flatMap((mesure) =>
    cellules
      .filter((cellule) => cellule.mesure === mesure)
      .map((cellule): CellulePubliee => {
        const { codes, personnes } = cellule;
        const effectif = arrondie && indicateur.grandeur.type === "moyenne" && { effectif: personnes };
        if (clesDonnees(indicateur, cellule).some((cle) => masquees.has(cle)))
          return { mesure, codes, valeur: null, secret: true, ...effectif };
        return { mesure, codes, valeur: nombreDe(indicateur, cellule), ...effectif };
      }),
  );
  return { id, famille: familles[famille], titre, unite, population: populations[population].libelle, dimensions, cellules: publiees };
}

/** A rate is computed from the published figures only. */
function tauxPublies(figures: readonly FigurePubliee[]): TauxPublie[] {
  return taux.flatMap(({ id, libelle, ...ids }) => {
    const numerateur = figures.find((figure) => figure.id === ids.numerateur);
    const denominateur = figures.find((figure) => figure.id === ids.denominateur);
    if (numerateur === undefined || denominateur === undefined) return [];
    const commun = { id, libelle, numerateur, denominateur };
    if (numerateur.secret || denominateur.secret) return [{ ...commun, valeur: null, secret: true as const }];
    return [{ ...commun, valeur: denominateur.valeur ? (numerateur.valeur ?? 0) / denominateur.valeur : null }];
  });
}
