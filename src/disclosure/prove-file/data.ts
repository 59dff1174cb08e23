import type { Proved } from "./proved.ts";

/** A line of columns by name, as those who read a file of columns give it. */
export type Line = Readonly<Record<string, unknown>>;

const COLUMNS = "semestre,tableau,mesure,dimension_1,code_1,dimension_2,code_2,unite,valeur,marque";

/** The ten columns of each proved cell, in their order: the lines that a long list has, and all that it has. */
function expectedOf({ semestre, tables }: Proved): (string | number | null)[][] {
  return tables.flatMap(({ id, unite, dimensions, cellules }) =>
    cellules.map(({ mesure, codes, valeur, secret }) => {
      const [first, second] = [0, 1].map((rank) => {
        const dimension = dimensions[rank]?.id;
        return dimension === undefined ? [null, null] : [dimension, codes[dimension] ?? ""];
      });
      return [semestre.id, id, mesure, ...(first ?? []), ...(second ?? []), unite, secret ? null : valeur, secret ? "s" : null];
    }),
  );
}

/** The lines of a csv that are not those of the proved cells, each as it has to be written. */
export function csvFaults(text: string, proved: Proved): string[] {
  const [header, ...lines] = text.split("\r\n");
  if (header !== COLUMNS) return [`en-tête : ${header}`];
  if (lines.pop() !== "") return ["la dernière ligne, qui n'est pas finie"];
  const expected = expectedOf(proved).map((fields) => fields.map((field) => String(field ?? "")));
  return rowFaults(lines.map(fieldsOf), 2, expected);
}

/** The lines of a file of columns that are not those of the proved cells. */
export function linesFaults(lines: readonly Line[], proved: Proved): string[] {
  const odd = lines.filter((line) => Object.keys(line).join(",") !== COLUMNS);
  const rows = lines.map((line) => Object.values(line));
  return [...odd.slice(0, 1).map((line) => `colonnes : ${Object.keys(line).join(", ")}`), ...rowFaults(rows, 1, expectedOf(proved))];
}

/** Rows, the first of which is called by the number given. */
function rowFaults(rows: readonly (readonly unknown[])[], from: number, expected: readonly (readonly unknown[])[]): string[] {
  const missing = expected.length - rows.length;
  return [
    ...rows.flatMap((fields, rank) => {
      const right = expected[rank] ?? [];
      const isRight = fields.length === right.length && fields.every((field, column) => field === right[column]);
      return isRight ? [] : [`ligne ${rank + from} : ${fields[1]}, ${fields[8] ?? ""}`];
    }),
    ...(missing > 0 ? [`${missing} lignes de moins`] : []),
  ];
}

const FIELD = '"(?:[^"]|"")*(?:""|,)(?:[^"]|"")*"|[^",]*';
const LINE = new RegExp(`^(${FIELD})(,(${FIELD}))*$`);

/** Nothing of a line that is not written as such a line is: in quotes what needs them, and nothing else. */
function fieldsOf(line: string): string[] {
  if (!LINE.test(line)) return [line];
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = ""]) =>
    (quoted ?? plain).replaceAll('""', '"').replace(/^'(?=[=+\-@\t])/, ""),
  );
}
