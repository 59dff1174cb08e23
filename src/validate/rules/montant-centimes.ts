import type { Path } from "../../dossier/place.ts";
import { toCents, toEuros } from "../../money.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "montant-centimes",
  document: "parcours",
  severity: "error",
  summary: "Un montant s'écrit en euros, avec deux décimales au plus.",
  references: ["cahier-des-charges-3"],
  *check({ financement }) {
    if (financement === undefined) return;
    const { depenses, publics = [], complement, versements = [] } = financement;
    yield* tropDeDecimales("depenses", depenses);
    yield* tropDeDecimales("publics", publics);
    yield* tropDeDecimales("versements", versements);
    if (complement !== undefined && !isEnCentimes(complement.montant)) yield faute(["financement", "complement"], complement.montant);
  },
});

function* tropDeDecimales(cle: string, lignes: readonly { montant: number }[]): Iterable<Finding> {
  for (const [index, { montant }] of lignes.entries()) if (!isEnCentimes(montant)) yield faute(["financement", cle, index], montant);
}

function isEnCentimes(montant: number): boolean {
  return toEuros(toCents(montant)) === montant;
}

function faute(ligne: Path, montant: number): Finding {
  return {
    at: [...ligne, "montant"],
    message: `Le montant ${String(montant).replace(".", ",")} a plus de deux décimales : un montant s'écrit en euros et centimes.`,
    hint: `Arrondissez-le, par exemple à ${montant.toFixed(2)}.`,
  };
}
