import type { Precedent } from "../dashboard/index.ts";
import type { Thresholds } from "../disclosure/index.ts";
import { publishRounded } from "./arrondi.ts";
import type { Dashboard, Recompute } from "./dashboard.ts";
import type { Connue } from "./known/connus.ts";
import type { Safe } from "./safe.ts";
import { publishSuppressed } from "./suppression.ts";

/** How a dashboard is made publishable; with `groupes`, what would tell the category of a whole group is a secret too. */
export type Methode = Thresholds & ({ methode: "suppression"; groupes?: true } | { methode: "arrondi"; base: number });

/**
 * What of a dashboard may be published, next to what was published before and to what others have published of a part of it; proved on
 * what it is about to give.
 * @throws UserError when nothing may be, or when the proof finds a secret in it.
 */
export function publish(
  dashboard: Dashboard,
  { methode, ...secret }: Methode,
  precedents: readonly Precedent[],
  recompute: Recompute,
  connues: readonly Connue[],
): Promise<Safe> {
  if (methode === "arrondi" && "base" in secret) return publishRounded(dashboard, secret, precedents, recompute, connues);
  return publishSuppressed(dashboard, secret, precedents, recompute, connues);
}
