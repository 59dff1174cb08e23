import { Command } from "commander";
import type { Io } from "../io.ts";

/** The source of man/cpro.1; also for whom installed cpro without its manual page: `cpro man | man -l -`. */
export function manCommand(io: Io): Command {
  return new Command("man")
    .description("imprime la page de manuel : cpro man | man -l -")
    .action(async (_options: unknown, command: Command) => {
      const { describeProgram } = await import("./describe-program.ts");
      const { renderMan } = await import("../render/man.ts");
      const { version } = await import("../generated/version.ts");
      io.data(renderMan(await describeProgram(command), version));
    });
}
