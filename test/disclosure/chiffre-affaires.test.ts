import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isSensitive } from "../../src/disclosure/hide/primary.ts";
import { protect, type Relation, type System, type Variable } from "../../src/disclosure/index.ts";
import { audit } from "../../src/disclosure/prove/index.ts";

// Four linked tables of turnover, with hierarchies (InseeFrLab/rtauargus, MIT); kept beside the repository, not in it.
const dossier = new URL("../../../shared/data/disclosure/", import.meta.url);
const seuils = { persons: 3, enterprises: 3, dominance: 0.85 };

function lire(fichier: string): string[][] {
  const lignes = readFileSync(new URL(fichier, dossier), "utf8").trim().split("\n");
  return lignes.slice(1).map((ligne) => ligne.split(",").map((champ) => champ.replaceAll('"', "").trim()));
}

/** One variable per line; a line where a dimension is `Total` is the same in two tables. */
function lignes(fichier: string, axe: string): Variable[] {
  return lire(fichier).map(([code = "", autre = "", n = "", total = "", max = ""]) => {
    const personnes = Number(n);
    const dixMilliemes = (texte: string): number => Math.round(Number(texte) * 10_000);
    return {
      key: cle(axe, code, autre),
      kind: "amount",
      total: dixMilliemes(total),
      persons: personnes,
      contributors: personnes,
      enterprises: personnes,
      largest: dixMilliemes(max),
      unpublished: false,
      usefulness: (code === "Total" ? 4 : 0) + (autre === "Total" ? 4 : 0),
    };
  });
}

const cle = (axe: string, code: string, autre: string): string =>
  code === "Total" ? autre : autre === "Total" ? `${axe}${code}` : `${axe}${code}×${autre}`;

/** A parent is the sum of its children, for each code of the other dimension; only what the tables hold. */
function sommes(
  axe: string,
  parente: ReadonlyMap<string, ReadonlySet<string>>,
  autres: readonly string[],
  presentes: ReadonlySet<string>,
): Relation[] {
  const hauteur = [...parente].flatMap(([parent, enfants]) =>
    ["Total", ...autres].map((autre) => ({
      left: [cle(axe, parent, autre)],
      right: [...enfants].map((enfant) => cle(axe, enfant, autre)).filter((une) => presentes.has(une)),
    })),
  );
  const largeur = [...new Set([...parente.keys(), ...[...parente.values()].flatMap((enfants) => [...enfants])])].map((code) => ({
    left: [cle(axe, code, "Total")],
    right: autres.map((autre) => cle(axe, code, autre)).filter((une) => presentes.has(une)),
  }));
  return [...hauteur, ...largeur].filter(({ left, right }) => left.every((une) => presentes.has(une)) && !right.includes(left[0] ?? ""));
}

function parente(fichier: string, axe: string): Map<string, Set<string>> {
  const enfants = new Map<string, Set<string>>();
  for (const codes of lire(fichier)) {
    let parent = "Total";
    for (const code of codes) {
      if (code === parent) continue;
      enfants.set(parent, (enfants.get(parent) ?? new Set()).add(code));
      parent = code;
    }
  }
  expect(enfants.get("Total")?.size, axe).toBeGreaterThan(5);
  return enfants;
}

// Half a minute: run by those who set it.
const estLong = process.env.CPRO_TESTS_LONGS !== undefined;

describe.runIf(existsSync(dossier))("quatre tableaux liés de chiffre d'affaires, avec hiérarchies", () => {
  const tableaux = { act_size: "a:", act_cj: "a:", nuts_size: "n:", nuts_cj: "n:" };

  test("les secrets primaires sont 77, 60, 72 et 65, comme dans l'exemple d'origine", () => {
    const nombres = Object.entries(tableaux).map(
      ([nom, axe]) => lignes(`rtauargus_turnover_${nom}.csv`, axe).filter((variable) => isSensitive(variable, seuils)).length,
    );
    expect(nombres).toEqual([77, 60, 72, 65]);
  });

  test.runIf(estLong)("protégés comme un seul système, aucun ne se retrouve, ni à 15 % près", async () => {
    const variables = [
      ...new Map(
        Object.entries(tableaux)
          .flatMap(([nom, axe]) => lignes(`rtauargus_turnover_${nom}.csv`, axe))
          .map((une) => [une.key, une]),
      ).values(),
    ];
    const presentes = new Set(variables.map(({ key }) => key));
    const valeurs = (nom: string): string[] =>
      [...new Set(lire(`rtauargus_turnover_${nom}.csv`).map(([, autre = ""]) => autre))].filter((autre) => autre !== "Total");
    const activites = parente("rtauargus_activity_corr_table.csv", "activité");
    const territoires = parente("rtauargus_nuts23_fr_corr_table.csv", "territoire");
    const relations = [
      ...sommes("a:", activites, valeurs("act_size"), presentes),
      ...sommes("a:", activites, valeurs("act_cj"), presentes),
      ...sommes("n:", territoires, valeurs("nuts_size"), presentes),
      ...sommes("n:", territoires, valeurs("nuts_cj"), presentes),
    ];
    const totaux = new Map(variables.map(({ key, total }) => [key, total]));
    for (const { left, right } of relations) {
      const somme = right.reduce((a, une) => a + (totaux.get(une) ?? 0), 0);
      expect(Math.abs((totaux.get(left[0] ?? "") ?? 0) - somme), left[0]).toBeLessThan(1000);
    }
    const systeme: System = { variables, relations };
    const masques = (await protect(systeme, seuils)).hidden;
    const montres = new Set([...presentes].filter((une) => !masques.has(une)));
    const fuites = await audit({ ...systeme, shown: montres }, seuils);
    expect(fuites).toEqual([]);
  });
});
