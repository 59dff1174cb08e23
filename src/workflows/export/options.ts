import type { Day } from "../../dates.ts";

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
