import type { TableauDeBord } from "../../dashboard/index.ts";

const renderers = {
  xlsx: async (report: TableauDeBord) => (await import("../xlsx/dashboard/index.ts")).dashboardXlsx(report),
  html: async (report: TableauDeBord) => (await import("./html/index.ts")).dashboardHtml(report),
  json: async (report: TableauDeBord) => (await import("./json.ts")).dashboardJson(report),
  csv: async (report: TableauDeBord) => (await import("./long.ts")).dashboardCsv(report),
  parquet: async (report: TableauDeBord) => (await import("./long.ts")).dashboardParquet(report),
} satisfies Record<string, (report: TableauDeBord) => Promise<string | Uint8Array>>;

export type DashboardFormat = keyof typeof renderers;

/** What is to be printed or written. */
export function renderDashboard(report: TableauDeBord, format: DashboardFormat): Promise<string | Uint8Array> {
  return renderers[format](report);
}
