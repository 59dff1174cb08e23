import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Documents are opened by a real office suite and the real command line is started: seconds, not milliseconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Every core: vitest keeps one for itself, which on two cores is half of them.
    maxWorkers: "100%",
    env: { NO_COLOR: "1" },
  },
});
