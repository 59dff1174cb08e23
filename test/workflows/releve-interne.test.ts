import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diffusionDe } from "../../src/dashboard/index.ts";
import { makeDashboard } from "../../src/workflows/dashboard/index.ts";
import { root } from "../cli/run.ts";
import { silentIo } from "../cli/silent-io.ts";

let dossier: string;
let releve: string;
const notes: string[] = [];
const io = { ...silentIo, note: (texte: string) => void notes.push(texte) };
const quand = { semester: "2025-S1", format: "json", date: "2025-07-10" } as const;

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-interne-"));
  releve = join(dossier, "avant.diffusion.json");
  const avant = { ...quand, semester: "2024-S2", date: "2025-01-10", diffusion: "interne" } as const;
  const { report } = await makeDashboard([`${root}fixtures/geiq-epe`], avant, silentIo);
  writeFileSync(releve, JSON.stringify(diffusionDe(report, { nom: "avant.xlsx", sha256: "0".repeat(64) }, [])));
});
afterAll(() => rmSync(dossier, { recursive: true }));

test("le relevé d'une diffusion interne n'entre dans rien de ce qui est publié, et on le dit", async () => {
  const options = { ...quand, diffusion: "publique", previous: [releve] } as const;
  const { report, precedents } = await makeDashboard([`${root}fixtures/geiq-epe`], options, io);
  expect(report.secret).toBeDefined();
  expect(report.graphiques.flatMap(({ categories }) => categories)).not.toContain("2024-S2");
  expect(precedents).toEqual([]);
  expect(notes.join("\n")).toMatch(/2024-S2 est celui d'une diffusion interne.*laissé de côté/);
});

test("il sert à une diffusion interne", async () => {
  const options = { ...quand, diffusion: "interne", previous: [releve] } as const;
  const { report } = await makeDashboard([`${root}fixtures/geiq-epe`], options, silentIo);
  expect(report.graphiques.flatMap(({ categories }) => categories)).toContain("2024-S2");
});
