import type { Workbook, Worksheet } from "exceljs";
import type { Day } from "../../words/dates.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { withCharts } from "./charts.ts";

/** What a workbook says of itself. */
interface Properties {
  title: string;
  subject: string;
  date: Day;
}

/** An empty workbook; exceljs takes a third of a second to load, so only who makes one loads it. */
export async function newWorkbook({ title, subject, date }: Properties): Promise<Workbook> {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  const moment = new Date(`${date}T00:00:00Z`);
  Object.assign(workbook, { title, subject, creator: "cpro", lastModifiedBy: "cpro", company: "", created: moment, modified: moment });
  return workbook;
}

/** A sheet for A4 landscape, as wide as the page, its first rows frozen and repeated on each page. */
export function newSheet(
  workbook: Workbook,
  name: string,
  { frozenRows, frozenColumns = 0 }: { frozenRows: number; frozenColumns?: number },
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: frozenColumns, ySplit: frozenRows, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
      printTitlesRow: `1:${frozenRows}`,
    },
  });
  sheet.headerFooter.oddFooter = "&L&8&A&R&8Page &P / &N";
  return sheet;
}

/** The file, with its charts: the same bytes for the same content and date. */
export async function workbookBytes(workbook: Workbook, date: Day, charts: readonly ChartSpec[] = []): Promise<Uint8Array> {
  // Compressed once, when the charts are in.
  const bytes = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } });
  return withCharts(new Uint8Array(bytes), charts, date);
}
