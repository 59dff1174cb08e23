import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { atelier, ranger } from "./chaines.ts";
import { engendrer, paraitre } from "./parutions.ts";

// The same numbers masked in one file and rounded in another would say more than either.

afterAll(ranger);

test("un semestre déjà publié par une méthode ne l'est pas par l'autre", async () => {
  const source = await engendrer(join(atelier(), "d-deux"), 50, 10);
  for (const [premiere, seconde] of [
    ["suppression", "arrondi"],
    ["arrondi", "suppression"],
  ] as const) {
    const avant = await paraitre(source, { dossier: join(atelier(), premiere), semestre: "2025-S1", options: ["--secret", premiere] });
    const options = ["--secret", seconde, "--previous", avant.releve];
    const apres = await paraitre(source, { dossier: join(atelier(), `${premiere}-${seconde}`), semestre: "2025-S1", options });
    expect([avant.code, apres.code], apres.err).toEqual([0, 2]);
    expect(apres.publie).toBeUndefined();
    expect(apres.err).toMatch(/^→ /m);
  }
});
