import { existsSync } from "node:fs";
import { modelesDe } from "../dispositif/catalogue.ts";
import { loadDossier } from "../dossier/load.ts";
import type { Io } from "../io.ts";
import { renderers } from "../render/dispositifs/index.ts";
import { dispositifSheet, resume } from "../sheets/dispositifs/index.ts";

export interface DispositifsOptions {
  dossier: string;
  format: keyof typeof renderers;
  output?: string;
  force?: true;
}

/** Lists the dispositifs known here, or tells one in full, with how many parcours of the dossier follow each. */
export async function tellDispositifs(nom: string | undefined, { dossier: chemin, format }: DispositifsOptions, io: Io): Promise<string> {
  const { catalogue, parcours } = await loadDossier(existsSync(chemin) ? [chemin] : [], io);
  const modeles = await modelesDe(catalogue, nom === undefined ? undefined : [nom]);
  const nombre = (identifiant: string): number => parcours.filter(({ modele }) => modele.identifiant === identifiant).length;
  const [seul] = modeles;
  const { liste, un } = renderers[format];
  if (nom !== undefined && seul !== undefined) return un(dispositifSheet(seul, nombre(seul.identifiant)), io.columns);
  return liste(
    modeles.map((modele) => resume(modele, nombre(modele.identifiant))),
    io.columns,
  );
}
