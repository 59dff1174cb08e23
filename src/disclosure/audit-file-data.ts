import { cellFinder, type Proved, standsFor } from "./audit-file-proved.ts";
import type { Harmless } from "./audit-file-texts.ts";

/** The places of a JSON document where a number stands that was not proved: its cells, its key figures, the method's own numbers. */
export function jsonFaults(text: string, proved: Proved, harmless: Harmless): string[] {
  const allowed = new Map<string, (value: unknown) => boolean>();
  proved.tables.forEach(({ cellules }, table) => {
    cellules.forEach((cell, rank) => {
      const at = `.tables.${table}.cellules.${rank}`;
      allowed.set(`${at}.valeur`, (value) => value === cell.valeur);
      allowed.set(`${at}.effectif`, (value) => value === cell.effectif);
    });
  });
  for (const { id, valeur } of proved.figures) allowed.set(`.synthese.${id}`, (value) => value === valeur);
  for (const { id, valeur } of proved.taux) allowed.set(`.synthese.taux.${id}.valeur`, (value) => value === valeur);
  for (const name of ["seuil", "base", "ecart"]) allowed.set(`.secret.${name}`, () => true);
  return faultsIn(JSON.parse(text), "", allowed, harmless);
}

/** What describes the document and its cells; the codes of cells are few and known to the table they are in. */
const DESCRIPTIVE =
  /^\.(format|semestre|date|secret\.(methode|zeros_masques\.\d+)|tables\.\d+\.(id|titre|unite|dimensions\.\d+|cellules\.\d+\.(mesure|codes\.\w+))|synthese\.taux\.\w+\.(numerateur|denominateur))$/;

function faultsIn(value: unknown, at: string, allowed: ReadonlyMap<string, (value: unknown) => boolean>, harmless: Harmless): string[] {
  const rule = allowed.get(at);
  if (rule !== undefined) return rule(value) ? [] : [`${at} : ${value}`];
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => faultsIn(one, `${at}.${key}`, allowed, harmless));
  if (value === true && /^\.tables\.\d+\.cellules\.\d+\.secret$/.test(at)) return [];
  return typeof value === "string" && (DESCRIPTIVE.test(at) || harmless(value)) ? [] : [`${at} : ${value}`];
}

/** A line of the long form: where its cell is, by codes, and what stands for its value. */
interface LongLine {
  at: string;
  table: string;
  mesure: string;
  codes: readonly string[];
  valeur: string;
  marque: string;
}

/** The lines of a long list whose value is not the proved one, or that stand for no proved cell. */
function longFaults(lines: readonly LongLine[], proved: Proved): string[] {
  const finders = new Map(proved.tables.map((table) => [table.id, cellFinder(table, "code")]));
  return lines.flatMap(({ at, table, mesure, codes, valeur, marque }) => {
    const cell = finders.get(table)?.(mesure, codes);
    const shown = valeur === "" ? undefined : Number(valeur);
    const isRight = cell !== undefined && (cell.secret ? valeur === "" && marque === "s" : marque === "" && standsFor(shown, cell));
    return isRight ? [] : [`${at} : ${table}, ${valeur}`];
  });
}

const COLUMNS = "semestre,tableau,mesure,dimension_1,code_1,dimension_2,code_2,unite,valeur,marque";

/** The lines of a csv; anything else than the ten columns is a fault of its own. */
export function csvFaults(text: string, proved: Proved): string[] {
  const [header = "", ...lines] = text.split("\r\n").filter((line) => line !== "");
  if (header !== COLUMNS) return [`en-tête : ${header}`];
  return rowsFaults(lines.map(fieldsOf), 2, proved);
}

/** A line of columns by name, as those who read a file of columns give it. */
export type Line = Readonly<Record<string, unknown>>;

/** The lines of a file of columns: the same ten, texts all but the value. */
export function linesFaults(lines: readonly Line[], proved: Proved): string[] {
  const odd = lines.filter(
    (line) =>
      Object.keys(line).join(",") !== COLUMNS ||
      Object.entries(line).some(([name, one]) => one !== null && typeof one !== (name === "valeur" ? "number" : "string")),
  );
  const rows = lines.map((line) => Object.values(line).map((one) => String(one ?? "")));
  return [...odd.slice(0, 1).map((line) => `colonnes : ${Object.keys(line).join(", ")}`), ...rowsFaults(rows, 1, proved)];
}

/** Rows of the ten columns, the first of which is called by the number given. */
function rowsFaults(rows: readonly (readonly string[])[], from: number, proved: Proved): string[] {
  const read = rows.map((fields, rank) => ({ at: `ligne ${rank + from}`, fields }));
  const odd = read.filter(
    ({ fields }) =>
      fields.length !== 10 ||
      !/^\d{4}-S[12]$/.test(fields[0] ?? "") ||
      /\d/.test(`${fields[3]}${fields[5]}${fields[7]}`.replaceAll(/_\d\b/g, "")),
  );
  const long = read.map(({ at, fields: [, table = "", mesure = "", , first = "", , second = "", , valeur = "", marque = ""] }) => ({
    at,
    table,
    mesure,
    codes: second === "" ? [first] : [first, second],
    valeur,
    marque,
  }));
  return [...odd.map(({ at }) => `${at} : colonnes`), ...longFaults(long, proved)];
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = ""]) =>
    (quoted ?? plain).replaceAll('""', '"').replace(/^'(?=[=+\-@\t])/, ""),
  );
}
