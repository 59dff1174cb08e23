import { beforeAll, describe, expect, test } from "vitest";
import { diffusionDe, lireSemestre, type Precedent } from "../../src/dashboard/index.ts";
import { thresholdsAt } from "../../src/disclosure/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { adviceJson } from "../../src/render/dashboard/advice/json.ts";
import { adviceTable } from "../../src/render/dashboard/advice/table.ts";
import { makeAdvice } from "../../src/secrecy/advice/index.ts";
import { type Conseil, computeDashboard } from "../../src/secrecy/index.ts";
import { publishSuppressed } from "../../src/secrecy/suppression.ts";
import { dispositif } from "../dashboard/bilan.ts";
import { couts, documents, fichesDe, parcours } from "../dashboard/dossier.ts";

const date = "2025-07-10";
const secret = thresholdsAt(date);

interface Cas {
  fichiers?: ReturnType<typeof documents>;
  precedents?: Precedent[];
  groupes?: true;
  notes?: string[];
}

function source(donnees: readonly Parcours[], fichiers = documents(donnees)) {
  const commun = { ineligibles: new Map<string, string[]>(), couts: couts(donnees.length) };
  return {
    ...commun,
    dispositif,
    dossier: { fiches: fichesDe(fichiers.map(({ data }) => data)), parcours: fichiers },
    semestre: lireSemestre("2025-S1"),
    date,
  };
}

function conseiller(donnees: readonly Parcours[], { fichiers, precedents = [], groupes, notes = [] }: Cas = {}): Promise<Conseil> {
  return makeAdvice(source(donnees, fichiers), { ...secret, ...(groupes && { groupes }) }, precedents, {
    commence: () => undefined,
    essaie: (essayes, compares) => void notes.push(`${essayes} essayés parmi ${compares}`),
  });
}

/** Women of these ages at the conclusion, each in an enterprise of her own, the contract concluded on a day. */
function femmes(ages: readonly number[], conclu = "2025-02-03", premiere = 100): Parcours[] {
  return ages.map((age, rang) =>
    parcours({
      beneficiaire: { date_naissance: `${Number(conclu.slice(0, 4)) - age}-01-01` },
      entreprise: { siret: `900000${premiere + rang}00012` },
      contrat: { conclu_le: conclu, debut: conclu, fin: "2026-02-09" },
    }),
  );
}

const repeter = (nombre: number, age: number): number[] => Array.from({ length: nombre }, () => age);
const noms = ({ conseils }: Conseil): string[] =>
  conseils.map(({ regroupement: { reunions } }) => reunions.map(({ dimension, codes }) => `${dimension} ${codes.join(" ")}`).join(", "));
const commandes = { keep: "garder", publish: "publier" };

describe("deux tranches de 3 et 4 personnes", () => {
  // Hidden: two bands, for women and for all, in the half-year and since the beginning. As one they make 7, shown 4 times.
  const petites = femmes([...repeter(3, 19), ...repeter(4, 23), ...repeter(20, 32), ...repeter(20, 47)]);

  const notes: string[] = [];
  let conseil: Conseil;
  beforeAll(async () => {
    conseil = await conseiller(petites, { notes });
  });

  test("réunies, elles se montrent, et rien d'autre ne se gagne", () => {
    const [meilleur] = conseil.conseils;
    const { avant } = conseil;
    expect(avant.cells.all - avant.cells.shown).toBe(8);
    expect(avant.persons.all - avant.persons.shown).toBe(4 * 7);
    expect(meilleur).toMatchObject({
      regroupement: { reunions: [{ dimension: "tranche_age", codes: ["18-20", "21-25"] }], sans: [] },
      apres: {
        cells: { shown: avant.cells.all - 4, all: avant.cells.all - 4 },
        persons: { shown: avant.persons.all, all: avant.persons.all },
      },
    });
    // With a neighbour who is shown, the small one is no longer hidden, nor what hid it: as many numbers, more persons.
    expect(noms(conseil)).toEqual(["tranche_age 18-20 21-25"]);
    expect(notes.at(-1)).toMatch(/^1 essayés parmi \d+$/);
  });

  test("la liste et le JSON disent la même chose, en 80 colonnes, et qu'ils ne se diffusent pas", () => {
    const texte = adviceTable(conseil, commandes);
    expect(Math.max(...texte.split("\n").map((ligne) => [...ligne].length))).toBeLessThanOrEqual(80);
    expect(texte).toMatch(/^À ne pas diffuser/);
    expect(texte).toMatch(/\n1 +(\d+) → (\d+) .*→ 100,0 % .*→ 100,0 %\n\nConseil 1 :\n {2}Âge à la conclusion : « 18 à 25 ans »\n/);
    const document = JSON.parse(adviceJson(conseil));
    expect(document).toMatchObject({
      format: "cpro/advise/1",
      confidentiel: true,
      semestre: "2025-S1",
      secret: { methode: "suppression", seuil: 5 },
      avant: { nombres: { montres: conseil.avant.cells.shown } },
      conseils: [
        {
          regroupement: { format: "cpro/regroupement/1", reunions: [{ dimension: "tranche_age", codes: ["18-20", "21-25"] }] },
          gain: { nombres: 4, personnes: 28 },
        },
      ],
    });
    expect(texte).toContain(`${document.avant.nombres.montres} → ${document.conseils[0].apres.nombres.montres}`);
  });
});

