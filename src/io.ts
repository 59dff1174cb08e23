import type { Day } from "./words/dates.ts";

/** How a run ended, from best to worst; cli.ts alone turns it into an exit code. */
export const outcomes = ["clean", "problems", "not-done"] as const;
export type Outcome = (typeof outcomes)[number];

/** What a command may use of the world. */
export interface Io {
  /** A result for a person, on standard output: what a file holds cannot drive the screen. */
  print(text: string): void;
  /** A result for a program, on standard output, as it is. */
  data(text: string): void;
  /** Everything else, on standard error, a line or several: summaries, warnings about the run. */
  note(text: string | readonly string[]): void;
  /** Erases the screen, when the standard output is one. */
  clear(): void;
  /** Says how the run ends; the worst word said is kept. */
  end(outcome: Outcome): void;
  /** Whether a person looks at the standard output as it comes. */
  isTerminal: boolean;
  /** Whether a person can be asked: the standard input and the standard error are a terminal. */
  canAsk: boolean;
  /** Settles when the person asks to stop (Ctrl-C). */
  interrupted(): Promise<void>;
  /** The default of `--date`, the only place where the clock is read. */
  today: Day;
  /** Where this user's programs keep what they can make again. */
  cacheFolder: string;
  /** Where this user's programs keep what must last. */
  configFolder: string;
  /** The folder of dispositifs that the person names, besides those of the dossier. */
  dispositifs?: string | undefined;
  /** Characters a line may have. */
  columns: number;
}
