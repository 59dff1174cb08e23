import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";

export const hasProgram = (name: string): boolean => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
export const hasTmux = hasProgram("tmux");

/** A real pseudo-terminal with a program in it. */
export interface Terminal {
  /** Characters, as typed. */
  type(text: string): void;
  /** Keys by tmux's names: Enter, Tab, Escape, C-c, Down… */
  press(...keys: string[]): void;
  /** Waits until the screen shows something, and gives it back. */
  until(shown: string | RegExp): Promise<string>;
  screen(): string;
  close(): void;
}

/** Starts a program in a terminal of its own; nothing waits longer than it must, and long only when something is wrong. */
export function openTerminal(command: readonly string[], { cwd, env = {} }: { cwd: string; env?: Record<string, string> }): Terminal {
  // A socket of its own, which tmux would otherwise leave behind.
  const folder = mkdtempSync(join(tmpdir(), "cpro-tmux-"));
  const tmux = (...args: string[]) =>
    execaSync("tmux", ["-S", join(folder, "socket"), "-f", "/dev/null", ...args], { stripFinalNewline: false }).stdout;
  // Given to the program itself, for the shell that tmux starts may change them.
  const variables = Object.entries({ LANG: "C.UTF-8", ...env }).map(([name, value]) => `${name}=${value}`);
  tmux("-u", "new-session", "-d", "-x", "140", "-y", "50", "-c", cwd, "env", ...variables, ...command);
  // Ended programs leave their last screen to be read.
  tmux("set-option", "-g", "remain-on-exit", "on");
  const screen = (): string => tmux("capture-pane", "-p");
  return {
    type: (text) => void tmux("send-keys", "-l", text),
    press: (...keys) => void tmux("send-keys", ...keys),
    screen,
    until: async (shown) => {
      const isShown = (text: string): boolean => (typeof shown === "string" ? text.includes(shown) : shown.test(text));
      for (const start = Date.now(); Date.now() - start < 180_000; await new Promise((resolve) => setTimeout(resolve, 40))) {
        const text = screen();
        if (isShown(text)) return text;
      }
      throw new Error(`jamais affiché : ${shown}\n${screen()}`);
    },
    close: () => {
      if (existsSync(folder)) tmux("kill-server");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
