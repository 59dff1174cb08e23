import { cpro } from "../cli/run.ts";

let aide: Promise<string> | undefined;

/** Whether `cpro dashboard` has an option: an attack that tries what an option promises waits until it is there. */
export async function connait(option: string): Promise<boolean> {
  aide ??= cpro(["dashboard", "--help"]).then(({ out }) => out);
  return (await aide).includes(option);
}
