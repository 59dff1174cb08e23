import type {
  AnneeDeclaree,
  BandesDeclarees,
  CodeDeclare,
  ColonneConnue,
  ColonneDeclaree,
  JourDeclare,
  PhaseDeclaree,
} from "../../../dispositif/bilan.ts";
import { bandes, type Categorie, categories, dans, NON_CONNU, nonConnu } from "../categorie.ts";
import type { Colonne, DimensionDefinie } from "./colonne.ts";
import type { Faits } from "./faits.ts";

type Declaree = Extract<ColonneDeclaree, { nature: string }>;
type Valeur = (faits: Faits) => string | null;

/** Whether a bilan says what a column is, and not only its name. */
export function estDeclaree(colonne: ColonneDeclaree): colonne is Declaree {
  return "nature" in colonne;
}

/** A column as a bilan describes it; `colonneDe` gives the other columns of the bilan, once all are there. */
export function colonneDeclaree(colonne: Declaree, colonneDe: (nom: string) => Colonne): Colonne {
  const { role, libelle } = colonne;
  const commune = { type: "VARCHAR", role, libelle } as const;
  if (colonne.nature === "jour") return { ...commune, nature: "jour", valeur: jour(colonne) };
  const concernes = "concernes" in colonne && colonne.concernes !== undefined && { concernes: colonne.concernes };
  const datee = "au" in colonne && typeof colonne.au === "string" && { sansObjet: true as const };
  return { ...commune, nature: "code", dimension: dimensionDe(colonne), ...datee, ...concernes, valeur: codeDe(colonne, colonneDe) };
}

/** A column of cpro's in the words of a bilan, if it has its own. */
export function colonneRenommee(colonne: Colonne, { libelle = colonne.libelle, dimension }: ColonneConnue): Colonne {
  if (colonne.nature !== "code" || dimension === undefined) return { ...colonne, libelle };
  return { ...colonne, libelle, dimension: { ...colonne.dimension, libelle: dimension } };
}

type Codee = Exclude<Declaree, JourDeclare>;

function dimensionDe(colonne: Codee): DimensionDefinie {
  return { libelle: colonne.dimension ?? colonne.libelle, categories: categoriesDe(colonne) };
}

function categoriesDe(colonne: Codee): Categorie[] {
  if (colonne.nature === "bandes") return [...bandes(colonne.bandes, colonne.unite), nonConnu];
  if (colonne.nature === "annee") return [...annees(colonne).map((code) => ({ code, libelle: code })), nonConnu];
  const { libelles, non_connu: inconnu } = colonne;
  return [...categories(libelles), ...(inconnu === undefined ? [] : [{ code: NON_CONNU, libelle: inconnu }])];
}

function codeDe(colonne: Codee, colonneDe: (nom: string) => Colonne): Valeur {
  if (colonne.nature === "bandes") return bande(colonne);
  if (colonne.nature === "annee") return annee(colonne, colonneDe);
  if (colonne.nature === "phase") return auJour(colonne, colonneDe, (faits, le) => faits.phaseAu(le) ?? NON_CONNU);
  if (colonne.au === undefined) return (faits) => code(colonne, (chemin) => faits.lire(chemin));
  return auJour(colonne, colonneDe, (faits, le) => code(colonne, (chemin) => faits.lireAu(le, chemin)));
}

function jour({ chemin, a_defaut_dernier: derniers = [], pas_avant: borne }: JourDeclare): Valeur {
  return ({ lire }) => {
    const tous = derniers.map(lire).filter(estJour).sort();
    const lu = chemin === undefined ? undefined : lire(chemin);
    const le = estJour(lu) ? lu : tous.at(-1);
    const avant = borne === undefined ? undefined : lire(borne);
    return estJour(avant) && le !== undefined && le < avant ? avant : (le ?? null);
  };
}

/** Nothing where there is no such day: it did not happen. */
function auJour(
  { au = "" }: CodeDeclare | PhaseDeclaree,
  colonneDe: (nom: string) => Colonne,
  valeurAu: (faits: Faits, le: string) => string,
): Valeur {
  return (faits) => {
    const le = colonneDe(au).valeur(faits);
    return typeof le === "string" ? valeurAu(faits, le) : null;
  };
}

/** A value that the bilan does not name is not known: it would be somewhere in the totals and nowhere in the categories. */
function code({ chemin, libelles, a_defaut: defauts = [] }: CodeDeclare, lire: (chemin: string) => unknown): string {
  const lu = lire(chemin);
  if (lu !== undefined && lu !== null) return String(lu) in libelles ? String(lu) : NON_CONNU;
  const defaut = defauts.find((un) => un.chemin === undefined || (lire(un.chemin) ?? null) !== null);
  return defaut?.code ?? NON_CONNU;
}

function bande({ chemin, bandes: codes, unite }: BandesDeclarees): Valeur {
  const toutes = bandes(codes, unite);
  return ({ lire }) => {
    const lu = lire(chemin);
    return dans(toutes, typeof lu === "number" ? Math.floor(lu) : undefined);
  };
}

function annee(colonne: AnneeDeclaree, colonneDe: (nom: string) => Colonne): Valeur {
  const connues = new Set(annees(colonne));
  return (faits) => {
    const une = String(colonneDe(colonne.annee_de).valeur(faits)).slice(0, 4);
    return connues.has(une) ? une : NON_CONNU;
  };
}

function annees({ du, au }: AnneeDeclaree): string[] {
  return Array.from({ length: au - du + 1 }, (_, rang) => String(du + rang));
}

const estJour = (lu: unknown): lu is string => typeof lu === "string" && /^\d{4}-\d\d-\d\d$/.test(lu);
