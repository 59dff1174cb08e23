import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { formeDe, type Modele, modelesDe } from "../dispositif/catalogue.ts";
import { catalogueIci } from "../dispositif/propres/index.ts";
import { loadDossier } from "../dossier/load.ts";
import { writeOutput } from "../dossier/write/output.ts";
import type { Io } from "../io.ts";
import { fichiersDExemple, ligneSchema, lisezMoi, poserSchemas, reglagesEditeur } from "../saisie/dossier.ts";
import { modele as aRemplir } from "../saisie/modele.ts";

export interface InitOptions {
  dispositif?: string;
  editor?: true;
  yes?: true;
}

/** Puts in a folder what a dossier needs and does not have yet; on a terminal, the fiche may be told by answers. */
export async function makeInit(dossier: string, options: InitOptions, io: Io): Promise<void> {
  const catalogue = await catalogueIci([dossier], io.dispositifs);
  const [modele] = await modelesDe(catalogue, [options.dispositif ?? catalogue.parDefaut]);
  if (modele === undefined) throw new Error("aucun dispositif");
  poserSchemas(dossier, [modele]);
  mkdirSync(join(dossier, "parcours"), { recursive: true });
  ajouter(join(dossier, "README.md"), lisezMoi(modele), io);
  for (const [fichier, contenu] of fichiersDExemple(dossier, modele)) writeOutput(fichier, contenu, { force: true });
  if (options.editor) for (const [fichier, contenu] of reglagesEditeur(modele)) ajouter(join(dossier, fichier), contenu, io);
  if (modele.formes.fiche === undefined) {
    const suite = modele.dispositif.par_defaut ? "" : ` --dispositif ${modele.identifiant}`;
    return io.note([
      `Dossier prêt : ${dossier}`,
      `→ « cpro new parcours${suite} » ajoute un parcours, puis « cpro validate » dit ce qui manque.`,
    ]);
  }
  if (await commencerFiche(dossier, modele, options, io)) return;
  io.note([
    `Dossier prêt : ${dossier}`,
    "→ Remplissez la fiche, puis « cpro validate » dit ce qui manque ; « cpro new parcours » ajoute un parcours.",
  ]);
}

/** The fiche to fill in, or told by answers: then all is said. */
async function commencerFiche(dossier: string, choisi: Modele, options: InitOptions, io: Io): Promise<boolean> {
  const { fiches, faulty } = await loadDossier([dossier], io);
  const fiche = join(dossier, "fiche.yaml");
  const forme = formeDe(choisi, "fiche");
  if (fiches.length > 0 || faulty.length > 0 || existsSync(fiche)) io.note("Ce dossier a déjà ses fichiers : ils restent tels quels.");
  else if (!(await isRacontee(options, io))) ajouter(fiche, aRemplir(forme, [ligneSchema(dossier, fiche, forme)]), io);
  else {
    const { makeNew } = await import("./new/index.ts");
    await makeNew("fiche", { dossier, date: io.today, ...(options.dispositif && { dispositif: options.dispositif }) }, io);
    return true;
  }
  return false;
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
