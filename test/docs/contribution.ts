import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { root } from "../cli/run.ts";

/** What each row of « Where does it go? » lets one write, as globs: the code of its second cell that has a folder. */
export function rowsOf(markdown: string): Map<string, string[]> {
  const [, section = ""] = /^## Where does it go\?$([\s\S]*?)^## /m.exec(markdown) ?? [];
  const rows = [...section.matchAll(/^\| (an? [^|]+) \| (.+) \|$/gm)];
  const globs = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, code = ""]) => (code.includes("/") ? [code] : []));
  return new Map(rows.map(([, what = "", cell = ""]) => [what, globs(cell)]));
}

/** A glob with the names of one addition in place of its `<…>`. */
export function pattern(glob: string, names: Readonly<Record<string, string>>): RegExp {
  const named = glob.replaceAll(/<(\w+)>/g, (_, name: string) => names[name] ?? `<${name}>`);
  const source = named
    .replaceAll(/[.+^$()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll(/\{([^}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(",", "|")})`);
  return new RegExp(`^${source}$`);
}

/** The repository in a folder of its own, where things can be added and built. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), "cpro-contribution-"));
  #known: Map<string, string>;

  constructor() {
    const left = new Set(["node_modules", ".git", "dist", "demo", "coverage", "bench", "test", "docs"]);
    for (const name of readdirSync(root).filter((each) => !left.has(each))) {
      cpSync(join(root, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(this.folder, "node_modules"));
    this.#known = this.#files();
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Writes a text before the only line of a file that begins so. */
  before(path: string, line: string, text: string): void {
    this.replace(path, `\n${line}`, `\n${text}${line}`);
  }

  /** Writes a text in place of another, which the file holds once. */
  replace(path: string, old: string, text: string): void {
    const parts = this.read(path).split(old);
    if (parts.length !== 2) throw new Error(`${path} holds « ${old} » ${parts.length - 1} times`);
    this.write(path, parts.join(text));
  }

  /** The files that are no longer what they were when this was last asked. */
  changed(): string[] {
    const before = this.#known;
    this.#known = this.#files();
    return [...new Set([...before.keys(), ...this.#known.keys()])].filter((path) => before.get(path) !== this.#known.get(path)).sort();
  }

  /** A command in the folder; what it prints on both outputs. */
  async run(command: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { NO_COLOR: "1", COLUMNS: "80", XDG_CACHE_HOME: join(this.folder, "dist/cache") };
    const { exitCode, stdout, stderr } = await execa(command, args, { cwd: this.folder, env, reject: false, stripFinalNewline: false });
    return { code: exitCode ?? -1, out: stdout, err: stderr };
  }

  #files(): Map<string, string> {
    const paths = readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(this.folder.length + 1));
    const hash = (path: string): string => createHash("sha256").update(this.read(path)).digest("hex");
    return new Map(paths.filter((path) => !path.startsWith("dist/")).map((path) => [path, hash(path)]));
  }
}
