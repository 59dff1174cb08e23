import type { Io } from "../../io.ts";
import type { DashboardOptions } from "./options.ts";

/** What is asked of the command, besides a dashboard. */
export type Mode = "dictionary" | "sql" | "advise" | "publication";

/** What a mode gives to be printed, or written where `--output` says; nothing when it has written by itself. */
type Run = (paths: readonly string[], options: DashboardOptions, io: Io) => Promise<string | undefined>;

/** Each asks for one workflow, and loads it alone. */
export const modes: Readonly<Record<Mode, Run>> = {
  dictionary: async (_, options, io) => (await import("./described.ts")).dashboardDictionary(options, io),
  sql: async (_, options, io) => (await import("./described.ts")).dashboardSql(options, io),
  advise: async (paths, options, io) => (await import("./advise.ts")).advise(paths, options, io),
  publication: async (paths, options, io) => {
    const { makeDashboard } = await import("./index.ts");
    const { report, precedents } = await makeDashboard(paths, options, io);
    const { writeDashboard } = await import("./write.ts");
    await writeDashboard(report, precedents, options, io);
    return undefined;
  },
};

export function modeOf({ dictionary, sql, advise }: Pick<DashboardOptions, "dictionary" | "sql" | "advise">): Mode {
  if (dictionary) return "dictionary";
  if (sql) return "sql";
  return advise ? "advise" : "publication";
}
