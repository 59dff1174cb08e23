import { describe, expect, test } from "vitest";
import type { Precedent } from "../../src/dashboard/index.ts";
import { couts, foule } from "../dashboard/dossier.ts";
import { fuites, montantsTrahis, type Publie, petits } from "./attaquant.ts";
import { secretsDesMontants } from "./contributions.ts";
import { paraitre } from "./publier.ts";

const ete = { semestre: "2025-S1", date: "2025-07-10" };

describe("l'attaque des fichiers publiés, par programmes linéaires", () => {
  test.each([5, 50, 500])("sur %i parcours, aucun effectif de 1 à 4 n'est connu à moins de quatre près", async (nombre) => {
    const { publie, vrai } = await paraitre(foule(nombre, nombre), ete);
    expect(petits([vrai]).size).toBeGreaterThan(20);
    expect(await fuites([publie], [vrai])).toEqual([]);
  });

  test("elle sait trouver : un seul petit effectif remis dans le fichier est vu, et une marge de trop aussi", async () => {
    const { publie, vrai } = await paraitre(foule(50, 50), ete);
    const [table] = publie.tables;
    const [vraie] = vrai.tables;
    const rang = vraie?.cellules.findIndex(({ valeur }) => valeur !== null && valeur > 0 && valeur < 5) ?? -1;
    const cellule = table?.cellules[rang];
    expect(cellule?.valeur).toBeNull();
    if (cellule !== undefined) cellule.valeur = vraie?.cellules[rang]?.valeur ?? null;
    expect(await fuites([publie], [vrai])).not.toEqual([]);
  });
});

describe("l'attaque par le sens des mots", () => {
  test("qui est resté dans l'entreprise a un contrat : l'issue publiée ne dit pas combien", async () => {
    const { publie, vrai } = await paraitre(foule(80, 2), ete);
    const restes = (un: Publie): (number | null)[] =>
      un.tables.flatMap(({ id, cellules }) =>
        id === "B6" ? cellules.flatMap(({ codes, valeur }) => (codes.meme_entreprise === "oui" ? [valeur] : [])) : [],
      );
    expect(restes(vrai)).toContain(2);
    expect(restes(publie)).not.toContain(2);
    expect(await fuites([publie], [vrai])).toEqual([]);
  });
});

describe("une somme et une moyenne publiées ensemble", () => {
  const conclusAvant = (donnees: ReturnType<typeof foule>, fin: string): string[] =>
    donnees.flatMap(({ contrat }, rang) => ((contrat?.conclu_le ?? "9") <= fin ? [`${rang}.yaml`] : []));

  test.each([
    [12, 0],
    [50, 3],
    [100, 2],
  ])(
    "sur %i parcours dont %i ne sont pas éligibles, ne donnent ni le montant de quelques-uns ni leur nombre, par programmes linéaires",
    async (nombre, autres) => {
      const donnees = foule(nombre, nombre);
      const ecartes = new Map(
        conclusAvant(donnees, "2025-06-30")
          .slice(0, autres)
          .map((fichier) => [fichier, ["exemple"]]),
      );
      const { publie, vrai } = await paraitre(donnees, ete, [], ecartes);
      const secrets = secretsDesMontants(donnees, [ete], ecartes);
      expect(secrets.montants.size).toBeGreaterThan(5);
      expect(await montantsTrahis([publie], secrets)).toEqual([]);
      // With nothing hidden, it finds them.
      expect((await montantsTrahis([vrai], secrets)).length).toBeGreaterThan(secrets.montants.size / 2);
    },
  );

  test("deux semestres ne les donnent pas davantage", async () => {
    const donnees = foule(60, 1);
    const hiver = { semestre: "2024-S2", date: "2025-01-10" };
    const premier = await paraitre(donnees, hiver);
    const second = await paraitre(donnees, ete, [premier.precedent]);
    expect(await montantsTrahis([premier.publie, second.publie], secretsDesMontants(donnees, [hiver, ete]))).toEqual([]);
  });

  /** The contracts left out of the funding tables, by a division and a subtraction; nothing when a number is missing. */
  function ineligibles({ tables }: Publie): number[] {
    const lire = (id: string, mesure: string): number | null | undefined =>
      tables
        .find((table) => table.id === id)
        ?.cellules.find((une) => une.mesure === mesure && Object.values(une.codes).every((code) => code === "ensemble"))?.valeur;
    return ["semestre", "cumul"].flatMap((mesure) => {
      const [somme, moyenne, contrats] = [lire("F2.depense", mesure), lire("F1.cout", mesure), lire("C1", mesure)];
      return somme && moyenne && typeof contrats === "number" ? [contrats - Math.round(somme / moyenne)] : [];
    });
  }

  test.each([2, 40])("ne disent pas que %i parcours ne sont pas éligibles, s'ils sont de 1 à 4", async (nombre) => {
    const donnees = foule(300, 3);
    const ecartes = new Map(
      conclusAvant(donnees, "2025-06-30")
        .slice(0, nombre)
        .map((fichier) => [fichier, ["exemple"]]),
    );
    const { publie, vrai } = await paraitre(donnees, ete, [], ecartes);
    expect(ineligibles(vrai)).toContain(nombre);
    expect(ineligibles(publie).filter((autres) => autres > 0 && autres < 5)).toEqual([]);
    if (nombre === 40) expect(ineligibles(publie)).toContain(40);
  });
});

