import { blocDe, cleDeCellule } from "../../dashboard/definition/cles.ts";
import { indicateurs } from "../../dashboard/definition/indicators.ts";

/** The tables and figures of some blocks, by id. */
export function idsDe(blocs: ReadonlySet<string>): string[] {
  const tables = indicateurs.filter((indicateur) => blocs.has(blocDe(cleDeCellule(indicateur, { mesure: "cumul", codes: {} }))));
  const figures = [...blocs].filter((bloc) => bloc.startsWith(SYNTHESE)).map((bloc) => bloc.slice(SYNTHESE.length));
  return [...tables.map(({ id }) => id), ...figures];
}

/** The blocks that {@link idsDe} named. */
export function blocsDe(ids: readonly string[]): Set<string> {
  return new Set(
    ids.map((id) => {
      const indicateur = indicateurs.find((un) => un.id === id);
      return indicateur === undefined ? `${SYNTHESE}${id}` : blocDe(cleDeCellule(indicateur, { mesure: "cumul", codes: {} }));
    }),
  );
}

/** What the keys of figures with a name of their own begin with. */
const SYNTHESE = "synthese|";
