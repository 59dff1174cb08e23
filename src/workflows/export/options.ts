import type { Day } from "../../words/dates.ts";

export interface ExportOptions {
  semester: string;
  format: "parquet" | "csv";
  k?: number;
  keyFile: string;
  strict?: true;
  date: Day;
  output?: string;
  force?: true;
}
