import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { attaquer } from "./attaque.ts";
import { atelier, ranger, rien } from "./chaines.ts";
import { engendrer, paraitre, porteursDe, verite } from "./parutions.ts";
import type { Publie } from "./tables.ts";

// A porteur reads what is published with its own rows in hand.

afterAll(ranger);

const semestre = "2025-S2";

describe("un porteur ordinaire retranche ses propres lignes, avec --inites tous", () => {
  test.each(process.env.CPRO_ATTAQUE ? [50, 300, 600] : [50])(
    "%i parcours : aucun ne retrouve un petit effectif où d'autres sont aussi",
    async (nombre) => {
      const source = await engendrer(join(atelier(), `i-${nombre}`), nombre, 8);
      const tous = await paraitre(source, { dossier: join(atelier(), `it-${nombre}`), semestre, options: ["--inites", "tous"] });
      expect(tous.code, tous.err).toBe(0);
      const porteurs = porteursDe(source);
      for (const porteur of process.env.CPRO_ATTAQUE ? porteurs : porteurs.slice(0, 3)) {
        const sait = await verite(porteur, semestre);
        const bilan = await attaquer({ publie: { publies: [tous.publie as Publie] }, vrai: { publies: [tous.vrai] }, sait });
        expect(bilan, porteur).toMatchObject(rien);
      }
    },
  );
});
