import type { FigureChiffree } from "../count/synthese.ts";
import type { Table } from "../count/tables.ts";
import { clesDonnees, nombreDe } from "../definition/cles.ts";
import type { Definition } from "../definition/definition.ts";
import { type Mesure, mesures } from "../definition/semestre.ts";
import type { Regroupement } from "../regroupement/index.ts";
import { graphiquesDe } from "./graphiques.ts";
import type { CellulePubliee, Exercice, FigurePubliee, Publication, TablePubliee, TauxPublie } from "./publiee.ts";

/** What is left of the tables and figures once the variables named in `masquees` are taken out; charts also show earlier half-years. */
export function publier(
  definition: Definition,
  tables: readonly Table[],
  figures: readonly FigureChiffree[],
  publiques: readonly FigurePubliee[],
  masquees: ReadonlySet<string>,
  { semestre, precedents, regroupement }: { semestre: string; precedents: readonly Exercice[]; regroupement?: Regroupement | undefined },
): Publication {
  const chiffres = [...publiques, ...figures.map((figure) => figurePubliee(figure, masquees))];
  const publiees = tables.map((table) => tablePubliee(definition, table, { masquees, mesuresPubliees: regroupement?.mesures ?? mesures }));
  return {
    figures: chiffres,
    taux: tauxPublies(definition, chiffres),
    tables: publiees,
    graphiques: graphiquesDe(definition, { semestre, tables: publiees, precedents }),
  };
}

function figurePubliee({ id, libelle, unite, groupe, cle, sur, valeur }: FigureChiffree, masquees: ReadonlySet<string>): FigurePubliee {
  const masquee = masquees.has(cle) || (sur !== undefined && masquees.has(sur));
  return { id, libelle, groupe, ...(unite && { unite }), ...(masquee ? { valeur: null, secret: true } : { valeur }) };
}

function tablePubliee(
  { bilan: { familles }, populations }: Definition,
  { indicateur, dimensions, cellules, arrondie }: Table,
  { masquees, mesuresPubliees }: { masquees: ReadonlySet<string>; mesuresPubliees: readonly Mesure[] },
): TablePubliee {
  const { id, famille, titre, unite, population } = indicateur;
  const publiees = mesuresPubliees.flatMap((mesure) =>
    cellules
      .filter((cellule) => cellule.mesure === mesure)
      .map((cellule): CellulePubliee => {
        const { codes, personnes } = cellule;
        const effectif = arrondie && indicateur.grandeur.type === "moyenne" && { effectif: personnes };
        if (clesDonnees(indicateur, cellule).some((cle) => masquees.has(cle)))
          return { mesure, codes, valeur: null, secret: true, ...effectif };
        return { mesure, codes, valeur: nombreDe(indicateur, cellule), ...effectif };
      }),
  );
  const mots = { famille: familles[famille] ?? famille, titre, unite, population: populations[population]?.libelle ?? population };
  return { id, ...mots, dimensions, cellules: publiees };
}

/** A rate is computed from the published figures only. */
function tauxPublies({ taux }: Definition, figures: readonly FigurePubliee[]): TauxPublie[] {
  return taux.flatMap(({ id, libelle, ...ids }) => {
    const numerateur = figures.find((figure) => figure.id === ids.numerateur);
    const denominateur = figures.find((figure) => figure.id === ids.denominateur);
    if (numerateur === undefined || denominateur === undefined) return [];
    const commun = { id, libelle, numerateur, denominateur };
    if (numerateur.secret || denominateur.secret) return [{ ...commun, valeur: null, secret: true as const }];
    return [{ ...commun, valeur: denominateur.valeur ? (numerateur.valeur ?? 0) / denominateur.valeur : null }];
  });
}
