import { type Catalogue, type Modele, modelesDe } from "../dispositif/catalogue.ts";
import { catalogueIci } from "../dispositif/propres/index.ts";
import type { DossierMixte } from "../dossier/load.ts";
import type { Io } from "../io.ts";
import { type FeuilleRemplie, modele, remplir } from "../saisie/template.ts";
import { openDossier, sansDoubles } from "./open.ts";

interface TemplateOptions {
  from?: string[];
  dispositif?: string[];
}

/** The sheets of the entry workbook: empty, or filled with what paths hold. */
export async function makeTemplate({ from, dispositif }: TemplateOptions, io: Io): Promise<FeuilleRemplie[]> {
  if (from === undefined) {
    const catalogue = await catalogueIci(["."], io.dispositifs);
    return modele(await modelesDe(catalogue, dispositif ?? [catalogue.parDefaut]));
  }
  const dossier = sansDoubles(await openDossier(from, io), io);
  return remplir(dossier, await modelesDe(dossier.catalogue, dispositif ?? rencontres(dossier, dossier.catalogue)));
}

/** The dispositifs that a dossier follows, that of files which name none first. */
function rencontres({ fiches, parcours }: DossierMixte, { parDefaut }: Catalogue): string[] {
  const noms = [...new Set([...fiches, ...parcours].map(({ modele: { identifiant } }: { modele: Modele }) => identifiant))];
  return noms.sort((a, b) => Number(b === parDefaut) - Number(a === parDefaut));
}
