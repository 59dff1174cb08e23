import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Day } from "../../words/dates.ts";
import type { ChartSpec, Place } from "./chart-spec.ts";
import { addAnchor, addChartPart, drawingOf, type Parts, sheetPaths } from "./charts-parts.ts";
import { chartXml } from "./charts-xml.ts";

/** « 'Synthèse'!$B$4:$B$11 » */
export function rangeOf(sheet: string, from: Place, to: Place = from): string {
  const cell = ({ row, column }: Place): string => `$${letters(column)}$${row}`;
  return `'${sheet.replaceAll("'", "''")}'!${cell(from)}:${cell(to)}`;
}

function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * The same workbook, compressed, with native charts, which exceljs cannot write; a drawing that a sheet already has is kept. The
 * entries of the zip bear the date given, for the clock would make other bytes each time.
 * @throws RangeError when a sheet is not in the workbook.
 */
export function withCharts(bytes: Uint8Array, charts: readonly ChartSpec[], date: Day): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
  const binary = files.filter(([name]) => !/\.(xml|rels)$/.test(name));
  const parts: Parts = new Map(files.filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, content]) => [name, strFromU8(content)]));
  const paths = sheetPaths(parts);
  for (const chart of charts) {
    const path = paths.get(chart.sheet);
    if (path === undefined) throw new RangeError(`no sheet named ${chart.sheet}`);
    const drawing = drawingOf(parts, path);
    addAnchor(parts, drawing, chart, addChartPart(parts, chartXml(chart)));
  }
  const texts = [...parts].map(([name, text]) => [name, strToU8(text)] as const);
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return zipSync(Object.fromEntries([...texts, ...binary]), { level: 6, mtime: new Date(year, month - 1, day) });
}
