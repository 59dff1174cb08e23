import type { Io } from "../../io.ts";
import type { Day } from "../../words/dates.ts";

/** What an import may use of the world. */
export type Voix = Pick<Io, "print" | "note" | "end" | "canAsk" | "dispositifs">;

export type ImportOptions = { output: string; date: Day; dispositif?: string[] } & {
  [flag in "update" | "clear" | "partial" | "strict" | "yes" | "force"]?: true;
};
