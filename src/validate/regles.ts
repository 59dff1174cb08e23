import type { Dispositif } from "../dispositif/modele.ts";
import { reglesDonnees } from "./regle-donnee.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

const connues = new WeakMap<Dispositif, readonly Rule[]>();

/** The rules that serve a dispositif, in the order in which they are explained, those that it states itself last: found once for each. */
export function reglesDe(dispositif: Dispositif): readonly Rule[] {
  const found = connues.get(dispositif) ?? [...appelees(dispositif.regles), ...reglesDonnees(dispositif)];
  connues.set(dispositif, found);
  return found;
}

/** @throws Error when a pattern calls no rule: those of cpro's own dispositifs were checked when they were generated. */
function appelees(motifs: readonly string[]): Rule[] {
  const retenues = new Set<Rule>();
  for (const motif of motifs) {
    const isRetrait = motif.startsWith("-");
    const nom = isRetrait ? motif.slice(1) : motif;
    const visees = rules.filter(({ famille, id }) => nom === `${famille}/*` || nom === `${famille}/${id}`);
    if (visees.length === 0) throw new Error(`aucune règle ne répond à « ${motif} »`);
    for (const rule of visees) {
      if (isRetrait) retenues.delete(rule);
      else retenues.add(rule);
    }
  }
  return rules.filter((rule) => retenues.has(rule));
}
