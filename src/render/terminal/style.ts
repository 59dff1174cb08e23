import { Chalk, type ChalkInstance, supportsColor } from "chalk";

/** Colours when the standard output is a terminal that has them; NO_COLOR and pipes get none. */
export const style: ChalkInstance = new Chalk({ level: process.env.NO_COLOR ? 0 : supportsColor ? supportsColor.level : 0 });
