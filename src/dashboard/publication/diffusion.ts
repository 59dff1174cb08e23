import { createHash } from "node:crypto";
import type { Decoupage } from "../../dispositif/bilan.ts";
import { ecrire, type RegroupementEcrit } from "../regroupement/fichier.ts";
import type { Arrondi, CellulePubliee, Exercice, TableauDeBord } from "./publiee.ts";

export const FORMAT = "cpro/diffusion/1";

/** What was published, cell by cell, with what it was made from: the next half-years read it back. Nothing hidden is in it. */
export interface Diffusion extends Exercice {
  format: typeof FORMAT;
  /** Whose dashboard it is, when it is not that of the files which name no dispositif. */
  dispositif?: string;
  date: string;
  arrete_au: string;
  version: string;
  parametres: {
    decoupage: Decoupage | null;
    secret: SecretReleve | null;
    /** Of the tables and of their categories. */
    nomenclature: string;
    /** What its tables said less than the nomenclature could. */
    regroupement?: RegroupementEcrit;
  };
  /** SHA-256 of the data, and of the records read for the trend. */
  sources: { empreinte: string; precedents: { semestre: string; sha256: string }[] };
  /** What was written beside it. */
  fichier: { nom: string; sha256: string };
  synthese: Record<string, number | null>;
  tables: { id: string; dimensions: string[]; cellules: CellulePubliee[] }[];
  /** SHA-256 of all the rest, whatever the spaces of its text. */
  empreinte: string;
}

/** With `base` and `ecart`, the counts were rounded: see {@link Arrondi}. */
export interface SecretReleve extends Partial<Arrondi> {
  methode: "suppression" | "arrondi";
  seuil: number;
  entreprises: number;
  dominance: number;
  /** The tables and figures where a hidden number may be zero. */
  zeros_masques?: readonly string[];
  /** What would tell the category of a whole group was hidden too; the point of view of every porteur was taken. */
  groupes?: true;
  inites?: "tous";
}

/** A record with the SHA-256 of its own text. */
export interface Precedent extends Diffusion {
  sha256: string;
}

/** The record of a dashboard. */
export function diffusionDe(
  { dispositif, semestre, date, arreteAu, version, secret, sources, figures, tables, decoupage, regroupement, nomenclature }: TableauDeBord,
  fichier: Diffusion["fichier"],
  precedents: readonly Precedent[],
): Diffusion {
  const releve = {
    format: FORMAT,
    ...(dispositif !== undefined && { dispositif }),
    semestre: semestre.id,
    date,
    arrete_au: arreteAu,
    version,
    parametres: {
      decoupage: decoupage ?? null,
      secret: secret ? secretDe(secret) : null,
      nomenclature,
      ...(regroupement && { regroupement: ecrire(regroupement) }),
    },
    sources: { empreinte: sources.empreinte, precedents: precedents.map((un) => ({ semestre: un.semestre, sha256: un.sha256 })) },
    fichier,
    synthese: Object.fromEntries(figures.map(({ id, valeur }) => [id, valeur])),
    tables: tables.map(({ id, dimensions, cellules }) => ({ id, dimensions: dimensions.map((dimension) => dimension.id), cellules })),
  } satisfies Omit<Diffusion, "empreinte">;
  return { ...releve, empreinte: empreinteDe(releve) };
}

/** The digest of a record but for what says it. */
export function empreinteDe(releve: Omit<Diffusion, "empreinte">): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...releve, empreinte: undefined }))
    .digest("hex");
}

function secretDe(secret: NonNullable<TableauDeBord["secret"]>): SecretReleve {
  const { persons, enterprises, dominance, arrondi, zerosMasques, groupes, inites } = secret;
  const seuils = { seuil: persons, entreprises: enterprises, dominance, ...(groupes && { groupes }), ...(inites && { inites }) };
  if (arrondi) return { methode: "arrondi", ...arrondi, ...seuils };
  return { methode: "suppression", ...seuils, ...(zerosMasques && { zeros_masques: zerosMasques }) };
}

/** A dashboard as `--format json` writes it: what others have published. */
export interface Publie {
  format: "cpro/dashboard/1";
  semestre: string;
  date: string;
  secret: { methode: "aucune" | "suppression" | "arrondi"; zeros_masques?: readonly string[] } & Partial<Arrondi>;
  /** The figures, and what they are divided by one another. */
  synthese: Record<string, unknown>;
  tables: { id: string; dimensions: string[]; cellules: CellulePubliee[] }[];
  regroupement?: RegroupementEcrit;
}
