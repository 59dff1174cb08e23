import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Progres } from "../../progress/progres.ts";

/** The parcours of one dispositif: they have the same phases. */
export interface Groupe {
  /** What sets the group apart; nothing when it is the only one. */
  titre?: string;
  parcours: ProgresParcours[];
}

/** The parcours by dispositif, in the order given. */
export function parDispositif({ dispositifs }: Pick<Progres, "dispositifs">, parcours: readonly ProgresParcours[]): Groupe[] {
  const groupes = dispositifs
    .map(({ identifiant, par_defaut, libelle }) => ({
      titre: libelle,
      parcours: parcours.filter(({ dispositif }) => (par_defaut ? dispositif === undefined : dispositif === identifiant)),
    }))
    .filter((groupe) => groupe.parcours.length > 0);
  return groupes.length > 1 ? groupes : groupes.map((groupe) => ({ parcours: groupe.parcours }));
}
