import { homedir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import { program } from "./commands/program.ts";
import { isAnswer, usageMessage } from "./commands/usage.ts";
import { reasonOf } from "./dossier/reasons.ts";
import { UserError } from "./errors.ts";
import { type Io, type Outcome, outcomes } from "./io.ts";
import { painted, visible, visibleLines } from "./words/visible.ts";

/** 0 nothing to report at error level, 1 problems found in the data, 2 not done. */
const exitCodes: Record<Outcome, 0 | 1 | 2> = { clean: 0, problems: 1, "not-done": 2 };

let worst: Outcome = "clean";
const now = new Date();
const isTerminal = process.stdout.isTTY === true;
/** Erases the screen and what scrolled off it, and goes to its top. */
const CLEAR = "\u001b[2J\u001b[3J\u001b[H";
const io: Io = {
  print: (text) => write(painted(visibleLines(text))),
  data: (text) => write(isTerminal ? visibleLines(text) : text),
  note: (text) => {
    for (const line of typeof text === "string" ? [text] : text) process.stderr.write(`${painted(visible(line))}\n`);
  },
  clear: () => void (isTerminal && process.stdout.write(CLEAR)),
  end: (outcome) => {
    if (outcomes.indexOf(outcome) > outcomes.indexOf(worst)) worst = outcome;
  },
  isTerminal,
  canAsk: process.stdin.isTTY === true && process.stderr.isTTY === true,
  interrupted: () => new Promise((resolve) => ["SIGINT", "SIGTERM"].forEach((signal) => void process.once(signal, () => resolve()))),
  today: [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-"),
  cacheFolder: userCacheFolder(),
  configFolder: userConfigFolder(),
  columns: process.stdout.columns ?? 80,
};

function write(text: string): void {
  process.stdout.write(text.endsWith("\n") || text === "" ? text : `${text}\n`);
}

/** By the custom of each system. */
function userCacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === "win32") return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "cpro", "Cache");
  return join(process.platform === "darwin" ? join(homedir(), "Library", "Caches") : (XDG_CACHE_HOME ?? join(homedir(), ".cache")), "cpro");
}

function userConfigFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  if (process.platform === "win32") return join(APPDATA ?? join(homedir(), "AppData", "Roaming"), "cpro");
  const folder = process.platform === "darwin" ? join(homedir(), "Library", "Application Support") : XDG_CONFIG_HOME;
  return join(folder ?? join(homedir(), ".config"), "cpro");
}

/** A reader that stops early (`cpro … | head`) is no fault; a disk that is full is. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  report(
    new UserError(`Le résultat n'a pas pu être écrit sur la sortie : ${reasonOf(error)}.`, "Vérifiez la place qui reste sur le disque."),
  );
  process.exitCode = exitCodes[worst];
});

function report(error: unknown): void {
  if (error instanceof CommanderError) {
    if (isAnswer(error)) return;
    io.note(usageMessage(error));
  } else if (error instanceof UserError) {
    io.note([...error.message.split("\n"), ...(error.advice === undefined ? [] : [`→ ${error.advice}`])]);
  } else {
    const detail = error instanceof Error ? error : new Error(String(error));
    io.note(`Erreur interne de cpro : ${detail.message}`);
    io.note(
      process.argv.includes("--debug")
        ? (detail.stack ?? "").split("\n")
        : "→ Relancez la même commande avec --debug et transmettez ce qu'elle affiche à l'équipe qui tient cpro.",
    );
  }
  io.end("not-done");
}

try {
  const isBare = process.argv.length === 2 && io.canAsk;
  const asked = isBare ? await (await import("./workflows/menu.ts")).menu(io) : process.argv.slice(2);
  if (asked !== undefined) await program(io).parseAsync(asked, { from: "user" });
} catch (error) {
  report(error);
}
process.exitCode = exitCodes[worst];