describe("les plafonds de la loi, quand presque tous les parcours y sont", () => {
  /** Each component at its ceiling, but for one euro in a hundred. */
  const auxPlafonds = (nombre: number): ReturnType<typeof couts> =>
    new Map(
      [...couts(nombre)].map(([fichier, cout], rang) => {
        const retenu = rang % 100 === 0 ? 99_900 : 100_000;
        const composantes = { ...cout.composantes, conception_coordination: { depense: retenu, retenu } };
        const coutReel = cout.coutReel - cout.composantes.conception_coordination.depense + retenu;
        return [fichier, { ...cout, coutReel, composantes }];
      }),
    );

  /** The parcours that are not eligible, at most, for who divides what is kept by its ceiling. */
  const autresAuPlus = ({ tables }: Publie, mesure: string): number => {
    const lire = (id: string, codes: string): number | null | undefined =>
      tables.find((table) => table.id === id)?.cellules.find((une) => une.mesure === mesure && Object.values(une.codes).join(" ") === codes)
        ?.valeur;
    const [contrats, retenu] = [lire("C1", "ensemble ensemble"), lire("F2.retenu", "conception_coordination")];
    return typeof contrats === "number" && typeof retenu === "number" ? contrats - Math.ceil(retenu / 1000) : Number.POSITIVE_INFINITY;
  };

  test.each([2, 40])("les montants retenus ne disent pas que %i parcours ne sont pas éligibles, s'ils sont de 1 à 4", async (nombre) => {
    const donnees = foule(300, 3);
    const conclus = donnees.flatMap(({ contrat }, rang) => ((contrat?.conclu_le ?? "9") <= "2025-06-30" ? [`${rang}.yaml`] : []));
    const ecartes = new Map(conclus.slice(0, nombre).map((fichier) => [fichier, ["exemple"]]));
    const { publie, vrai } = await paraitre(donnees, ete, [], ecartes, auxPlafonds(300));
    expect(autresAuPlus(vrai, "cumul")).toBe(nombre);
    expect(autresAuPlus(publie, "cumul")).toBe(nombre === 2 ? Number.POSITIVE_INFINITY : nombre);
    const retenus = publie.tables.find(({ id }) => id === "F2.retenu")?.cellules.filter(({ secret }) => secret);
    expect(retenus?.length).toBe(nombre === 2 ? 14 : 0);
  });

  test("deux semestres ne le disent pas davantage", async () => {
    const donnees = foule(300, 3);
    const hiver = { semestre: "2024-S2", date: "2025-01-10" };
    const tardifs = donnees.flatMap(({ contrat }, rang) => (/^2025-0[1-6]/.test(contrat?.conclu_le ?? "") ? [`${rang}.yaml`] : []));
    const ecartes = new Map(tardifs.slice(0, 3).map((fichier) => [fichier, ["exemple"]]));
    const premier = await paraitre(donnees, hiver, [], ecartes, auxPlafonds(300));
    const second = await paraitre(donnees, ete, [premier.precedent], ecartes, auxPlafonds(300));
    expect(autresAuPlus(premier.publie, "cumul")).toBe(0);
    expect(autresAuPlus(second.vrai, "cumul")).toBe(3);
    expect(await fuites([premier.publie, second.publie], [premier.vrai, second.vrai])).toEqual([]);
    expect(autresAuPlus(second.publie, "cumul")).toBe(Number.POSITIVE_INFINITY);
  });
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

  // The others take minutes: CPRO_ATTAQUE=1 npx vitest run test/disclosure/publication.test.ts
  test.each(process.env.CPRO_ATTAQUE ? [12, 20, 50, 500, 1500, 5000] : [800])(
    "six tableaux de bord de %i parcours, attaqués ensemble, ne donnent aucun petit effectif ni aucune petite hausse",
    async (nombre) => {
      const donnees = foule(nombre, 1);
      const precedents: Precedent[] = [];
      const publies: Publie[] = [];
      const vrais: Publie[] = [];
      for (const quand of semestres) {
        const { publie, vrai, precedent } = await paraitre(donnees, quand, precedents);
        precedents.push(precedent);
        publies.push(publie);
        vrais.push(vrai);
      }
      expect(petits(vrais).size).toBeGreaterThan(100);
      expect(await fuites(publies, vrais)).toEqual([]);
      // With so few, the last half-years can only be published without saying where nobody came.
      if (nombre <= 20) expect(publies.at(-1)?.secret.zeros_masques ?? []).not.toEqual([]);
    },
    3_600_000,
  );

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
  });

  test("republié après la correction d'un sexe, aucun effectif montré ne diffère de 1 à 4 de celui qui l'était", async () => {
    const avant = foule(300, 9);
    const premier = await paraitre(avant, ete);
    const conclu = avant.findIndex(({ contrat }) => (contrat?.conclu_le ?? "9") < "2024-01-01");
    const corrige = avant.map((un, rang) =>
      rang === conclu
        ? { ...un, beneficiaire: { ...un.beneficiaire, sexe: un.beneficiaire.sexe === "femme" ? ("homme" as const) : ("femme" as const) } }
        : un,
    );
    const second = await paraitre(corrige, ete, [premier.precedent]);
    const effectifs = ({ tables }: Publie): Map<string, number | null> =>
      new Map(
        tables.flatMap(({ id, cellules }) =>
          id.startsWith("F") || id === "C4.heures" ? [] : cellules.map((une) => [JSON.stringify([id, une.mesure, une.codes]), une.valeur]),
        ),
      );
    const ecarts = (de: Publie, a: Publie): number[] => {
      const anciens = effectifs(de);
      return [...effectifs(a)].flatMap(([cle, valeur]) => {
        const ancien = anciens.get(cle);
        return typeof ancien === "number" && typeof valeur === "number" ? [Math.abs(valeur - ancien)] : [];
      });
    };
    expect(ecarts(premier.vrai, second.vrai)).toContain(1);
    expect(ecarts(premier.publie, second.publie).filter((ecart) => ecart > 0 && ecart < 5)).toEqual([]);
  });

  test("republié à l'identique, le tableau de bord est le même", async () => {
    const donnees = foule(100, 4);
    const premier = await paraitre(donnees, ete);
    const second = await paraitre(donnees, ete, [premier.precedent]);
    expect(second.publie).toEqual(premier.publie);
  });
});
