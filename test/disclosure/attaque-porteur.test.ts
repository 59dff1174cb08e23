import { describe, expect, test } from "vitest";
import type { Precedent } from "../../src/dashboard/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { foule } from "../dashboard/dossier.ts";
import { fuites, type Initie, type Publie } from "./attaquant.ts";
import { exact, paraitre } from "./publier.ts";

// A porteur attacks what is published with its own parcours: it knows each number of a région where it is alone, and the least of any other.

const departements = { "32": "02", "11": "75", "75": "33", "04": "974" };
type Region = keyof typeof departements;

/** Two porteurs are each alone in a région and somewhere else too, two others share the rest. */
const lieux: readonly (readonly [fiche: string, region: Region])[] = [
  ["SEUL-NORD", "32"],
  ["SEUL-NORD", "11"],
  ["SEUL-OUTRE-MER", "04"],
  ["SEUL-OUTRE-MER", "75"],
  ["A", "11"],
  ["B", "11"],
  ["A", "75"],
  ["B", "75"],
];

function repartis(nombre: number, graine: number, ou = lieux): Parcours[] {
  return foule(nombre, graine).map((un, rang) => {
    const [fiche, region] = ou[(rang * 7 + Math.floor(rang / 11)) % ou.length] ?? ["A", "11"];
    return { ...un, fiche, ...(un.entreprise && { entreprise: { ...un.entreprise, departement: departements[region] } }) };
  });
}

const ete = { semestre: "2025-S1", date: "2025-07-10", selon: "region" } as const;

/** What the porteur of a fiche knows of some publications. */
async function initie(
  donnees: readonly Parcours[],
  fiche: string,
  quand: readonly (typeof ete | typeof hiver)[],
  seul: Initie["seul"],
): Promise<Initie> {
  const siens = donnees.filter((un) => un.fiche === fiche);
  return { siens: await Promise.all(quand.map((un) => exact(siens, un))), seul };
}

const hiver = { semestre: "2024-S2", date: "2025-01-10", selon: "region" } as const;
const cellule = ({ tables }: Publie, id: string, mesure: string, region: string) =>
  tables.find((une) => une.id === id)?.cellules.find((une) => une.mesure === mesure && une.codes.region === region);

describe("un porteur seul dans sa région, qui attaque avec ses parcours ce qui est publié par région", () => {
  // Fewer take half a minute: CPRO_ATTAQUE=1 npx vitest run test/disclosure/attaque-porteur.test.ts
  test.each(
    process.env.CPRO_ATTAQUE
      ? [
          [40, 1],
          [200, 1],
        ]
      : [[200, 1]],
  )("sur %i parcours, n'apprend rien de ceux des autres", async (nombre, graine) => {
    const donnees = repartis(nombre, graine);
    const { publie, vrai, report } = await paraitre(donnees, ete);
    for (const [fiche, region] of [
      ["SEUL-NORD", "32"],
      ["SEUL-OUTRE-MER", "04"],
    ] as const) {
      expect(await fuites([publie], [vrai], await initie(donnees, fiche, [ete], [[region]]))).toEqual([]);
    }
    expect(JSON.stringify(report)).not.toMatch(/SEUL|insight/);
  });

  test("apprendrait de ce qui ne protège que des autres lecteurs", async () => {
    const donnees = repartis(90, 2);
    // The same parcours, as if no région were of one porteur.
    const [premier, ...autres] = donnees;
    const melees = [premier, ...autres].flatMap((un, rang) => (un === undefined ? [] : [{ ...un, fiche: `F${rang % 2}` }]));
    const { publie, vrai } = await paraitre(melees, ete);
    expect(await fuites([publie], [vrai])).toEqual([]);
    expect(await fuites([publie], [vrai], await initie(donnees, "SEUL-NORD", [ete], [["32"]]))).not.toEqual([]);
  });

  test("n'apprend rien non plus d'un semestre à l'autre, qu'il y soit encore seul ou non", async () => {
    const donnees = repartis(400, 5);
    const rejoint = donnees.map((un, rang) =>
      (un.contrat?.conclu_le ?? "") > "2025-01-01" && rang % 3 === 0
        ? { ...un, fiche: "REJOINT", ...(un.entreprise && { entreprise: { ...un.entreprise, departement: "02" } }) }
        : un,
    );
    const precedents: Precedent[] = [];
    const [publies, vrais]: [Publie[], Publie[]] = [[], []];
    for (const quand of [hiver, ete]) {
      const { publie, vrai, precedent } = await paraitre(rejoint, quand, precedents);
      precedents.push(precedent);
      publies.push(publie);
      vrais.push(vrai);
    }
    expect(cellule(vrais[0] as Publie, "T.C1", "cumul", "32")?.valeur).toBeGreaterThan(0);
    expect(await fuites(publies, vrais, await initie(rejoint, "SEUL-NORD", [hiver, ete], [["32"], []]))).toEqual([]);
    expect(await fuites(publies, vrais, await initie(rejoint, "SEUL-OUTRE-MER", [hiver, ete], [["04"], ["04"]]))).toEqual([]);
  });
});
