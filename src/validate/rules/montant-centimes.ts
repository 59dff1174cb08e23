import type { Parcours } from "../../dossier/load.ts";
import type { Path } from "../../dossier/place.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "montant-centimes",
  document: "parcours",
  severity: "error",
  summary: "Un montant s'écrit en euros, avec deux décimales au plus.",
  references: ["cahier-des-charges-3"],
  *check({ financement }) {
    if (financement === undefined) return;
    for (const { at, montant } of montants(financement)) {
      if (Number.isInteger(montant) || Number(montant.toFixed(2)) === montant) continue;
      yield {
        at,
        message: `Le montant ${String(montant).replace(".", ",")} a plus de deux décimales : un montant s'écrit en euros et centimes.`,
        hint: `Arrondissez-le, par exemple à ${montant.toFixed(2)}.`,
      };
    }
  },
});

function* montants({
  depenses,
  publics = [],
  complement,
  versements = [],
}: NonNullable<Parcours["financement"]>): Iterable<{ at: Path; montant: number }> {
  for (const [cle, lignes] of Object.entries({ depenses, publics, versements })) {
    for (const [index, { montant }] of lignes.entries()) yield { at: ["financement", cle, index, "montant"], montant };
  }
  if (complement !== undefined) yield { at: ["financement", "complement", "montant"], montant: complement.montant };
}
