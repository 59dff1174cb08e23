import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainCommand } from "../../src/commands/explain.ts";
import { fundingCommand } from "../../src/commands/funding.ts";
import { UserError } from "../../src/errors.ts";
import type { Io, Outcome } from "../../src/io.ts";
import { silentIo } from "../cli/silent-io.ts";

const geiq = "fixtures/geiq-epe";
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, " ");

/** A run of a command without a process: what it prints, notes and says of its end. */
async function run(make: (io: Io) => ReturnType<typeof fundingCommand>, ...args: string[]) {
  const said = { out: "", notes: [] as string[], ends: [] as Outcome[] };
  const command = make({
    ...silentIo,
    print: (text) => {
      said.out += text;
    },
    note: (text) => void said.notes.push(...[text].flat()),
    end: (outcome) => void said.ends.push(outcome),
    today: "2025-06-30",
    cacheFolder: tmpdir(),
    configFolder: tmpdir(),
  });
  await command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync(args, { from: "user" });
  return { ...said, out: plain(said.out) };
}
const funding = (...args: string[]) => run(fundingCommand, ...args);

describe("cpro funding", () => {
  it("suppose une autre fin de contrat sans toucher au fichier", async () => {
    const file = `${geiq}/parcours/EPE-002.yaml`;
    const before = readFileSync(file, "utf8");
    const { out, ends } = await funding(
      geiq,
      "--set",
      "EPE-002.contrat.fin=2024-12-31",
      "--set",
      "EPE-002.financement.depenses.1.montant=5000",
    );
    expect(out).toContain("EPE-002, contrat.fin : 2026-03-01 → 2024-12-31");
    // 6 000 × (3 + 30/31) / 12 = 1 983,87 de frais pédagogiques, 950 + 640 + 2 070 d'autres composantes.
    expect(out).toMatch(/^Forfait +8 970,00 +5 643,87 +-3 326,13$/m);
    expect(out).toContain("Total du dossier : 4 parcours sur 4");
    expect(ends).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("dit qu'un parcours devient non éligible", async () => {
    const { out, notes, ends } = await funding(geiq, "--set", "EPE-002.contrat.fin=2028-03-01");
    expect(out).toContain("Avant : éligible. Après : non éligible, hors du total.");
    expect(notes.join("\n")).toContain("1 parcours non éligible");
    expect(ends).toContain("problems");
  });

  it("dit ce que les règles reprochent au parcours supposé", async () => {
    const { notes } = await funding(geiq, "--set", "EPE-002.contrat.fin=2024-01-01");
    expect(notes.join("\n")).toMatch(/Avec ces changements : .*1er janvier 2024/);
  });

  it.each([
    ["EPE-002.contrat.fin=31/12/2025", /contrat\.fin : La date « 31\/12\/2025 » s'écrit année-mois-jour/],
    ["EPE-002.contrat.fn=2025-12-31", /La clé « fn » est inconnue/],
    ["EPE-999.contrat.fin=2025-12-31", /ne commence par l'identifiant d'aucun parcours/],
  ])("--set %s est refusé en français", async (set, message) => {
    await expect(funding(geiq, "--set", set)).rejects.toThrow(UserError);
    await expect(funding(geiq, "--set", set)).rejects.toThrow(message);
  });

  it("prévoit d'après une fiche projet seule, ou à la demande", async () => {
    const [seule, demandee] = await Promise.all([funding(`${geiq}/fiche.yaml`), funding(geiq, "--prevision")]);
    expect(seule.out).toContain("Prévision de la fiche HDF-GEIQ-EPE-2024");
    expect(seule.out).toMatch(/^Forfait +8 250,00 +41 250,00 +92,18 %$/m);
    expect(demandee.out).toBe(seule.out);
  });

  it("écrit le classeur dans un fichier, et n'en remplace aucun", async () => {
    const output = join(mkdtempSync(join(tmpdir(), "cpro-funding-")), "f.xlsx");
    const { out, notes } = await funding(geiq, "--format", "xlsx", "--output", output);
    expect([out, notes.at(-1)]).toEqual(["", `Écrit : ${output}`]);
    expect(existsSync(output)).toBe(true);
    await expect(funding(geiq, "--format", "xlsx", "--output", output)).rejects.toThrow(/existe déjà/);
  });

  it("refuse un classeur pour ce qui n'en a pas, et deux vues à la fois", async () => {
    await expect(funding(geiq, "--set", "EPE-002.contrat.fin=2025-12-31", "--format", "xlsx")).rejects.toThrow(/pas de classeur/);
    await expect(funding(geiq, "--by", "opco", "--explain")).rejects.toThrow(/cannot be used with/);
  });
});

describe("cpro explain --date", () => {
  it("donne la valeur du jour, et refuse en se nommant un jour d'avant la première", async () => {
    expect((await run(explainCommand, "plafond-annuel", "--date", "2024-09-01")).out).toContain("9 000 euros");
    await expect(run(explainCommand, "plafond-annuel", "--date", "2022-09-01")).rejects.toThrow(
      /plafond-annuel.*n'a pas de valeur au 1er septembre 2022 : la première vaut à partir du 28 mai 2023/,
    );
  });
});
