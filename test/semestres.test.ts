import { describe, expect, it } from "vitest";
import { lireSemestre, semestreDe, semestresEntre } from "../src/words/semestres.ts";

describe("les semestres civils", () => {
  it("se lisent sur la ligne de commande et dans les fichiers", () => {
    expect(lireSemestre("2025-S2")).toEqual({ id: "2025-S2", debut: "2025-07-01", fin: "2025-12-31", libelle: "2nd semestre 2025" });
    expect(() => lireSemestre("2025-S3")).toThrow("« 2025-S3 » n'est pas un semestre.");
  });

  it("vont du 1er janvier au 30 juin et du 1er juillet au 31 décembre", () => {
    expect(["2024-01-01", "2024-06-30", "2024-07-01", "2024-12-31"].map((jour) => semestreDe(jour).id)).toEqual([
      "2024-S1",
      "2024-S1",
      "2024-S2",
      "2024-S2",
    ]);
  });

  it("se suivent d'un jour à l'autre, les deux bouts compris", () => {
    expect(semestresEntre("2024-08-26", "2025-12-31").map(({ id }) => id)).toEqual(["2024-S2", "2025-S1", "2025-S2"]);
    expect(semestresEntre("2024-08-26", "2024-08-26").map(({ id }) => id)).toEqual(["2024-S2"]);
  });
});
