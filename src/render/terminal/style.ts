import { Chalk, type ChalkInstance, supportsColor } from "chalk";
import { styled } from "../../visible.ts";

/** Colours when the standard output is a terminal that has them; NO_COLOR and pipes get none. */
const chalk = new Chalk({ level: process.env.NO_COLOR ? 0 : supportsColor ? supportsColor.level : 0 });

/** The same, whose escapes are known as ours until they reach the screen; see `visible.ts`. */
export const style: ChalkInstance = chalk.level === 0 ? chalk : ours(chalk);

/** For what writes to the terminal by itself. */
export { chalk as directStyle };

function ours(instance: ChalkInstance): ChalkInstance {
  return new Proxy(instance, {
    get: (target, name) => {
      const next: unknown = Reflect.get(target, name);
      return typeof next === "function" ? ours(next as ChalkInstance) : next;
    },
    apply: (target, _, [text]: [unknown]) => styled(String(text), target),
  });
}
