import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cpro, root } from "./run.ts";

// A loader hook that prints each module as it is loaded; CommonJS ones pass through it too when an import leads to them.
const hook = join(tmpdir(), `cpro-modules-${process.pid}.mjs`);
writeFileSync(
  hook,
  `import { register } from "node:module";
import { writeSync } from "node:fs";
if (process.env.CPRO_HOOK !== "1") register(import.meta.url, { data: null });
export async function load(url, context, next) { writeSync(2, "MODULE " + url + "\\n"); return next(url, context); }
`,
);

/** The modules that a run loads, node's own apart, as paths from the project's root. */
async function modules(args: string[]): Promise<string[]> {
  const { code, err } = await cpro(args, { nodeOptions: ["--import", hook] });
  expect(code).toBe(0);
  const urls = [...err.matchAll(/^MODULE file:\/\/(.*)$/gm)].map(([, path = ""]) => path.replace(root, ""));
  return urls.filter((path) => path !== hook);
}

describe("le démarrage", () => {
  it.each([[["--help"]], [["validate", "fixtures/geiq-epe/fiche.yaml", "--date", "2025-06-30"]]])(
    "%j ne charge aucun paquet hors du programme lui-même",
    async (args) => {
      const loaded = await modules(args);
      expect(loaded).toContain("dist/cli.js");
      expect(loaded.filter((path) => path.includes("node_modules"))).toEqual([]);
    },
  );
});
