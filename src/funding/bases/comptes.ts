import type { Vue } from "../../dispositif/fait.ts";
import type { Base } from "../../dispositif/financement.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import { finLe } from "../../dispositif/parcours.ts";
import type { ParcoursBase } from "../../dossier/load.ts";
import type { Day } from "../../words/dates.ts";
import { toCents } from "../../words/money.ts";
import { type Amount, auTaux, minus, sum } from "../amount.ts";
import { ligne } from "../lignes.ts";
import { nombreA } from "./base.ts";

/** The expenses of a parcours, each with its line. */
export function depensesDe({ financement }: ParcoursBase): Amount {
  return sum("Dépenses", (financement?.depenses ?? []).map(ligneDeDepense));
}

/** The public money for the same expenses, promised or received. */
export function publicsDe({ financement }: ParcoursBase): Amount {
  return sum("Financements publics", (financement?.publics ?? []).map(lignePublique));
}

/** What is bought by the unit, which the expenses do not hold: all of it, beyond what anybody pays. */
export function unitesDe(bases: readonly Base[], vue: Vue): Amount[] {
  return bases.flatMap((base) => {
    if (base.type !== "unites") return [];
    const [declare, taux] = [nombreA(vue, base.unites), nombreA(vue, base.taux)];
    if (declare === undefined || taux === undefined) return [];
    return [auTaux(base.libelle ?? base.id, { unitaire: toCents(taux), declare, unite: "unités" })];
  });
}

/** Cash on a day: what was paid, and what that leaves to carry. */
export interface Caisse {
  verse: Amount;
  avance: Amount;
}

/** Spent, paid and received up to a day; what has no date counts on the last day of the parcours, or at once when it has none. */
export function caisseDe({ financement, ...data }: ParcoursBase, dispositif: Dispositif, date: Day): Caisse {
  const { depenses = [], publics = [], versements = [] } = financement ?? {};
  const sansDate = finLe(dispositif, data) ?? date;
  const isLa = (le: Day | undefined): boolean => (le ?? sansDate) <= date;
  const depense = sum("Dépensé", depenses.filter((un) => isLa(un.date)).map(ligneDeDepense));
  const recu = sum("Financements publics reçus", publics.filter((un) => un.statut !== "notifie" && isLa(un.date)).map(lignePublique));
  const verse = sum(
    "Versé",
    versements.filter(({ le }) => le <= date).map(({ le, montant }) => ligne(montant < 0 ? "Reversement" : "Versement", montant, le)),
  );
  return { verse, avance: sum("Avance de trésorerie", [depense, minus(verse), minus(recu)]) };
}

type Depense = NonNullable<NonNullable<ParcoursBase["financement"]>["depenses"]>[number];
type Public = NonNullable<NonNullable<ParcoursBase["financement"]>["publics"]>[number];

function ligneDeDepense({ libelle, montant, date }: Depense): Amount {
  return ligne(libelle ?? (montant < 0 ? "Avoir" : "Dépense"), montant, date);
}

function lignePublique({ financeur, montant, date }: Public): Amount {
  return ligne(financeur, montant, date);
}
