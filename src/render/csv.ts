/** A text, a number, or nothing known. */
export type Cell = string | number | undefined;

/**
 * A table for French spreadsheets: UTF-8 with its mark, semicolons, decimal commas, CRLF (RFC 4180). A text that a spreadsheet would
 * take for a formula is kept a text by a leading apostrophe.
 */
export function csv(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[headers, ...rows].map((row) => `${row.map(cellText).join(";")}\r\n`).join("")}`;
}

/**
 * Lines for programs: UTF-8, commas, points, CRLF, nothing where nothing is known. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
export function plainCsv(headers: readonly string[], rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return [headers, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: string | number | boolean | null): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const harmless = asText(value);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const text = asText(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What begins a formula, behind what is not seen: spreadsheets of East Asia read the wide signs as the others. */
const formula = /^[\s\p{Cc}\p{Cf}\p{DI}]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u;

function asText(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}
