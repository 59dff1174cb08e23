import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { attaquer } from "./attaque.ts";
import { atelier, ranger, rien } from "./chaines.ts";
import { engendrer, type Parution, paraitre, porteursDe } from "./parutions.ts";
import type { Publie } from "./tables.ts";

// Others publish too: porteurs' own dashboards are taken off everybody's.

afterAll(ranger);

const semestre = "2025-S2";
const cas: [nombre: number, combien: number, coupe: string[]][] = process.env.CPRO_ATTAQUE
  ? [
      [50, 1, []],
      [300, 3, []],
      [300, 9, ["--by", "region"]],
      [600, 3, ["--by", "region"]],
      [600, 9, []],
    ]
  : [[50, 1, []]];

const sorties = (parutions: readonly Parution[]): { publies: Publie[] }[] =>
  parutions.flatMap(({ publie }) => (publie ? [{ publies: [publie] }] : []));

describe("des porteurs publient les leurs, et --connus le sait", () => {
  test.each(cas)(
    "%i parcours, %i porteurs %j : aucun petit effectif de tous, ni des autres, ne se retrouve",
    async (nombre, combien, coupe) => {
      const source = await engendrer(join(atelier(), `d-${nombre}-${combien}`), nombre, 7);
      const leurs: Parution[] = [];
      for (const [rang, porteur] of porteursDe(source).slice(0, combien).entries())
        leurs.push(await paraitre(porteur, { dossier: join(atelier(), `p-${nombre}-${combien}-${rang}`), semestre }));
      const publiees = leurs.filter(({ publie }) => publie !== undefined);
      const options = publiees.map(({ releve }) => `--connus=${releve}`);
      const tous = await paraitre(source, { dossier: join(atelier(), `tous-${nombre}-${combien}`), semestre, options, coupe });
      expect(tous.err).not.toMatch(/L'option .* n'existe pas/);
      expect([0, 2], tous.err).toContain(tous.code);
      if (tous.publie === undefined) return;
      const bilan = await attaquer({
        publie: { publies: [tous.publie] },
        vrai: { publies: [tous.vrai] },
        autres: sorties(publiees),
        vraisAutres: publiees.map(({ vrai }) => ({ publies: [vrai] })),
      });
      expect(bilan).toMatchObject(rien);
      expect(bilan.secrets).toBeGreaterThan(50);
    },
  );
});
