import { blocDe, figureDe, nomDeFigure } from "../../dashboard/definition/cle.ts";
import { cleDe } from "../../dashboard/definition/cles.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import type { Indicateur } from "../../dashboard/definition/indicateur.ts";

/** The tables and figures of some blocks, by id. */
export function idsDe({ indicateurs }: Definition, blocs: ReadonlySet<string>): string[] {
  const tables = indicateurs.filter((indicateur) => blocs.has(blocDeTable(indicateur)));
  return [...tables.map(({ id }) => id), ...[...blocs].flatMap((bloc) => figureDe(bloc) ?? [])];
}

/** The blocks that {@link idsDe} named. */
export function blocsDe({ indicateurs }: Definition, ids: readonly string[]): Set<string> {
  return new Set(
    ids.map((id) => {
      const indicateur = indicateurs.find((un) => un.id === id);
      return indicateur === undefined ? nomDeFigure(id) : blocDeTable(indicateur);
    }),
  );
}

function blocDeTable(indicateur: Indicateur): string {
  return blocDe(cleDe(indicateur, { mesure: "cumul", codes: {} }));
}
