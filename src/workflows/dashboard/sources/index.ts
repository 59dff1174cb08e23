import type { LotDeLignes } from "../../../dashboard/index.ts";
import type { Io } from "../../../io.ts";
import { noteDomaines, nothing, ouvrirComptables } from "../../comptables.ts";
import type { DashboardOptions } from "../options.ts";
import { ouvrirLots } from "./lots.ts";

/** What a dashboard is made from. */
type SourcesOuvertes = Awaited<ReturnType<typeof ouvrirComptables>> & { lots: LotDeLignes[]; reserves: string[] };

/**
 * Loads dossiers and lots, and says on standard error what is counted and what is not, so that no figure is silently partial.
 * @throws UserError when nothing can be used, when a lot cannot be trusted, or under `--strict` when anything is wrong.
 */
export async function ouvrirSources(paths: readonly string[], options: DashboardOptions, io: Io): Promise<SourcesOuvertes> {
  const { autres, ouvrir } = ouvrirLots(paths, options, io);
  const comptables = await ouvrirComptables(autres, options, io);
  const { fiches, parcours } = comptables.dossier;
  const { lots, reserves } = await ouvrir(comptables.dossier);
  if (lots.length + parcours.length + fiches.length === 0) throw nothing(comptables.ecartes);
  noteDomaines(comptables.dossier, io);
  return { ...comptables, lots, reserves };
}
