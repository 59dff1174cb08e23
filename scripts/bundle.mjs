// Bundles src/ into dist/. A bundle with shared chunks starts faster than loose modules; each command stays in a chunk
// of its own, and the heavy packages stay outside, loaded only by the command that needs them.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const root = new URL("../", import.meta.url).pathname;
await rm(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["src/cli.ts", "src/index.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  chunkNames: "chunks/[name]-[hash]",
  external: ["exceljs", "inquirer", "@duckdb/node-api", "cli-table3", "highs"],
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: "none",
  // What CommonJS packages expect to find around them, inside an ES module.
  banner: {
    js: [
      'import { createRequire as __createRequire } from "node:module";',
      'import { fileURLToPath as __fileURLToPath } from "node:url";',
      "const require = __createRequire(import.meta.url);",
      "const __filename = __fileURLToPath(import.meta.url);",
    ].join(" "),
  },
});
