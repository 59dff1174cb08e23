import { UserError } from "../errors.ts";
import type { Exercice } from "./graphiques.ts";
import type { Arrondi, CellulePubliee, TableauDeBord } from "./publication.ts";
import { fauteDe } from "./regroupement-fautes.ts";
import { ecrire, type RegroupementEcrit } from "./regroupement-fichier.ts";

const FORMAT = "cpro/diffusion/1";

/** What was published, cell by cell, with what it was made from: the next half-years read it back. Nothing hidden is in it. */
export interface Diffusion extends Exercice {
  format: typeof FORMAT;
  date: string;
  arrete_au: string;
  version: string;
  parametres: {
    decoupage: string | null;
    secret: SecretReleve | null;
    /** What its tables said less than the nomenclature could. */
    regroupement?: RegroupementEcrit;
  };
  /** SHA-256 of the data, and of the records read for the trend. */
  sources: { empreinte: string; precedents: { semestre: string; sha256: string }[] };
  /** What was written beside it. */
  fichier: { nom: string; sha256: string };
  synthese: Record<string, number | null>;
  tables: { id: string; dimensions: string[]; cellules: CellulePubliee[] }[];
}

/** With `base` and `ecart`, the counts were rounded: see {@link Arrondi}. */
interface SecretReleve extends Partial<Arrondi> {
  methode: "suppression" | "arrondi";
  seuil: number;
  entreprises: number;
  dominance: number;
  /** The tables and figures where a hidden number may be zero. */
  zeros_masques?: readonly string[];
}

/** A record with the SHA-256 of its own text. */
export interface Precedent extends Diffusion {
  sha256: string;
}

/** The record of a dashboard. */
export function diffusionDe(
  { semestre, date, arreteAu, version, secret, sources, figures, tables, decoupage, regroupement }: TableauDeBord,
  fichier: Diffusion["fichier"],
  precedents: readonly Precedent[],
): Diffusion {
  return {
    format: FORMAT,
    semestre: semestre.id,
    date,
    arrete_au: arreteAu,
    version,
    parametres: {
      decoupage: decoupage ?? null,
      secret: secret ? secretDe(secret) : null,
      ...(regroupement && { regroupement: ecrire(regroupement) }),
    },
    sources: { empreinte: sources.empreinte, precedents: precedents.map((un) => ({ semestre: un.semestre, sha256: un.sha256 })) },
    fichier,
    synthese: Object.fromEntries(figures.map(({ id, valeur }) => [id, valeur])),
    tables: tables.map(({ id, dimensions, cellules }) => ({ id, dimensions: dimensions.map((dimension) => dimension.id), cellules })),
  };
}

function secretDe({ persons, enterprises, dominance, arrondi, zerosMasques }: NonNullable<TableauDeBord["secret"]>): SecretReleve {
  const seuils = { seuil: persons, entreprises: enterprises, dominance };
  if (arrondi) return { methode: "arrondi", ...arrondi, ...seuils };
  return { methode: "suppression", ...seuils, ...(zerosMasques && { zeros_masques: zerosMasques }) };
}

/**
 * A record read back.
 * @throws UserError when the text is not a record of a published dashboard.
 */
export function lireDiffusion(file: string, texte: string): Diffusion {
  const refus = (raison: string): UserError =>
    new UserError(`${file} : ${raison}`, "Donnez à --previous le fichier .diffusion.json qu'un précédent « cpro dashboard » a écrit.");
  let lu: unknown;
  try {
    lu = JSON.parse(texte);
  } catch {
    throw refus("ce fichier n'est pas du JSON.");
  }
  if (typeof lu !== "object" || lu === null || !("format" in lu)) throw refus("ce fichier n'est pas un relevé de diffusion.");
  if (lu.format !== FORMAT) throw refus(`le format ${String(lu.format)} n'est pas celui que lit cette version de cpro (${FORMAT}).`);
  if (!estDiffusion(lu)) throw refus("ce relevé de diffusion est incomplet ou abîmé.");
  return lu;
}

function estDiffusion(lu: object): lu is Diffusion {
  if (!("semestre" in lu) || typeof lu.semestre !== "string" || !/^\d{4}-S[12]$/.test(lu.semestre)) return false;
  if (!("parametres" in lu) || !estSecret(lu.parametres)) return false;
  if (!("sources" in lu) || !citePrecedents(lu.sources)) return false;
  if (!("tables" in lu) || !Array.isArray(lu.tables)) return false;
  return lu.tables.every(
    (table: unknown) =>
      typeof table === "object" &&
      table !== null &&
      "id" in table &&
      typeof table.id === "string" &&
      "cellules" in table &&
      Array.isArray(table.cellules) &&
      table.cellules.every(estCellule),
  );
}

/** The records that it was made with, by their digests: the next half-year asks for them all. */
function citePrecedents(sources: unknown): boolean {
  if (typeof sources !== "object" || sources === null || !("precedents" in sources) || !Array.isArray(sources.precedents)) return false;
  return sources.precedents.every(
    (un: unknown) =>
      typeof un === "object" &&
      un !== null &&
      "semestre" in un &&
      "sha256" in un &&
      typeof un.semestre === "string" &&
      typeof un.sha256 === "string",
  );
}

/** How it was made safe: a record that does not say so, or says what this version does not know, tells nothing of what readers know. */
function estSecret(parametres: unknown): boolean {
  if (typeof parametres !== "object" || parametres === null || !("secret" in parametres)) return false;
  if ("regroupement" in parametres && fauteDe(parametres.regroupement) !== undefined) return false;
  const { secret } = parametres;
  if (secret === null) return true;
  if (typeof secret !== "object" || !("methode" in secret)) return false;
  if (secret.methode !== "arrondi") return secret.methode === "suppression";
  return (
    "base" in secret && "ecart" in secret && [secret.base, secret.ecart].every((nombre) => Number.isInteger(nombre) && Number(nombre) > 1)
  );
}

function estCellule(lue: unknown): lue is CellulePubliee {
  if (typeof lue !== "object" || lue === null || !("mesure" in lue && "codes" in lue && "valeur" in lue)) return false;
  const codes = typeof lue.codes === "object" && lue.codes !== null && Object.values(lue.codes).every((code) => typeof code === "string");
  if ("effectif" in lue && !Number.isInteger(lue.effectif)) return false;
  return codes && (lue.mesure === "semestre" || lue.mesure === "cumul") && (lue.valeur === null || Number.isFinite(lue.valeur));
}
