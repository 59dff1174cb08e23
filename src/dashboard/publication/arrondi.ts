import type { Parution } from "../../secrecy/earlier/suite.ts";
import type { Cellule, Table } from "../count/tables.ts";
import { avecMesure, cleDeCellule, cleDuCompte, mesureDe } from "../definition/cles.ts";

/** Tables with their counts as rounded (by name of variable), and their means divided by rounded counts; sums stay as they are. */
export function arrondir(tables: readonly Table[], arrondis: ReadonlyMap<string, number>): Table[] {
  return tables.map((table) => ({
    ...table,
    arrondie: true,
    cellules: table.cellules.map((cellule) => celluleArrondie(table, cellule, arrondis)),
  }));
}

function celluleArrondie({ indicateur }: Table, cellule: Cellule, arrondis: ReadonlyMap<string, number>): Cellule {
  if (indicateur.grandeur.type === "somme") return cellule;
  if (indicateur.grandeur.type === "moyenne")
    return { ...cellule, personnes: arrondis.get(cleDuCompte(indicateur, cellule)) ?? cellule.personnes };
  return { ...cellule, total: arrondis.get(cleDeCellule(indicateur, cellule)) ?? cellule.total };
}

/**
 * What each count was last rounded to, for a publication of the half-year: what was a cumul then is what comes before now, and the
 * cumul of now had better stay where it was if it can.
 */
export function dejaArrondis(parutions: readonly Parution[], semestre: string): Map<string, number> {
  const arrondies = parutions.filter(({ ecart }) => ecart !== undefined);
  const ordre = arrondies.sort((a, b) => (a.arreteAu + a.date < b.arreteAu + b.date ? -1 : 1));
  return new Map(
    ordre.flatMap((parution) =>
      [...parution.montres].flatMap(([cle, valeur]): [string, number][] => {
        const mesure = mesureDe(cle);
        if (parution.semestre.id === semestre || mesure === undefined) return [[cle, valeur]];
        return mesure === "cumul" ? [cle, avecMesure(cle, "anterieur")].map((apres) => [apres, valeur]) : [];
      }),
    ),
  );
}
