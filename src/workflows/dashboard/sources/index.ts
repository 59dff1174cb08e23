import type { LotDeLignes } from "../../../dashboard/index.ts";
import type { Modele } from "../../../dispositif/catalogue.ts";
import { duDispositif } from "../../../dispositif/noms.ts";
import { loadDossier } from "../../../dossier/load.ts";
import { UserError } from "../../../errors.ts";
import type { Io } from "../../../io.ts";
import { noteDomaines, nothing, ouvrirComptables } from "../../comptables.ts";
import { modeleVoulu } from "../dispositif.ts";
import type { DashboardOptions } from "../options.ts";
import { ouvrirLots } from "./lots.ts";

/** What a dashboard is made from. */
type SourcesOuvertes = Awaited<ReturnType<typeof ouvrirComptables>> & { lots: LotDeLignes[]; reserves: string[] };

/** What is read and not yet counted. */
interface SourcesLues {
  modele: Modele;
  /**
   * Says on standard error what is counted and what is not, so that no figure is silently partial.
   * @throws UserError when nothing can be used, when a lot cannot be trusted, or under `--strict` when anything is wrong.
   */
  ouvrir(): Promise<SourcesOuvertes>;
}

/** Reads dossiers and lots, and finds whose dashboard they make. */
export async function lireSources(paths: readonly string[], options: DashboardOptions, io: Io): Promise<SourcesLues> {
  const { autres, ouvrir: ouvrirLesLots } = ouvrirLots(paths, options, io);
  const dossier = await loadDossier(autres, io);
  const modele = await modeleVoulu(dossier, options.dispositif);
  return {
    modele,
    ouvrir: async () => {
      const comptables = await ouvrirComptables(dossier, modele, options, io);
      const { fiches, parcours } = comptables.dossier;
      const { lots, reserves } = await ouvrirLesLots(comptables.dossier);
      if (lots.length > 0) exigerLots(modele);
      if (lots.length + parcours.length + fiches.length === 0) throw nothing(comptables.ecartes);
      noteDomaines(comptables.dossier, io);
      return { ...comptables, lots, reserves };
    },
  };
}

/** Rows of another dispositif are not its own. */
function exigerLots({ dispositif }: Modele): void {
  if (dispositif.bilan?.export !== undefined) return;
  throw new UserError(
    `Le tableau de bord ${duDispositif(dispositif)} ne se fait pas avec des lots.`,
    "Donnez les dossiers eux-mêmes, ou ôtez --dispositif.",
  );
}
