import { lireCle } from "../../dashboard/definition/cle.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import { avecMoteur } from "../../dashboard/engine/index.ts";
import type { Moteur } from "../../dashboard/engine/moteur.ts";
import type { Provenance } from "../../dashboard/rows/porteurs.ts";
import type { Insight } from "../../disclosure/index.ts";
import type { Systeme, Variable } from "../system/systeme.ts";
import type { Seuls } from "./seuls.ts";

/**
 * The system with what porteurs alone in a région know of it: how many of each population are theirs, and every number of the régions
 * where they are alone. `compter` makes the system of some rows.
 */
export async function avecInities(
  { variables, relations }: Systeme,
  { definition, provenance, seuls: { porteurs, seuls } }: { definition: Definition; provenance: Provenance; seuls: Seuls },
  compter: (moteur: Moteur) => Promise<Systeme>,
): Promise<Systeme> {
  const parts = new Map<string, Map<string, Insight>>();
  for (const porteur of [...porteurs].sort()) {
    const siens = await totauxDe(definition, porteur, provenance, compter);
    for (const { key, kind, total } of variables) {
      if (kind !== "persons") continue;
      const own = Math.min(siens.get(key) ?? 0, total);
      const whole = seuls.get(lireCle(key)?.codes.region ?? "") === porteur;
      if (own > 0 || whole) parts.set(key, (parts.get(key) ?? new Map()).set(porteur, { own, ...(whole && { whole }) }));
    }
  }
  const initiee = (variable: Variable): Variable => {
    const insights = parts.get(variable.key);
    return insights === undefined ? variable : { ...variable, insights };
  };
  return { variables: variables.map(initiee), relations };
}

/** What each variable would be if the rows of one porteur were all. */
async function totauxDe(
  definition: Definition,
  porteur: string,
  { lignes, lots }: Provenance,
  compter: (moteur: Moteur) => Promise<Systeme>,
): Promise<Map<string, number>> {
  const estSien = (une: { porteur: string }): boolean => une.porteur === porteur;
  const siennes = { lignes: lignes.filter(estSien).map(({ ligne }) => ligne), lots: lots.filter(estSien).map(({ fichier }) => fichier) };
  const { variables } = await avecMoteur(definition, siennes, compter);
  return new Map(variables.map(({ key, total }) => [key, total]));
}

/** What porteurs know of a population under either of its names. */
export function partsDesDeux({ insights: unes }: Variable, { insights: autres }: Variable): Pick<Variable, "insights"> {
  const parts = new Map(unes);
  for (const [porteur, { own, whole }] of autres ?? []) {
    const deja = parts.get(porteur);
    parts.set(porteur, { own: Math.max(own, deja?.own ?? 0), ...((whole || deja?.whole) && { whole: true }) });
  }
  return parts.size > 0 ? { insights: parts } : {};
}

/** What porteurs know of what one population has more than another that is part of it: their own share of the difference. */
export function partsDeLEcart(tout: Variable, partie: Variable): Map<string, Insight> {
  return new Map(
    [...(tout.insights ?? [])].map(([porteur, { own }]) => {
      const reste = own - (partie.insights?.get(porteur)?.own ?? 0);
      return [porteur, { own: Math.min(Math.max(0, reste), tout.total - partie.total) }];
    }),
  );
}
