import { connus } from "./connus.ts";
import { mesurees } from "./mesures.ts";
import { susEnsuite } from "./sus-ensuite.ts";

/** The columns that cpro knows, by name, whatever the dispositif: what a bilan need not say. */
export const catalogue = { ...connus, ...susEnsuite, ...mesurees };

export type Catalogue = typeof catalogue;
