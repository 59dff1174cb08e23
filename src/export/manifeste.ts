import { UserError } from "../errors.ts";
import { isManifeste } from "../generated/echanges.js";
import { endroitDe } from "../words/endroit.ts";
import { raisonDeTaire } from "../words/publiable.ts";
import { visible } from "../words/visible.ts";
import { estSignature, type Signature } from "./cles/signature.ts";
import { colonnes, FORMAT, noms } from "./colonnes.ts";
import type { Risque } from "./risque.ts";

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

export const schemaDuLot: Manifeste["colonnes"] = noms.map((nom) => {
  const { type, role, libelle, ...autres } = colonnes[nom];
  return { nom, type, role, ...("unite" in autres && { unite: autres.unite }), libelle };
});

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
  if (!isManifeste(lu)) throw refus(`ce manifeste est incomplet ou abîmé, à ${endroitDe(isManifeste.errors)}.`);
  const ou = raisonDeRefuser(lu);
  if (ou !== undefined) throw refus(`ce manifeste est incomplet ou abîmé, à ${ou}.`);
  const attendues = noms.map((nom) => `${nom} ${colonnes[nom].type}`).join();
  if (lu.colonnes.map(({ nom, type }) => `${nom} ${type}`).join() !== attendues)
    throw refus(`ses colonnes ne sont pas celles du format ${FORMAT}.`);
  return lu;
}

/** What no schema can say: words that may be shown to all, columns that exist. */
function raisonDeRefuser({ signature, lots }: Manifeste): string | undefined {
  if (signature !== undefined && !estSignature(signature)) return "« signature »";
  const rang = lots.findIndex(({ fiche: { identifiant }, risque }) => !estNet(identifiant) || !risque.laisses_de_cote.every(estConnue));
  if (rang >= 0) return `« lots[${rang}] »`;
  const muet = lots.findIndex(({ fiche: { domaines } }) => domaines.some((domaine) => raisonDeTaire(domaine) !== undefined));
  return muet >= 0 ? `« lots[${muet}].fiche.domaines »` : undefined;
}

function estConnue({ colonne }: { colonne: string }): boolean {
  return noms.some((nom) => nom === colonne);
}

/** It is shown on screens. */
function estNet(identifiant: string): boolean {
  return identifiant === visible(identifiant);
}

function estObjet(lu: unknown): lu is Record<string, unknown> {
  return typeof lu === "object" && lu !== null && !Array.isArray(lu);
}
