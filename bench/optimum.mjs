// What `protect` hides in small two-way tables, against the fewest cells that any method could hide: the exact cell suppression
// problem as a whole-number program (Fischetti and Salazar), with a table of alternatives for each small count and each side.
// Usage: node bench/optimum.mjs [tables]
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import load from "highs";

const root = fileURLToPath(new URL("../", import.meta.url));
const thresholds = { persons: 5, enterprises: 3, dominance: 0.85 };
const shapes = [
  [4, 4],
  [4, 5],
  [5, 5],
  [4, 7],
  [5, 6],
  [6, 6],
  [7, 7],
];

const folder = mkdtempSync(join(root, "bench", ".optimum-"));
const outfile = join(folder, "disclosure.mjs");
await build({
  entryPoints: [join(root, "src/disclosure/index.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  external: ["highs"],
  logLevel: "error",
});
const { protect } = await import(outfile);
rmSync(folder, { recursive: true, force: true });
const highs = await load({ print: () => undefined, printErr: () => undefined });

const rows = [];
for (let index = 0; index < Number(process.argv[2] ?? 14); index += 1) {
  const [height, width] = shapes[index % shapes.length];
  const system = twoWay(table(height, width, index + 1));
  const small = system.variables.filter(({ total }) => total > 0 && total < thresholds.persons);
  const begun = performance.now();
  const { hidden } = await protect(system, thresholds);
  const spent = performance.now() - begun;
  const { least, proved, seconds } = fewest(system, small);
  rows.push({
    table: `${height} × ${width}`,
    small: small.length,
    hidden: hidden.size,
    fewest: least,
    proved,
    ms: Math.round(spent),
    "MIP s": Number(seconds.toFixed(1)),
  });
}
console.table(rows);
const sum = (name) => rows.filter(({ proved }) => proved).reduce((total, row) => total + row[name], 0);
const [all, best, first] = [sum("hidden"), sum("fewest"), sum("small")];
console.log(
  `hidden ${all}, fewest possible ${best}: ratio ${(all / best).toFixed(3)}; besides the small counts, ${all - first} against ${best - first}`,
);

/** Counts as dashboards have them: a few large, many small, some zeros. */
function table(height, width, seed) {
  const random = mulberry(seed);
  return Array.from({ length: height }, () =>
    Array.from({ length: width }, () => (random() < 0.12 ? 0 : Math.floor(Math.exp(random() * 4.2)))),
  );
}

/** The table with its margins, as the secrecy takes it. */
function twoWay(lines) {
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const columns = lines[0].map((_, c) => c);
  const variable = (key, total, usefulness) => ({
    key,
    kind: "persons",
    total,
    persons: total,
    contributors: 0,
    enterprises: 0,
    largest: 0,
    unpublished: false,
    usefulness,
  });
  const variables = [
    ...lines.flatMap((line, r) => line.map((total, c) => variable(`r${r}c${c}`, total, 2))),
    ...lines.map((line, r) => variable(`r${r}`, sum(line), 6)),
    ...columns.map((c) => variable(`c${c}`, sum(lines.map((line) => line[c])), 6)),
    variable("T", sum(lines.map(sum)), 10),
  ];
  const relations = [
    ...lines.map((line, r) => ({ left: [`r${r}`], right: line.map((_, c) => `r${r}c${c}`) })),
    ...columns.map((c) => ({ left: [`c${c}`], right: lines.map((_, r) => `r${r}c${c}`) })),
    { left: ["T"], right: lines.map((_, r) => `r${r}`) },
    { left: ["T"], right: columns.map((c) => `c${c}`) },
  ];
  return { variables, relations };
}

/** The fewest cells to hide so that each small count could reach the threshold, its extremes the threshold less one apart. */
function fewest({ variables, relations }, small) {
  const { persons } = thresholds;
  const cells = variables.filter(({ total }) => total > 0);
  const at = new Map(cells.map(({ key }, index) => [key, index]));
  const model = highs.createModel();
  model.options.set({ output_flag: false, time_limit: 120, mip_abs_gap: 0.9, random_seed: 1 });
  const row = (lower, upper, terms) =>
    model.addRow(lower, upper, { indices: terms.map(([column]) => column), values: terms.map(([, value]) => value) });
  const primary = new Set(small.map(({ key }) => key));
  cells.forEach(({ key }, column) => {
    model.addVar(primary.has(key) ? 1 : 0, 1);
    model.changeColCost(column, 1);
  });
  let next = cells.length;
  /** An alternative table: what it adds to a cell is up − down, and only hidden cells move. */
  const alternative = () => {
    const first = next;
    cells.forEach(({ total }, cell) => {
      const most = 2 * persons;
      model.addVar(0, most);
      model.addVar(0, total - 1);
      row(-highs.infinity, 0, [
        [first + 2 * cell, 1],
        [cell, -most],
      ]);
      row(-highs.infinity, 0, [
        [first + 2 * cell + 1, 1],
        [cell, 1 - total],
      ]);
    });
    next += 2 * cells.length;
    const moves = (key, sign) =>
      at.has(key)
        ? [
            [first + 2 * at.get(key), sign],
            [first + 2 * at.get(key) + 1, -sign],
          ]
        : [];
    for (const { left, right } of relations)
      row(0, 0, [...left.flatMap((key) => moves(key, 1)), ...right.flatMap((key) => moves(key, -1))]);
    return (key, sign) => moves(key, sign);
  };
  for (const { key, total } of small) {
    const [high, low] = [alternative(), alternative()];
    row(persons - total, highs.infinity, high(key, 1));
    row(persons - 1, highs.infinity, [...high(key, 1), ...low(key, -1)]);
  }
  const { integer } = highs.constants.variableType;
  model.changeColsIntegrality({ kind: "range", from: 0, to: cells.length - 1 }, new Int32Array(cells.length).fill(integer));
  const begun = performance.now();
  const { modelStatus } = model.run();
  const x = model.getSolution().colValue.slice(0, cells.length);
  model.dispose();
  return {
    least: Math.round(x.reduce((a, b) => a + b, 0)),
    proved: modelStatus === highs.constants.modelStatus.optimal,
    seconds: (performance.now() - begun) / 1000,
  };
}

/** Numbers between 0 and 1, always the same for a seed. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
