import { floorOf, isKnown, type System, type Variable } from "../system.ts";
import type { Part } from "./parts.ts";
import type { Need } from "./primary.ts";

/** A part as somebody sees it, and the columns that must stay uncertain to them. */
export interface View {
  part: Part;
  needs: ReadonlyMap<number, Need>;
}

/** For each insider, in the order of their names, all that they know for sure without the publication. */
export type Insiders = ReadonlyMap<string, ReadonlySet<string>>;

/** What insiders are said to know, and what the sums that every reader knows give of it. */
export function insidersOf({ variables, relations }: System): Insiders {
  const names = [...new Set(variables.flatMap(({ insights }) => [...(insights?.keys() ?? [])]))].sort();
  return new Map(
    names.map((name) => {
      const known = new Set(variables.filter(({ insights }) => insights?.get(name)?.whole).map(({ key }) => key));
      const unknown = new Set(variables.filter((variable) => !isKnown(variable) && !known.has(variable.key)).map(({ key }) => key));
      for (let size = -1; known.size > size; ) {
        size = known.size;
        for (const { left, right } of relations) {
          const [last, ...others] = [...left, ...right].filter((key) => unknown.has(key));
          if (last === undefined || others.length > 0) continue;
          unknown.delete(last);
          known.add(last);
        }
      }
      return [name, known];
    }),
  );
}

/** What any reader sees, then what each insider sees to whom some of the part is known. */
export function viewsOf(part: Part, needs: View["needs"], insiders: Insiders): View[] {
  return [{ part, needs }, ...[...insiders].flatMap(([name, known]) => viewOf(part, needs, name, known))];
}

/** What they know leaves the sums; of the rest, they know that it is no less than their own share. What is all theirs is no secret to them. */
function viewOf({ variables, rows }: Part, needs: View["needs"], name: string, known: ReadonlySet<string>): View[] {
  const isKnownTo = ({ key }: Variable): boolean => known.has(key);
  const ownOf = ({ insights }: Variable): number => insights?.get(name)?.own ?? 0;
  const isTheirs = (variable: Variable): boolean => isKnownTo(variable) || (variable.total > 0 && ownOf(variable) === variable.total);
  if (!variables.some((variable) => isKnownTo(variable) || ownOf(variable) > 0)) return [];
  const columnsOf = (isWanted: (variable: Variable) => boolean): Set<number> =>
    new Set(variables.flatMap((variable, column) => (isWanted(variable) ? [column] : [])));
  const [given, theirs] = [columnsOf(isKnownTo), columnsOf(isTheirs)];
  const secrets = new Map([...needs].filter(([column]) => !theirs.has(column)));
  if (secrets.size === 0) return [];
  const seen = variables.map((variable) => ({
    ...variable,
    floor: isKnownTo(variable) ? variable.total : Math.max(floorOf(variable), ownOf(variable)),
  }));
  const left = rows.map((row) => new Map([...row].filter(([column]) => !given.has(column))));
  return [{ part: { variables: seen, rows: left.filter((row) => row.size > 0) }, needs: secrets }];
}
