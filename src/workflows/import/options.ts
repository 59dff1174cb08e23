import type { Day } from "../../dates.ts";
import type { Io } from "../../io.ts";

/** What an import may use of the world. */
export type Voix = Pick<Io, "print" | "note" | "end" | "canAsk">;

export type ImportOptions = { output: string; date: Day } & {
  [flag in "update" | "clear" | "partial" | "strict" | "yes" | "force"]?: true;
};
