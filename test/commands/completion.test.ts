import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";
import { hasProgram, hasTmux, openTerminal, type Terminal } from "../cli/terminal.ts";

// A folder to type commands in: cpro itself, a dossier whose name has a space, the scripts.
const folder = mkdtempSync(join(tmpdir(), "cpro-completion-"));
const shells = ["bash", "zsh", "fish", "powershell"];
const env = { PATH: `${folder}/bin${delimiter}${process.env.PATH}`, HOME: folder, NO_COLOR: "1" };

beforeAll(async () => {
  mkdirSync(join(folder, "mon dossier"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "résultat.json"), "");
  symlinkSync(`${root}bin/cpro.js`, join(folder, "bin", "cpro"));
  for (const shell of shells) writeFileSync(join(folder, `cpro.${shell}`), (await cpro(["completion", shell])).out);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is typed, then what the Tab key makes of it. */
const completions: [typed: string, shown: string | RegExp][] = [
  ["cpro val", "cpro validate"],
  ["cpro funding --compare-l", "cpro funding --compare-lectures"],
  ["cpro validate --format sar", "cpro validate --format sarif"],
  ["cpro validate --format=jun", "cpro validate --format=junit"],
  ["cpro explain contrat-trois", "cpro explain contrat-trois-modalites"],
  ["cpro validate --date 2025-06-30 mon", /cpro validate --date 2025-06-30 mon\\ dossier/],
  ["cpro progress --output rés", "cpro progress --output résultat.json"],
  ["cpro help dash", "cpro help dashboard"],
  ["cpro completion powe", "cpro completion powershell"],
];

function interactive(shell: string, start: string[], load: string): void {
  describe.skipIf(!hasTmux || !hasProgram(shell))(`${shell}, dans un vrai terminal`, () => {
    let terminal: Terminal;
    beforeAll(async () => {
      terminal = openTerminal(start, { cwd: folder, env });
      terminal.type(`PS1='> '; ${load}; clear; echo pr""êt`);
      terminal.press("Enter");
      await terminal.until("prêt");
    });
    afterAll(() => terminal.close());

    it.each(completions)("complète « %s »", async (typed, shown) => {
      terminal.type(typed);
      await terminal.until(typed);
      terminal.press("Tab");
      await terminal.until(shown);
      terminal.press("C-c");
      // An empty prompt: what is typed before it comes would be lost.
      await terminal.until(/^>\s*$/m);
    });
  });
}

interactive("bash", ["bash", "--norc", "--noprofile"], 'eval "$(cpro completion bash)"');
interactive("zsh", ["zsh", "-f"], "autoload -U compinit; compinit -u; source <(cpro completion zsh)");

describe.skipIf(!hasProgram("fish"))("fish", () => {
  it.each(completions)("complète « %s »", async (typed, shown) => {
    const script = `source cpro.fish; complete -C '${typed}'`;
    const { stdout } = await execa("fish", ["-c", script], { cwd: folder, env });
    const words = stdout.split("\n").map((line) => line.split("\t")[0]);
    const last = typed.slice(typed.lastIndexOf(" ") + 1);
    const expected = typeof shown === "string" ? shown.slice(shown.lastIndexOf(" ") + 1) : "mon dossier/";
    expect(words, `${last} → ${stdout}`).toContain(expected);
  });
});

describe("tous les scripts de complétion", () => {
  it("connaissent chaque commande et chaque option que l'aide montre", async () => {
    const scripts = shells.map((shell) => readFileSync(join(folder, `cpro.${shell}`), "utf8"));
    const commands = [...(await cpro(["--help"])).out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(commands).toContain("dashboard");
    for (const command of commands.filter((name) => name !== "help")) {
      const options = [...(await cpro([command, "--help"])).out.matchAll(/^ {2}.*?--([a-z-]+)/gm)].map(([, name = ""]) => name);
      expect(options).toContain("help");
      for (const [rank, script] of scripts.entries()) {
        expect(script, shells[rank]).toContain(command);
        for (const option of options) expect(script, `${shells[rank]} ${command} ${option}`).toMatch(new RegExp(`(--| -l )${option}\\b`));
      }
    }
  });

  it.each([
    ["bash", ["-n"]],
    ["zsh", ["-n"]],
    ["fish", ["--no-execute"]],
  ])("%s lit le sien sans faute", async (shell, args) => {
    if (!hasProgram(shell)) return;
    expect((await execa(shell, [...args, join(folder, `cpro.${shell}`)], { reject: false })).stderr).toBe("");
  });

  it("refuse un interpréteur inconnu, et dit lesquels le sont", async () => {
    const { code, err } = await cpro(["completion", "tcsh"]);
    expect(code).toBe(2);
    expect(err).toContain("on attend bash, zsh, fish, powershell");
  });
});
