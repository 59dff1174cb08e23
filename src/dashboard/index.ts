import { createHash } from "node:crypto";
import type { Day } from "../dates.ts";
import { isConclu } from "../dossier/faits.ts";
import type { Dossier } from "../dossier/load.ts";
import { parameters, valueAt } from "../legal.ts";
import { type Couts, domaineDe, lignes } from "./columns.ts";
import { interroger } from "./engine.ts";
import { indicateurs } from "./indicators.ts";
import { NON_CONNU } from "./nomenclature.ts";
import { type FigurePubliee, type Publication, publier, type Sources } from "./publication.ts";
import { arreteAu, fenetres, type Semestre } from "./semestre.ts";
import { sqlDe } from "./sql.ts";
import { chiffrer } from "./synthese.ts";
import { type Systeme, systemeDe } from "./systeme.ts";
import { type Table, tableDe } from "./tables.ts";

export type { Couts } from "./columns.ts";
export type { Dimension } from "./nomenclature.ts";
export type { CellulePubliee, FigurePubliee, TableauDeBord, TablePubliee, TauxPublie } from "./publication.ts";
export { lireSemestre, type Mesure, type Semestre } from "./semestre.ts";

export interface DashboardInput {
  dossier: Pick<Dossier, "fiches" | "parcours">;
  semestre: Semestre;
  /** The day the dashboard is made: nothing dated after it has happened. */
  date: Day;
  /** For the file of a parcours, the ids of the rules that make it ineligible. */
  ineligibles: ReadonlyMap<string, readonly string[]>;
  /** For the file of a parcours, what its funding comes to. */
  couts: ReadonlyMap<string, Couts>;
}

/** A dashboard before anything is hidden. */
interface Dashboard {
  semestre: Semestre;
  date: Day;
  /** The last day counted: the half-year's, or `date` when it comes before. */
  arreteAu: Day;
  sources: Sources;
  /** What the secrecy works on. */
  systeme: Systeme;
  /** The tables and figures without the variables named. */
  publier(masquees: ReadonlySet<string>): Publication;
}

export async function computeDashboard({ dossier, semestre, date, ineligibles, couts }: DashboardInput): Promise<Dashboard> {
  const rows = lignes(dossier.parcours, ineligibles, couts);
  const fin = arreteAu(semestre, date);
  const domaines = domainesDe(dossier, fin);
  const reponses = await interroger(
    rows,
    requetes(semestre, date).map(({ sql }) => sql),
  );
  const tables: Table[] = indicateurs.map((indicateur, rang) => tableDe(indicateur, reponses[rang] ?? [], domaines));
  const figures = chiffrer(tables);
  return {
    semestre,
    date,
    arreteAu: fin,
    sources: sourcesDe(dossier, rows),
    systeme: systemeDe(tables, figures),
    publier: (masquees) => publier(tables, figures, figuresPubliques(dossier, fin, date), masquees),
  };
}

/** The query of each table, for those who want to run or read it. */
export function requetes(semestre: Semestre, date: Day): { id: string; sql: string }[] {
  return indicateurs.map((indicateur) => ({ id: indicateur.id, sql: sqlDe(indicateur, fenetres(semestre, date)) }));
}

/** The domains that the projects aim at and that contracts concluded by then have, so that a domain keeps its row while empty. */
function domainesDe({ fiches, parcours }: DashboardInput["dossier"], fin: Day): string[] {
  const vises = fiches.flatMap(({ data }) => (data.certifications ?? []).map(domaineDe));
  const suivis = parcours.flatMap(({ data }) => (isConclu(data) && data.contrat.conclu_le <= fin ? [domaineDe(data.certification)] : []));
  const domaines = new Set([...vises, ...suivis]);
  domaines.delete(NON_CONNU);
  return [...domaines].sort(new Intl.Collator("fr").compare);
}

/** Figures about projects, not persons: never hidden. */
function figuresPubliques({ fiches }: DashboardInput["dossier"], fin: Day, date: Day): FigurePubliee[] {
  const acceptes = fiches.filter(({ data: { instruction } }) => instruction?.avis === "favorable" && (instruction.avis_le ?? "") <= fin);
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

function sourcesDe({ fiches, parcours }: DashboardInput["dossier"], rows: readonly { eligible: boolean | null }[]): Sources {
  const empreintes = [...fiches, ...parcours].map(({ text }) => createHash("sha256").update(text).digest("hex"));
  const empreinte = createHash("sha256").update(empreintes.sort().join("\n")).digest("hex");
  const ineligibles = rows.filter(({ eligible }) => !eligible).length;
  const nonConclus = parcours.length - rows.length;
  return { fichiers: empreintes.length, fiches: fiches.length, nonConclus, conclus: rows.length, ineligibles, empreinte };
}