test("quand rien n'est masqué, ou que rien ne gagne à être réuni, on le dit", async () => {
  const large = await conseiller(femmes([...repeter(20, 32), ...repeter(20, 47)]));
  expect(large).toMatchObject({ essayes: 0, compares: 0, conseils: [] });
  expect(adviceTable(large, commandes)).toContain("Rien n'est masqué");
  // Two contracts in all: as one band or two, they are too few.
  const rares = await conseiller(femmes([19, 23]));
  expect(rares.conseils).toEqual([]);
  expect(adviceTable(rares, commandes)).toContain("ne montrerait davantage");
});

/** Small bands that follow one another, in two dimensions, and contracts all broken in the same phase. */
function melange(): Parcours[] {
  const ages = [...repeter(3, 19), ...repeter(4, 23), ...repeter(2, 28), ...repeter(6, 32), ...repeter(3, 40), ...repeter(20, 47)];
  const niveaux = [3, 3, 4, 5, 5, 6, 6, 6] as const;
  const rupture = { le: "2025-03-03", initiative: "salarie", motif: "Exemple" } as const;
  return femmes(ages).map((un, rang) => ({
    ...un,
    beneficiaire: { ...un.beneficiaire, niveau_entree: niveaux[(rang * rang) % 8] ?? 3 },
    ...(rang < 9 && un.contrat && { contrat: { ...un.contrat, rupture } }),
  }));
}

test("l'ordre des fichiers ne change rien aux conseils", async () => {
  const donnees = melange();
  const fichiers = documents(donnees);
  const melanges = [...fichiers.slice(17), ...fichiers.slice(0, 17).toReversed()];
  const [un, autre] = [await conseiller(donnees), await conseiller(donnees, { fichiers: melanges })];
  expect(un.conseils.length).toBeGreaterThan(0);
  expect(adviceJson(autre)).toBe(adviceJson(un));
});

test("aucun conseil ne fait perdre de nombres ni de personnes, et le meilleur vient d'abord, sous --secret-groupes aussi", async () => {
  const { avant, conseils } = await conseiller(melange(), { groupes: true });
  const gains = conseils.map(({ apres }) => [apres.cells.shown - avant.cells.shown, apres.persons.shown - avant.persons.shown] as const);
  expect(gains.length).toBeGreaterThan(0);
  for (const [nombres, personnes] of gains) {
    expect(Math.min(nombres, personnes)).toBeGreaterThanOrEqual(0);
    expect(nombres + personnes).toBeGreaterThan(0);
  }
  const masques = conseils.map(({ apres: { cells } }) => cells.all - cells.shown);
  expect(masques).toEqual([...masques].sort((a, b) => a - b));
});

describe("après un semestre publié où les deux tranches se lisaient", () => {
  /** As many enterprises of 20 and of 100 persons as said, beside many others. */
  const entreprises = (nombre: number, conclu: string, premiere: number): Parcours[] => {
    const effectifs = [...repeter(nombre, 20), ...repeter(nombre, 100), ...repeter(20, 5), ...repeter(20, 300)];
    return femmes(repeter(effectifs.length, 32), conclu, premiere).map((un, rang) =>
      un.entreprise === undefined ? un : { ...un, entreprise: { ...un.entreprise, effectif: effectifs[rang] ?? 5 } },
    );
  };
  const hiver = entreprises(10, "2024-10-01", 100);

  async function apres(nouvelles: number): Promise<string[]> {
    const donnees = [...hiver, ...entreprises(nouvelles, "2025-02-03", 200)];
    const dashboard = await computeDashboard({ ...source(donnees), semestre: lireSemestre("2024-S2"), date: "2025-01-10" });
    const parue = await publishSuppressed(dashboard, secret, [], () => Promise.reject(new Error("rien avant")));
    const report = { ...dashboard, version: "0.0.0", secret: parue.secret, ...parue.publication };
    expect(report.tables.find(({ id }) => id === "E1")?.cellules.filter((une) => une.secret)).toEqual([]);
    const precedent = { ...diffusionDe(report, { nom: "t.json", sha256: "" }, []), sha256: "hiver" };
    return noms(await conseiller(donnees, { precedents: [precedent] }));
  }

  test("deux nouvelles de chaque font quatre, qui peuvent se lire", async () => {
    expect(await apres(2)).toContain("effectif 10-49 50-199");
  });

  test("une nouvelle de chaque en fait deux, que la somme de ce qui se lisait donnerait", async () => {
    expect(await apres(1)).not.toContain("effectif 10-49 50-199");
  });
});
