import { type Categorie, NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { dimension } from "../definition/nomenclature.ts";
import type { Retrait, Reunion } from "./index.ts";

/** Dimensions of which a contract has several categories, or amounts in each: as one, they would say something else. */
function estEclatee({ indicateurs }: Definition, id: string): boolean {
  return indicateurs.some(({ grandeur, dimensions }) => "eclater" in grandeur && dimensions.includes(id));
}

/** Why categories cannot be made one; undefined when they can. `categories` are those of the dimension, known or not. */
export function refusDeReunion(
  definition: Definition,
  { dimension: id, codes }: Reunion,
  categories: readonly Categorie[] = dimension(definition, id, []).categories,
): string | undefined {
  if (estEclatee(definition, id)) return "un même contrat peut y être dans plusieurs catégories";
  const connues = categories.filter(({ code }) => code !== NON_CONNU);
  if (connues.length > 0 && connues.every(({ code }) => codes.includes(code))) return "ce serait toute la dimension";
  return separees(definition, id, codes) ? "la « Synthèse » compte l'une de ces catégories sans les autres" : undefined;
}

/** Whether a figure counts some without the others: it could no longer be had. */
function separees({ figures }: Definition, id: string, codes: readonly string[]): boolean {
  return figures.some(({ termes }) => {
    const comptes = codes.map((un) =>
      termes
        .flatMap(({ codes: vus = {}, ...terme }) => (vus[id] === un ? [JSON.stringify({ ...terme, ...vus, [id]: "" })] : []))
        .sort()
        .join(),
    );
    return comptes.some((compte) => compte !== comptes[0]);
  });
}

/** Why a table cannot go without one of its dimensions; undefined when it can. */
export function refusDeRetrait({ indicateurs, figures }: Definition, { table, dimension: id }: Retrait): string | undefined {
  const { dimensions = [] } = indicateurs.find((un) => un.id === table) ?? {};
  if (dimensions.length < 2) return "ce tableau n'en a pas d'autre";
  if (figures.some(({ termes }) => termes.some((terme) => terme.table === table && terme.codes?.[id] !== undefined)))
    return "la « Synthèse » compte l'une de ses catégories dans ce tableau";
  return undefined;
}
