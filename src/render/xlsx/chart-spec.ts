/** A cell, rows and columns counted from 1 as exceljs does. */
export interface Place {
  row: number;
  column: number;
}

/** Numbers of a chart: where they stand in the workbook, and what stands there. A gap is null, and its cell must be empty. */
export interface ChartSeries {
  name: string;
  /** As `rangeOf` writes it. */
  range: string;
  values: readonly (number | null)[];
}

/** `stacked` is columns on top of each other; `pyramid` is bars to the left for the first series, to the right for the second. */
export type ChartKind = "column" | "bar" | "stacked" | "line" | "doughnut" | "pyramid";

export interface ChartSpec {
  /** The title of the sheet it stands on. */
  sheet: string;
  /** Its first cell, and the cell before whose top left corner it ends. */
  from: Place;
  to: Place;
  kind: ChartKind;
  title: string;
  /** What it shows, for those who do not see it. */
  description: string;
  /** What its numbers are (« euros »), written along their axis. */
  unit?: string;
  /** An Excel number format. */
  format: string;
  categories: { range: string; labels: readonly string[] };
  series: readonly ChartSeries[];
}
