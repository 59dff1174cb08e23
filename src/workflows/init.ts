import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { formeDe, modelesDe } from "../dispositif/catalogue.ts";
import { loadDossier } from "../dossier/load.ts";
import { writeOutput } from "../dossier/write/output.ts";
import type { Io } from "../io.ts";
import { ligneSchema, lisezMoi, poserSchemas, reglagesEditeur } from "../saisie/dossier.ts";
import { modele } from "../saisie/modele.ts";

export interface InitOptions {
  editor?: true;
  yes?: true;
}

/** Puts in a folder what a dossier needs and does not have yet; on a terminal, the fiche may be told by answers. */
export async function makeInit(dossier: string, options: InitOptions, io: Io): Promise<void> {
  const { catalogue } = await loadDossier([], io);
  const [choisi] = await modelesDe(catalogue, [catalogue.parDefaut]);
  if (choisi === undefined) throw new Error("aucun dispositif");
  const forme = formeDe(choisi, "fiche");
  poserSchemas(dossier, [choisi]);
  mkdirSync(join(dossier, "parcours"), { recursive: true });
  ajouter(join(dossier, "README.md"), lisezMoi, io);
  if (options.editor) for (const [fichier, contenu] of reglagesEditeur(choisi)) ajouter(join(dossier, fichier), contenu, io);
  const { fiches, faulty } = await loadDossier([dossier], io);
  const fiche = join(dossier, "fiche.yaml");
  if (fiches.length > 0 || faulty.length > 0 || existsSync(fiche)) io.note("Ce dossier a déjà ses fichiers : ils restent tels quels.");
  else if (!(await isRacontee(options, io))) ajouter(fiche, modele(forme, [ligneSchema(dossier, fiche, forme)]), io);
  else {
    const { makeNew } = await import("./new/index.ts");
    return makeNew("fiche", { dossier, date: io.today }, io);
  }
  io.note([
    `Dossier prêt : ${dossier}`,
    "→ Remplissez la fiche, puis « cpro validate » dit ce qui manque ; « cpro new parcours » ajoute un parcours.",
  ]);
}

function ajouter(fichier: string, contenu: string, io: Io): void {
  const isLa = existsSync(fichier);
  if (!isLa) writeOutput(fichier, contenu);
  io.note(isLa ? `${fichier} existe déjà : il reste tel quel.` : `Écrit : ${fichier}`);
}

async function isRacontee({ yes }: InitOptions, io: Io): Promise<boolean> {
  if (yes || !io.canAsk) return false;
  const { demanderOuiNon } = await import("../dialogue/index.ts");
  return (await demanderOuiNon("Décrire le projet maintenant, question par question ? (sinon, un modèle à remplir)", true)) === true;
}
