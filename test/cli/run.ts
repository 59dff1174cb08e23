import { fileURLToPath } from "node:url";
import { execaNode, type Options } from "execa";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The built command line, as a person starts it: no colour, 80 columns, exit code read rather than thrown. */
export async function cpro(args: readonly string[], options: Options = {}): Promise<{ code: number; out: string; err: string }> {
  const { exitCode, stdout, stderr } = await execaNode(`${root}bin/cpro.js`, args, {
    cwd: root,
    reject: false,
    stripFinalNewline: false,
    env: { NO_COLOR: "1", COLUMNS: "80" },
    ...options,
  });
  return { code: exitCode ?? -1, out: String(stdout), err: String(stderr) };
}
