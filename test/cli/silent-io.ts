import type { Io } from "../../src/io.ts";

/** A run that prints nothing and cannot ask, for tests that call what a command does; each overrides what it listens to. */
export const silentIo: Io = {
  print: () => {},
  data: () => {},
  note: () => {},
  clear: () => {},
  end: () => {},
  isTerminal: false,
  canAsk: false,
  interrupted: () => new Promise(() => {}),
  today: "2025-07-10",
  cacheFolder: "",
  configFolder: "",
  columns: 80,
};
