import { createHash } from "node:crypto";
import { bytesOf } from "../dossier/open.ts";
import { reasonOf } from "../dossier/reasons.ts";
import { UserError } from "../errors.ts";
import { type Day, formatDay } from "../words/dates.ts";
import { count, list } from "../words/french.ts";
import type { Semestre } from "../words/semestres.ts";
import { noms } from "./colonnes.ts";
import { NOM_DU_MANIFESTE } from "./manifeste.ts";
import type { LotTrouve } from "./trouver.ts";
import { exigerDuManifeste, type Valeurs } from "./valeurs.ts";

/**
 * Checks what can be known without opening the rows: one half-year, the one asked for, each fiche once, files as they were written.
 * @throws UserError for the first thing wrong.
 */
export function controlerLots(lots: readonly LotTrouve[], semestre: Semestre, arreteAu: Day): void {
  memeSemestre(lots, semestre);
  const tard = lots.find(({ manifeste }) => manifeste.arrete_au > arreteAu);
  if (tard !== undefined) {
    throw new UserError(
      `${tard.chemin} va jusqu'au ${formatDay(tard.manifeste.arrete_au)}, après le ${formatDay(arreteAu)} où s'arrête ce tableau de bord.`,
      "Donnez à --date un jour plus tardif.",
    );
  }
  chaqueFicheUneFois(lots);
  for (const lot of lots) intact(lot);
}

function memeSemestre(lots: readonly LotTrouve[], semestre: Semestre): void {
  const autres = lots.filter(({ manifeste }) => manifeste.semestre !== semestre.id);
  const [premier] = autres;
  if (premier === undefined) return;
  const trouves = [...new Set(lots.map(({ manifeste }) => manifeste.semestre))].sort();
  const quoi =
    trouves.length > 1
      ? `Ces lots sont de plusieurs semestres (${list(trouves, "et")})`
      : `${premier.chemin} est un lot de ${premier.manifeste.semestre}`;
  throw new UserError(
    `${quoi}, et le tableau de bord est celui de ${semestre.id}.`,
    "Un lot dit tout depuis le début de l'expérimentation : ne donnez que ceux du semestre voulu.",
  );
}

function chaqueFicheUneFois(lots: readonly LotTrouve[]): void {
  const vus = new Map<string, string>();
  for (const { chemin, annonce } of lots) {
    const deja = vus.get(annonce.fiche.identifiant);
    if (deja !== undefined) {
      throw new UserError(
        `La fiche ${annonce.fiche.identifiant} a deux lots pour le même semestre : ${deja} et ${chemin}.`,
        "Gardez celui que le porteur tient pour bon : ses parcours seraient comptés deux fois.",
      );
    }
    vus.set(annonce.fiche.identifiant, chemin);
  }
}

function intact({ chemin, annonce }: LotTrouve): void {
  const sha256 = createHash("sha256").update(contenu(chemin)).digest("hex");
  if (sha256 === annonce.sha256) return;
  throw new UserError(
    `${chemin} n'est plus le fichier que son ${NOM_DU_MANIFESTE} annonce (son empreinte SHA-256 a changé).`,
    "Il a été modifié ou abîmé en route : demandez-le de nouveau au porteur.",
  );
}

function contenu(chemin: string): Uint8Array {
  try {
    return bytesOf(chemin);
  } catch (error) {
    throw new UserError(
      `${chemin} est annoncé par son ${NOM_DU_MANIFESTE} mais ne peut pas être lu : ${reasonOf(error)}.`,
      "Demandez au porteur le dossier entier que « cpro export » a écrit.",
    );
  }
}

/** What the rows of lots say of themselves, read by whoever can open them. */
export interface Releve {
  /** In the order of the lots. */
  fichiers: readonly { lignes: number; colonnes: readonly string[]; valeurs: Valeurs }[];
  /** A pseudonym that several rows have. */
  doublon?: string | undefined;
}

/**
 * Compares rows with their announcement.
 * @throws UserError for the first difference.
 */
export function comparerLots(lots: readonly LotTrouve[], { fichiers, doublon }: Releve): void {
  for (const [rang, lot] of lots.entries()) {
    const { chemin, annonce } = lot;
    const { lignes, colonnes, valeurs } = fichiers[rang] ?? { lignes: 0, colonnes: [], valeurs: {} };
    if (lignes !== annonce.parcours) {
      throw new UserError(
        `${chemin} a ${count(lignes, "ligne")} et son ${NOM_DU_MANIFESTE} en annonce ${annonce.parcours}.`,
        "Demandez au porteur de refaire son lot avec « cpro export ».",
      );
    }
    if (colonnes.join() !== noms.join()) {
      throw new UserError(
        `${chemin} n'a pas les colonnes que son ${NOM_DU_MANIFESTE} annonce.`,
        "Demandez au porteur de refaire son lot avec « cpro export ».",
      );
    }
    exigerDuManifeste(lot, valeurs);
  }
  if (doublon !== undefined) {
    throw new UserError(
      `Un même parcours est deux fois dans ces lots (pseudonyme ${doublon}).`,
      "Demandez au porteur de refaire ses lots : ce parcours serait compté deux fois.",
    );
  }
}
