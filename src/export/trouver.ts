import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSkipped } from "../dossier/discover.ts";
import { reasonOf } from "../dossier/reasons.ts";
import { readGiven } from "../dossier/source.ts";
import { UserError } from "../errors.ts";
import { type LotAnnonce, lireManifeste, type Manifeste, NOM_DU_MANIFESTE } from "./manifeste.ts";

/** A lot on disk, as its manifest announces it. */
export interface LotTrouve {
  chemin: string;
  annonce: LotAnnonce;
  manifeste: Manifeste;
  /** Whether its file or folder was named, rather than met in a folder above. */
  nomme: boolean;
}

export interface Trouvailles {
  lots: LotTrouve[];
  /** Files of rows named without a manifest beside them. */
  nus: string[];
  /** The paths that lead to something else than lots, or also to something else. */
  autres: string[];
}

const estTable = (nom: string): boolean => /\.(parquet|csv)$/i.test(nom);
const estLot = (nom: string): boolean => /^lot-.+-\d{4}-S[12]\.(parquet|csv)$/i.test(nom);

/**
 * The lots behind paths: files .parquet or .csv, manifests, folders in depth (hidden ones and node_modules skipped).
 * @throws UserError for a path that leads nowhere, a manifest that cannot be used, a lot announced and absent, a lot in a folder without its announcement.
 */
export function trouverLots(chemins: readonly string[]): Trouvailles {
  const trouvailles: Trouvailles = { lots: [], nus: [], autres: [] };
  for (const chemin of chemins) {
    const nom = basename(chemin);
    if (existsSync(chemin) && statSync(chemin).isDirectory()) fouiller(chemin, trouvailles);
    else if (nom === NOM_DU_MANIFESTE) for (const lot of lotsDe(dirname(chemin), true)) trouvailles.lots.push(lot);
    else if (estTable(nom)) ranger(chemin, trouvailles);
    else trouvailles.autres.push(chemin);
  }
  const uniques = new Map(trouvailles.lots.map((lot) => [join(lot.chemin), lot]));
  return { ...trouvailles, lots: [...uniques.values()] };
}

function ranger(chemin: string, { lots, nus }: Trouvailles): void {
  const raison = { absent: "ce chemin n'existe pas", autre: "ce n'est pas un fichier", fichier: undefined }[natureDe(chemin)];
  if (raison !== undefined) throw new UserError(`${chemin} : ${raison}.`, "Vérifiez son nom ; un dossier entier se donne aussi.");
  const lot = existsSync(join(dirname(chemin), NOM_DU_MANIFESTE))
    ? lotsDe(dirname(chemin), true).find((un) => basename(un.chemin) === basename(chemin))
    : undefined;
  if (lot === undefined) nus.push(chemin);
  else lots.push(lot);
}

function natureDe(chemin: string): "absent" | "fichier" | "autre" {
  const stat = statSync(chemin, { throwIfNoEntry: false });
  if (stat === undefined) return "absent";
  return stat.isFile() ? "fichier" : "autre";
}

function fouiller(dossier: string, trouvailles: Trouvailles): void {
  const lots = lotsSous(dossier, true);
  for (const lot of lots) trouvailles.lots.push(lot);
  if (lots.length === 0 || contient(dossier, (nom) => /\.ya?ml$/i.test(nom))) trouvailles.autres.push(dossier);
}

function lotsSous(dossier: string, nomme: boolean): LotTrouve[] {
  const dedans = sousDossiers(dossier).flatMap((sous) => lotsSous(sous, false));
  return [...lotsDe(dossier, nomme), ...dedans];
}

function sousDossiers(dossier: string): string[] {
  return entreesDe(dossier)
    .filter((entree) => entree.isDirectory() && !isSkipped(entree.name))
    .map(({ name }) => join(dossier, name))
    .sort();
}

function entreesDe(dossier: string): Dirent[] {
  try {
    return readdirSync(dossier, { withFileTypes: true });
  } catch (error) {
    throw new UserError(`${dossier} : ${reasonOf(error)}.`, "Vérifiez ce chemin, et vos droits sur ce dossier.");
  }
}

function contient(dossier: string, voulu: (nom: string) => boolean): boolean {
  return entreesDe(dossier).some(({ name }) => voulu(name)) || sousDossiers(dossier).some((sous) => contient(sous, voulu));
}

/** The lots of one folder: those that its manifest announces, all of them, and no other. */
function lotsDe(dossier: string, nomme: boolean): LotTrouve[] {
  const presents = entreesDe(dossier)
    .map(({ name }) => name)
    .filter(estLot)
    .sort();
  const manifeste = manifesteDe(dossier, presents.length > 0);
  const orphelin = presents.find((nom) => !manifeste?.lots.some(({ fichier }) => fichier === nom));
  if (orphelin !== undefined) {
    throw new UserError(
      `${join(dossier, orphelin)} : aucun ${NOM_DU_MANIFESTE} de ce dossier n'annonce ce lot, rien ne dit donc s'il est entier.`,
      "Demandez au porteur le dossier entier que « cpro export » a écrit.",
    );
  }
  if (manifeste === undefined) return [];
  return manifeste.lots.map((annonce) => ({ chemin: join(dossier, annonce.fichier), annonce, manifeste, nomme }));
}

/** A manifest says a few hundred characters of each lot. */
const PLUS_GRAND_MANIFESTE = 20_000_000;

/** Other programs write a manifest.json too: without lots beside it, one that speaks of something else is not ours. */
function manifesteDe(dossier: string, exige: boolean): Manifeste | undefined {
  const chemin = join(dossier, NOM_DU_MANIFESTE);
  if (!existsSync(chemin)) return undefined;
  const texte = readGiven(chemin, PLUS_GRAND_MANIFESTE).toString();
  return exige || texte.includes('"cpro/lot/') ? lireManifeste(chemin, texte) : undefined;
}
