import { describe, expect, it } from "vitest";
import { progressFilters } from "../../src/commands/options/progress.ts";

const within = progressFilters().find(({ long }) => long === "--within");
const jusquau = (texte: string, date: string) => within?.parseArg?.<((date: string) => string) | undefined>(texte, undefined)?.(date);

describe("--within", () => {
  it.each([
    ["30d", "2025-01-31", "2025-03-02"],
    ["30j", "2024-01-30", "2024-02-29"],
    ["0d", "2025-01-31", "2025-01-31"],
    ["2w", "2025-02-20", "2025-03-06"],
    ["1m", "2025-01-31", "2025-02-28"],
  ])("%s à compter du %s : jusqu'au %s", (texte, date, jour) => {
    expect(jusquau(texte, date)).toBe(jour);
  });

  it.each(["30", "d", "-3d", "3 d", "1y", "99999d"])("« %s » n'est pas une durée", (texte) => {
    expect(() => jusquau(texte, "2025-01-31")).toThrow("n'est pas une durée");
  });
});
