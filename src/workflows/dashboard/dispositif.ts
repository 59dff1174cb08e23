import { type Definition, definitionDuDispositif } from "../../dashboard/index.ts";
import { type Dispositif, dispositifs, parDefaut } from "../../dispositif/modele.ts";

/** Whose dashboard is asked for. */
export function dispositifVoulu(): Dispositif {
  return dispositifs[parDefaut];
}

/** What it counts. */
export function definitionVoulue(): Definition {
  return definitionDuDispositif(dispositifVoulu());
}
