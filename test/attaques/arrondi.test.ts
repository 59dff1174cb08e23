import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { attaquer } from "./attaque.ts";
import { atelier, ranger } from "./chaines.ts";
import { engendrer, paraitre } from "./parutions.ts";
import type { Publie } from "./tables.ts";

// One method after the other.

afterAll(ranger);

test.skipIf(!process.env.CPRO_ATTAQUE).each([50, 300, 600])(
  "%i parcours, un semestre arrondi après un semestre masqué : rien ne se retrouve exactement",
  async (nombre) => {
    const source = await engendrer(join(atelier(), `d-${nombre}`), nombre, 9);
    const dossier = join(atelier(), `p-${nombre}`);
    const un = await paraitre(source, { dossier, semestre: "2025-S1" });
    const deux = await paraitre(source, { dossier, semestre: "2025-S2", options: ["--secret", "arrondi", "--previous", un.releve] });
    expect(un.code, un.err).toBe(0);
    expect([0, 2], deux.err).toContain(deux.code);
    if (deux.publie === undefined) return;
    const publies = [un.publie as Publie, deux.publie];
    const bilan = await attaquer({ publie: { publies }, vrai: { publies: [un.vrai, deux.vrai] }, arrondi: true });
    expect(bilan).toMatchObject({ exactes: [], doutes: [] });
  },
);
