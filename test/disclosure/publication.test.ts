import { describe, expect, test } from "vitest";
import type { Precedent } from "../../src/dashboard/index.ts";
import { foule } from "../dashboard/dossier.ts";
import { fuites, type Publie, petits } from "./attaquant.ts";
import { paraitre } from "./publier.ts";

const ete = { semestre: "2025-S1", date: "2025-07-10" };

describe("l'attaque des fichiers publiés, par programmes linéaires", () => {
  test.each([5, 50, 500])(
    "sur %i parcours, aucun effectif de 1 à 4 n'est connu à moins de quatre près",
    async (nombre) => {
      const { publie, vrai } = await paraitre(foule(nombre, nombre), ete);
      expect(petits([vrai], 5).size).toBeGreaterThan(20);
      expect(await fuites([publie], [vrai], 5)).toEqual([]);
    },
    60_000,
  );

  test("elle sait trouver : un seul petit effectif remis dans le fichier est vu, et une marge de trop aussi", async () => {
    const { publie, vrai } = await paraitre(foule(50, 50), ete);
    const [table] = publie.tables;
    const [vraie] = vrai.tables;
    const rang = vraie?.cellules.findIndex(({ valeur }) => valeur !== null && valeur > 0 && valeur < 5) ?? -1;
    const cellule = table?.cellules[rang];
    expect(cellule?.valeur).toBeNull();
    if (cellule !== undefined) cellule.valeur = vraie?.cellules[rang]?.valeur ?? null;
    expect(await fuites([publie], [vrai], 5)).not.toEqual([]);
  }, 60_000);
});

describe("d'un semestre à l'autre", () => {
  const semestres = [
    { semestre: "2023-S2", date: "2024-01-10" },
    { semestre: "2024-S1", date: "2024-07-10" },
    { semestre: "2024-S2", date: "2025-01-10" },
    { semestre: "2025-S1", date: "2025-07-10" },
    { semestre: "2025-S2", date: "2026-01-10" },
    { semestre: "2026-S1", date: "2026-07-10" },
  ];

  test("six tableaux de bord d'une expérimentation qui grandit, attaqués ensemble, ne donnent aucun petit effectif ni aucune petite hausse", async () => {
    const donnees = foule(40, 6);
    const precedents: Precedent[] = [];
    const publies: Publie[] = [];
    const vrais: Publie[] = [];
    for (const quand of semestres) {
      const { publie, vrai, precedent } = await paraitre(donnees, quand, precedents);
      precedents.push(precedent);
      publies.push(publie);
      vrais.push(vrai);
    }
    expect(petits(vrais, 5).size).toBeGreaterThan(100);
    expect(await fuites(publies, vrais, 5)).toEqual([]);
  }, 400_000);

  test("republié après l'ajout de deux contrats, un total qui les montrerait par différence est masqué", async () => {
    const avant = foule(300, 9);
    const premier = await paraitre(avant, ete);
    const second = await paraitre(
      [...avant, ...foule(2, 9).map((un) => ({ ...un, contrat: avant[0]?.contrat }) as (typeof avant)[number])],
      ete,
      [premier.precedent],
    );
    const total = (publie: Publie, mesure: string): number | null | undefined =>
      publie.tables
        .find(({ id }) => id === "B1")
        ?.cellules.find((une) => une.mesure === mesure && une.codes.sexe === "ensemble" && une.codes.tranche_age === "ensemble")?.valeur;
    expect(total(premier.publie, "cumul")).toBe((total(second.vrai, "cumul") ?? 0) - 2);
    expect(total(second.publie, "cumul")).toBeNull();
  }, 60_000);

  test("republié à l'identique, le tableau de bord est le même", async () => {
    const donnees = foule(100, 4);
    const premier = await paraitre(donnees, ete);
    const second = await paraitre(donnees, ete, [premier.precedent]);
    expect(second.publie).toEqual(premier.publie);
  }, 60_000);
});
