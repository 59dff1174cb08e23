import type { FicheProjet } from "../generated/fiche.ts";
import { toCents, toEuros } from "../words/money.ts";
import type { ParcoursBase } from "./entry.ts";
import type { Path } from "./place.ts";

/** An amount of a file that cents cannot hold, and its place. */
export interface MontantImprecis {
  at: Path;
  montant: number;
}

/** The amounts of a parcours with more than two decimals: nobody may round them but who knows what was meant. */
export function* montantsDuParcours({
  financement,
  contrat,
}: Pick<ParcoursBase, "financement" | "contrat">): Generator<MontantImprecis, void> {
  yield* imprecis(["contrat", "decision_opco", "montant"], contrat?.decision_opco?.montant);
  if (financement === undefined) return;
  const { depenses = [], publics = [], complement, versements = [], montant: cout, montant_accorde: accorde } = financement;
  yield* imprecis(["financement", "montant"], cout);
  yield* imprecis(["financement", "montant_accorde"], accorde);
  for (const [rang, ligne] of depenses.entries()) {
    for (const cle of ["montant", "montant_facture", "montant_ht"] as const)
      yield* imprecis(["financement", "depenses", rang, cle], ligne[cle]);
  }
  for (const [rang, { montant }] of publics.entries()) yield* imprecis(["financement", "publics", rang, "montant"], montant);
  yield* imprecis(["financement", "complement", "montant"], complement?.montant);
  for (const [rang, { montant }] of versements.entries()) yield* imprecis(["financement", "versements", rang, "montant"], montant);
}

/** The same of a fiche projet. */
export function* montantsDeLaFiche({ financement }: FicheProjet): Generator<MontantImprecis, void> {
  const { cout_par_parcours = {}, complementaires = [], publics = [] } = financement ?? {};
  for (const [cle, montant] of Object.entries(cout_par_parcours)) yield* imprecis(["financement", "cout_par_parcours", cle], montant);
  for (const [rang, { montant }] of complementaires.entries())
    yield* imprecis(["financement", "complementaires", rang, "montant"], montant);
  for (const [rang, { montant }] of publics.entries()) yield* imprecis(["financement", "publics", rang, "montant"], montant);
}

function* imprecis(at: Path, montant: number | undefined): Generator<MontantImprecis, void> {
  if (montant !== undefined && toEuros(toCents(montant)) !== montant) yield { at, montant };
}
