import { UserError } from "../errors.ts";
import { raisonDeTaire } from "../publiable.ts";
import { visible } from "../visible.ts";
import { colonnes, noms } from "./colonnes.ts";
import type { Risque } from "./risque.ts";
import { estSignature, type Signature } from "./signature.ts";

export const FORMAT = "cpro/lot/1";
export const NOM_DU_MANIFESTE = "manifest.json";

/** What stands beside the lots of an export, and says what they must be. */
export interface Manifeste {
  format: typeof FORMAT;
  /** Of cpro. */
  version: string;
  semestre: string;
  /** The last day counted: the half-year's, or the day of the export when it comes before. */
  arrete_au: string;
  generalisations: string[];
  colonnes: { nom: string; type: string; role: string; libelle: string }[];
  lots: LotAnnonce[];
  /** Of all the rest; absent from what was made without cpro. */
  signature?: Signature;
}

/** A lot as its manifest announces it. */
export interface LotAnnonce {
  fichier: string;
  sha256: string;
  fiche: { identifiant: string; acceptee: string | null; domaines: string[] };
  parcours: number;
  /** Parcours kept at home to reach k. */
  retenus: number;
  risque: Risque & { k_demande: number | null; conclusion: Conclusion; laisses_de_cote: { colonne: string; valeurs: number }[] };
}

/** What a lot is in law: personal data all the same, unless k and l hold. */
export type Conclusion = "donnees_personnelles_pseudonymisees" | "k_et_l_tiennent" | "aucune_ligne";

/** What every row has lost, whatever is asked of k. */
export const generalisations = [
  "Noms, SIRET, identifiants propres au porteur, textes libres, lieux plus fins que la région : absents.",
  "Identifiants du parcours et de l'entreprise : remplacés par des pseudonymes (HMAC-SHA-256), dont seul le porteur a la clé.",
  "Dates : le semestre seulement ; ce qui vient après le dernier jour compté est absent.",
  "Âge, durées, ancienneté, effectif : par tranche. Département : région. Code NAF : section.",
  "Effectif et secteur : ceux du dernier contrat conclu par l'entreprise dans le semestre.",
  "Situation avant le contrat : demandeur d'emploi ou autre ; inscription, minimum social, RQTH et priorité des seuls demandeurs d'emploi.",
  "Domaine : seulement s'il est de ceux de la fiche projet. Certification : son code, sinon un pseudonyme de son intitulé (HMAC-SHA-256).",
  "Montants : à 10 euros près. Heures : à l'heure près. Pour atteindre k : à 100, 500 ou 1 000 euros, à 5, 10 ou 50 heures près, ou à leur moyenne parmi les lignes pareilles.",
];

export const schemaDuLot: Manifeste["colonnes"] = noms.map((nom) => ({ nom, ...colonnes[nom] }));

/**
 * A manifest read back.
 * @throws UserError when the text is not a manifest of lots, or of a version that is not known.
 */
export function lireManifeste(fichier: string, texte: string): Manifeste {
  const refus = (raison: string): UserError =>
    new UserError(`${fichier} : ${raison}`, "Demandez au porteur de refaire son lot avec « cpro export ».");
  let lu: unknown;
  try {
    lu = JSON.parse(texte);
  } catch {
    throw refus("ce manifeste n'est pas du JSON.");
  }
  if (!estObjet(lu) || typeof lu.format !== "string" || !lu.format.startsWith("cpro/lot/"))
    throw refus("ce n'est pas le manifeste d'un lot.");
  if (lu.format !== FORMAT) {
    throw new UserError(
      `${fichier} : le format ${lu.format} n'est pas celui que lit cette version de cpro (${FORMAT}).`,
      "Mettez cpro à jour, ou demandez au porteur de le faire.",
    );
  }
  if (!estManifeste(lu)) throw refus("ce manifeste est incomplet ou abîmé.");
  const attendues = noms.map((nom) => `${nom} ${colonnes[nom].type}`).join();
  if (lu.colonnes.map(({ nom, type }) => `${nom} ${type}`).join() !== attendues)
    throw refus(`ses colonnes ne sont pas celles du format ${FORMAT}.`);
  return lu;
}

function estManifeste(lu: Record<string, unknown>): lu is Record<string, unknown> & Manifeste {
  const textes =
    /^\d{4}-S[12]$/.test(String(lu.semestre)) && /^\d{4}-\d{2}-\d{2}$/.test(String(lu.arrete_au)) && typeof lu.version === "string";
  if (lu.signature !== undefined && !estSignature(lu.signature)) return false;
  return textes && Array.isArray(lu.colonnes) && lu.colonnes.every(estObjet) && Array.isArray(lu.lots) && lu.lots.every(estLot);
}

function estLot(lu: unknown): boolean {
  if (!estObjet(lu) || !estObjet(lu.fiche) || !estObjet(lu.risque)) return false;
  const { identifiant, acceptee, domaines } = lu.fiche;
  return (
    // A name alone: a lot never leads out of its folder.
    typeof lu.fichier === "string" &&
    /^[^/\\]+\.(parquet|csv)$/.test(lu.fichier) &&
    /^[0-9a-f]{64}$/.test(String(lu.sha256)) &&
    [lu.parcours, lu.retenus].every((nombre) => Number.isSafeInteger(nombre) && Number(nombre) >= 0) &&
    typeof identifiant === "string" &&
    estNet(identifiant) &&
    (acceptee === null || /^\d{4}-S[12]$/.test(String(acceptee))) &&
    Array.isArray(domaines) &&
    domaines.every((domaine) => typeof domaine === "string" && raisonDeTaire(domaine) === undefined) &&
    Array.isArray(lu.risque.laisses_de_cote) &&
    lu.risque.laisses_de_cote.every((un) => estObjet(un) && noms.some((nom) => nom === un.colonne))
  );
}

/** It is shown on screens. */
function estNet(identifiant: string): boolean {
  return identifiant !== "" && identifiant === visible(identifiant);
}

function estObjet(lu: unknown): lu is Record<string, unknown> {
  return typeof lu === "object" && lu !== null && !Array.isArray(lu);
}
