import type { Cellule, Table } from "../../dashboard/count/tables.ts";
import { ENSEMBLE } from "../../dashboard/definition/categorie.ts";
import type { Codes } from "../../dashboard/definition/cle.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import { codeReuni, dimensionReunie, type Regroupement, reunionsDe, sansDimensions } from "../../dashboard/regroupement/index.ts";
import { type Systeme, systemeDe } from "../system/systeme.ts";

/** A table as a regroupement would make it, roughly: enough to compare regroupements, not to publish one. */
export interface Esquisse {
  table: string;
  /** The same for two regroupements that make the same of the table. */
  cle: string;
  /** What the secrecy works on, of this table alone. */
  systeme(): Systeme;
}

export function esquisser(definition: Definition, tables: readonly Table[], regroupement: Regroupement): Esquisse[] {
  return tables.map((table) => {
    const { id, dimensions } = table.indicateur;
    const sans = regroupement.sans.filter((un) => un.table === id);
    const cle = JSON.stringify([id, dimensions.map((une) => reunionsDe(une, regroupement)), sans, regroupement.mesures]);
    return { table: id, cle, systeme: () => systemeDe([reunie(definition, table, regroupement)], [], regroupement.mesures) };
  });
}

/** Cells added up: of enterprises and certifications, at most too many, and of the largest amount, the least that it can be. */
function reunie(definition: Definition, { indicateur, dimensions, cellules }: Table, regroupement: Regroupement): Table {
  const restant = sansDimensions(definition, indicateur, regroupement);
  const gardees = dimensions.filter(({ id }) => restant.dimensions.some((un) => un === id));
  const noms = new Map(
    gardees.flatMap(({ id }) =>
      reunionsDe(id, regroupement).flatMap((reunion) =>
        reunion.codes.map((code) => [`${id} ${code}`, codeReuni(definition, reunion)] as const),
      ),
    ),
  );
  const sommes = new Map<string, Cellule>();
  for (const cellule of cellules) {
    if (dimensions.some(({ id }) => !gardees.some((une) => une.id === id) && cellule.codes[id] !== ENSEMBLE)) continue;
    const codes: Codes = Object.fromEntries(
      gardees.map(({ id }) => [id, noms.get(`${id} ${cellule.codes[id]}`) ?? cellule.codes[id] ?? ""]),
    );
    const cle = [cellule.mesure, ...Object.values(codes)].join("\u0000");
    const deja = sommes.get(cle);
    sommes.set(cle, deja === undefined ? { ...cellule, codes } : somme(deja, cellule));
  }
  return {
    indicateur: restant,
    dimensions: gardees.map((une) => dimensionReunie(definition, une, regroupement)),
    cellules: [...sommes.values()],
  };
}

function somme(une: Cellule, autre: Cellule): Cellule {
  return {
    ...une,
    total: une.total + autre.total,
    personnes: une.personnes + autre.personnes,
    contributeurs: une.contributeurs + autre.contributeurs,
    entreprises: Math.max(une.entreprises, autre.entreprises),
    plusGros: Math.max(une.plusGros, autre.plusGros),
  };
}
