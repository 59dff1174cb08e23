import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPaths } from "../../src/validate/index.ts";

/** An example of a rule: a file, or a folder of files when the rule looks across them. */
interface Fixture {
  rule: string;
  name: string;
  path: string;
  isFaulty: boolean;
}

/** The day of the check; a fixture's first line may say another: `# --date 2024-09-01`. */
const DATE = "2025-06-30";
export const folder = fileURLToPath(new URL("../../fixtures/rules/", import.meta.url));
const words = { error: "erreur", warning: "avertissement", info: "info" };

export function fixturesOf(rule: string): Fixture[] {
  return readdirSync(join(folder, rule))
    .filter((name) => !name.endsWith(".txt"))
    .map((name) => ({ rule, name, path: join(folder, rule, name), isFaulty: name.startsWith("ko") }));
}

/** The lines that a faulty fixture awaits, beside it. */
export function expectedLines({ path }: Fixture): string[] {
  return readFileSync(`${path.replace(/\.yaml$/, "")}.txt`, "utf8")
    .trim()
    .split("\n");
}

/** What cpro finds in a fixture: `[file:]line:column severity rule`, the file only when there are several. */
export async function foundLines({ path }: Fixture): Promise<string[]> {
  const [text, isFolder] = firstFile(path);
  const exemplaires = Number(/^# --exemplaires (\d+)$/m.exec(text)?.[1] ?? 1);
  const checked = exemplaires > 1 ? copies(text, exemplaires) : path;
  const { diagnostics } = await checkPaths([checked], { date: /^# --date (.*)$/m.exec(text)?.[1] ?? DATE });
  if (checked !== path) rmSync(checked, { recursive: true });
  return diagnostics.map(({ ruleId, severity, file, range }) => {
    const place = `${isFolder ? `${basename(file)}:` : ""}${range.line}:${range.column}`;
    return `${place} ${words[severity]} ${ruleId}`;
  });
}

function firstFile(path: string): [text: string, isFolder: boolean] {
  if (!statSync(path).isDirectory()) return [readFileSync(path, "utf8"), false];
  return [readFileSync(join(path, readdirSync(path)[0] ?? ""), "utf8"), true];
}

/** A ceiling of thousands of parcours is tried on as many copies of one: `# --exemplaires 5001`. */
function copies(text: string, exemplaires: number): string {
  const copied = mkdtempSync(join(tmpdir(), "cpro-"));
  for (let rang = 1; rang <= exemplaires; rang += 1) {
    writeFileSync(join(copied, `${rang}.yaml`), text.replace(/^identifiant: .*$/m, `identifiant: EX-${String(rang).padStart(4, "0")}`));
  }
  return copied;
}
