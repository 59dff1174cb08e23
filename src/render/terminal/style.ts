import { Chalk, type ChalkInstance, supportsColor } from "chalk";
import { styled } from "../../words/visible.ts";

/** Colours when the standard output is a terminal that has them; NO_COLOR and pipes get none. */
const chalk = new Chalk({ level: process.env.NO_COLOR ? 0 : supportsColor ? supportsColor.level : 0 });

/** For what writes to the terminal by itself. */
export { chalk as directStyle };

/** Our styles, whose escapes are known as ours until they reach the screen; see `visible.ts`. */
export const style = {
  blue: ours(chalk.blue),
  bold: ours(chalk.bold),
  boldRed: ours(chalk.bold.red),
  cyan: ours(chalk.cyan),
  dim: ours(chalk.dim),
  green: ours(chalk.green),
  red: ours(chalk.red),
  yellow: ours(chalk.yellow),
};

function ours(dress: ChalkInstance): (text: string) => string {
  return chalk.level === 0 ? (text) => text : (text) => styled(text, dress);
}
