import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";
import { hasProgram } from "../cli/terminal.ts";

describe.skipIf(!hasProgram("groff"))("la page de manuel, composée", () => {
  it("se lit sans avertissement, et montre chaque option avec ses accents", async () => {
    const { stdout, stderr } = await execa("groff", ["-K", "utf8", "-man", "-T", "utf8", "-ww", "-P", "-cbou", `${root}man/cpro.1`]);
    expect(stderr).toBe("");
    const commands = [...(await cpro(["--help"])).out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    for (const command of commands.filter((name) => name !== "help")) {
      expect(stdout).toMatch(new RegExp(`^ +${command}$`, "m"));
      const terms = [...(await cpro([command, "--help"])).out.matchAll(/^ {2}(-.*?) {2}/gm)].map(([, term = ""]) => term);
      for (const term of terms) expect(stdout).toContain(term);
    }
    expect(stdout).toContain("vérifier à nouveau");
  });
});
