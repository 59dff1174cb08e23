import { catalogueDe, formeDe, modelesDe } from "../src/dispositif/catalogue.ts";

/** The dispositifs of cpro alone. */
export const catalogue = catalogueDe();

const [premier] = await modelesDe(catalogue, [catalogue.parDefaut]);
if (premier === undefined) throw new Error("aucun dispositif par défaut");

/** The dispositif of files that name none, and the forms of its files. */
export const modele = premier;
export const formes = { fiche: formeDe(modele, "fiche"), parcours: formeDe(modele, "parcours") };
