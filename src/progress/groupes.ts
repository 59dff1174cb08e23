import type { ProgresParcours } from "./parcours.ts";
import type { Progres } from "./progres.ts";

/** Parcours that go through the same phases. */
export interface Groupe {
  /** The dispositif they follow; said where there are several. */
  titre?: string;
  parcours: readonly ProgresParcours[];
}

/** The parcours of a result by dispositif: phases of one are no column of another's. */
export function parDispositif({ parcours, dispositifs }: Pick<Progres, "parcours" | "dispositifs">): Groupe[] {
  const groupes = dispositifs
    .map(({ identifiant, par_defaut, libelle }) => ({
      titre: libelle,
      parcours: parcours.filter(({ dispositif }) => (dispositif === undefined ? par_defaut === true : dispositif === identifiant)),
    }))
    .filter((groupe) => groupe.parcours.length > 0);
  return groupes.length < 2 ? groupes.map((groupe) => ({ parcours: groupe.parcours })) : groupes;
}
