import { createHash } from "node:crypto";
import { NON_CONNU } from "../dashboard/definition/categorie.ts";
import { UserError } from "../errors.ts";
import type { Day } from "../words/dates.ts";
import { exigerPubliables } from "../words/publiable.ts";
import { arreteAu, type Semestre, semestreDe } from "../words/semestres.ts";
import { pseudonymesDe } from "./cles/pseudonymes.ts";
import { FORMAT, type Ligne } from "./colonnes.ts";
import { auDernierContrat } from "./entreprises.ts";
import { generaliser, valeursPerdues } from "./generaliser.ts";
import { enLot, type Source } from "./ligne.ts";
import { type Conclusion, generalisations, type LotAnnonce, type Manifeste, schemaDuLot } from "./manifeste.ts";
import { mesurer, type Risque, tient } from "./risque.ts";

export { type Cles, ouvrirCles } from "./cles/index.ts";
export { controlerSignatures, lireClesPubliques, type Signataires } from "./cles/signataires.ts";
export { signer } from "./cles/signature.ts";
export { bandes, definition as definitionDesLots, lignesDeLot, mesures, noms, typesSql } from "./colonnes.ts";
export { comparerLots, controlerLots, type Releve } from "./controler.ts";
export type { Source } from "./ligne.ts";
export { type LotAnnonce, type Manifeste, NOM_DU_MANIFESTE } from "./manifeste.ts";
export { lireAttendus } from "./manquants.ts";
export { K_PAR_DEFAUT, L_DEMANDE } from "./risque.ts";
export { type LotTrouve, trouverLots } from "./trouver.ts";
export { colonnesLibres } from "./valeurs.ts";

/** What DGEFP already knows of a project. */
export interface Projet {
  /** The fiche's identifiant. */
  fiche: string;
  /** The day of a favourable opinion. */
  accepteLe?: Day | undefined;
  domaines: readonly string[];
}

export interface ExportInput {
  lignes: readonly Source[];
  projets: readonly Projet[];
  semestre: Semestre;
  /** The day of the export: nothing dated after it has happened. */
  date: Day;
  cle: Uint8Array;
  k?: number | undefined;
}

/** The rows of a lot, and what its manifest says of them. */
export interface Lot {
  nom: string;
  lignes: Ligne[];
  annonce: Omit<LotAnnonce, "fichier" | "sha256">;
}

/** One lot a fiche, in the order of their names; a fiche without a concluded contract has an empty one, which says that there is nothing. */
export function computeLots({ lignes, projets, semestre, date, cle, k }: ExportInput): Lot[] {
  const fin = arreteAu(semestre, date);
  const conclues = auDernierContrat(lignes.filter(({ conclu_le }) => conclu_le !== null && conclu_le <= fin));
  const pseudonymes = pseudonymesDe(cle);
  return tous(projets, lignes).map((projet) => {
    const domaines = new Set(projet.domaines.filter((domaine) => domaine !== NON_CONNU));
    exigerPubliables([...domaines], `domaine d'une certification de la fiche ${projet.fiche}`);
    const siennes = conclues
      .filter(({ fiche }) => fiche === projet.fiche)
      .map((ligne) => enLot(ligne, { pseudonymes, arreteAu: fin, domaines }));
    return lotDe({ ...projet, domaines: [...domaines] }, uniques(siennes, projet.fiche), { semestre, arreteAu: fin, k });
  });
}

/** The projects given, and those that parcours name although their fiche is not there. */
function tous(projets: readonly Projet[], lignes: readonly Source[]): Projet[] {
  const connus = new Map(lignes.map(({ fiche }): [string, Projet] => [fiche, { fiche, domaines: [] }]));
  for (const projet of projets) connus.set(projet.fiche, projet);
  return [...connus.values()].sort((a, b) => (a.fiche < b.fiche ? -1 : 1));
}

function uniques(lignes: readonly Ligne[], fiche: string): readonly Ligne[] {
  if (new Set(lignes.map(({ id }) => id)).size === lignes.length) return lignes;
  throw new UserError(
    `Deux parcours de la fiche ${fiche} portent le même identifiant : leurs pseudonymes seraient les mêmes.`,
    "Lancez « cpro validate » : la règle dossier-identifiant-unique dit lesquels.",
  );
}

function lotDe(
  { fiche, accepteLe, domaines }: Projet,
  lignes: readonly Ligne[],
  { semestre, arreteAu: fin, k }: { semestre: Semestre; arreteAu: Day; k?: number | undefined },
): Lot {
  const general =
    k === undefined || (mesurer(lignes).k ?? k) >= k ? { lignes: [...lignes], retenus: 0 } : generaliser(lignes, k, semestre.id);
  // By pseudonym: the order of the files would say who came first.
  const rangees = general.lignes.sort((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1));
  const risque = mesurer(rangees);
  const acceptee = accepteLe !== undefined && accepteLe <= fin ? semestreDe(accepteLe).id : null;
  return {
    nom: `lot-${nomDeFichier(fiche)}-${semestre.id}`,
    lignes: rangees,
    annonce: {
      fiche: { identifiant: fiche, acceptee, domaines: [...domaines].sort() },
      parcours: rangees.length,
      retenus: general.retenus,
      risque: { k_demande: k ?? null, ...risque, conclusion: conclusionDe(risque, k), laisses_de_cote: valeursPerdues(lignes, rangees) },
    },
  };
}

function conclusionDe(risque: Risque, k: number | undefined): Conclusion {
  if (risque.k === null) return "aucune_ligne";
  return tient(risque, k) ? "k_et_l_tiennent" : "donnees_personnelles_pseudonymisees";
}

/** An identifiant as part of a file's name; when it has other signs, a hash keeps two of them apart. */
function nomDeFichier(identifiant: string): string {
  const sur = identifiant.normalize("NFC").replaceAll(/[^\p{L}\p{N}._-]+/gu, "_");
  return sur === identifiant ? sur : `${sur}-${createHash("sha256").update(identifiant).digest("hex").slice(0, 8)}`;
}

/** The manifest of lots once they are written. */
export function manifesteDe(
  lots: readonly (LotAnnonce & { fichier: string })[],
  { version, semestre, date }: { version: string; semestre: Semestre; date: Day },
): Manifeste {
  return {
    format: FORMAT,
    version,
    semestre: semestre.id,
    arrete_au: arreteAu(semestre, date),
    generalisations,
    colonnes: schemaDuLot,
    lots: [...lots],
  };
}
