import { type Catalogue, type Modele, modelesDe } from "../../dispositif/catalogue.ts";
import { compteAvec } from "../../dispositif/noms.ts";
import type { DossierMixte } from "../../dossier/load.ts";

/**
 * Whose dashboard is made: the dispositif asked for, else the only one that the files follow, else that of files which name none.
 * @throws UserError on a name that is none of theirs.
 */
export async function modeleVoulu({ catalogue, fiches, parcours }: DossierMixte, nom?: string): Promise<Modele> {
  const [seul, ...autres] = new Set([...fiches, ...parcours].map(({ modele }) => compteAvec(modele.dispositif)));
  if (nom === undefined && seul !== undefined && autres.length === 0) return nomme(catalogue, seul);
  return nomme(catalogue, nom);
}

/** Without any file: the dispositif of a name, else that of files which name none. */
export async function nomme(catalogue: Catalogue, nom = catalogue.parDefaut): Promise<Modele> {
  const [modele] = await modelesDe(catalogue, [nom]);
  if (modele === undefined) throw new Error("aucun dispositif");
  const compte = compteAvec(modele.dispositif);
  return compte === modele.identifiant ? modele : nomme(catalogue, compte);
}
