import { describe, expect, test } from "vitest";
import { attributesOf } from "../../src/disclosure/index.ts";
import { sections } from "../../src/render/dashboard/lisez-moi.ts";
import { cpro } from "../cli/run.ts";
import { foule } from "../dashboard/dossier.ts";
import { fuites, groupesTrahis, type Publie } from "./attaquant.ts";
import { paraitre } from "./publier.ts";

const sensibles = ["phase", "resultat"];

const ete = { semestre: "2025-S1", date: "2025-07-10" };
const hiver = { semestre: "2024-S2", date: "2025-01-10" };

/** The lines of the published file that show a number and, beside it, the same number in one category. */
function entiers({ tables }: Publie): string[] {
  return tables.flatMap(({ id, dimensions, cellules }) => {
    const sensible = dimensions.find((une) => une === "phase" || une === "resultat");
    if (sensible === undefined) return [];
    return cellules.flatMap(({ mesure, codes, valeur }) => {
      const groupe = Object.entries(codes).filter(([dimension, code]) => dimension !== sensible && code !== "ensemble");
      const tout = cellules.find(
        (une) => une.mesure === mesure && dimensions.every((d) => une.codes[d] === (d === sensible ? "ensemble" : codes[d])),
      );
      const estEntier = groupe.length > 0 && codes[sensible] !== "ensemble" && valeur !== null && valeur > 0 && tout?.valeur === valeur;
      return estEntier ? [`${id} ${mesure} ${JSON.stringify(codes)}`] : [];
    });
  });
}

const lisezMoi = (report: Parameters<typeof sections>[0]): Map<string, string> =>
  new Map(sections(report).flatMap(([, entrees]) => entrees.map(([nom, texte]): [string, string] => [nom, texte])));

describe("un groupe tout entier dans une phase de rupture ou une décision de jury", () => {
  test("sans --secret-groupes, il est montré et signalé", async () => {
    const { publie, vrai, attributes, withheld, report } = await paraitre(foule(500), ete);
    expect(attributes).toHaveLength(3);
    expect(entiers(publie)).toHaveLength(3);
    expect((await groupesTrahis([publie], [vrai])).length).toBeGreaterThanOrEqual(3);
    expect(withheld).toBeUndefined();
    expect(lisezMoi(report).has("Catégories sensibles")).toBe(false);
  });

  test.each([20, 300])(
    "avec --secret-groupes, sur %i parcours, rien de publié ne le dit, pas même les zéros d'à côté, et Lisez-moi dit la règle",
    async (nombre) => {
      const { publie, vrai, attributes, withheld, report } = await paraitre(foule(nombre), { ...ete, groupes: true });
      expect(withheld).toBe(entiers(vrai).length);
      expect(withheld).toBeGreaterThan(0);
      expect(attributes).toEqual([]);
      expect(attributesOf(report.tables, sensibles)).toEqual([]);
      expect(entiers(publie)).toEqual([]);
      expect(await groupesTrahis([publie], [vrai])).toEqual([]);
      expect(await fuites([publie], [vrai])).toEqual([]);
      // Their number would point at them.
      expect(lisezMoi(report).get("Catégories sensibles")).toMatch(/^Quand toutes les personnes d'un groupe[^\d]+$/);
      expect(lisezMoi(report).get("Zéros masqués")).toMatch(/C3\.niveau.*C5\.phase.*catégorie de tout un groupe/);
      expect(publie.secret.zeros_masques).toEqual(expect.arrayContaining(["C3.niveau", "C3.domaine", "C3.nature", "C5.phase"]));
    },
  );

  test("deux semestres publiés avec --secret-groupes ne le disent pas davantage ensemble", async () => {
    const donnees = foule(800);
    const premier = await paraitre(donnees, { ...hiver, groupes: true });
    const second = await paraitre(donnees, { ...ete, groupes: true }, [premier.precedent]);
    const [publies, vrais] = [
      [premier.publie, second.publie],
      [premier.vrai, second.vrai],
    ];
    expect(vrais.flatMap(entiers).length).toBeGreaterThan(0);
    expect(await groupesTrahis(publies, vrais)).toEqual([]);
    expect(await fuites(publies, vrais)).toEqual([]);
  });

  test("publié une première fois sans --secret-groupes, il est connu : le semestre suivant reste publiable", async () => {
    const donnees = foule(500);
    const premier = await paraitre(donnees, hiver);
    expect(entiers(premier.publie)).not.toEqual([]);
    const second = await paraitre(donnees, { ...ete, groupes: true }, [premier.precedent]);
    expect(second.attributes).toEqual(attributesOf(second.report.tables, sensibles));
  });

  test("la commande dit à qui établit le fichier combien de groupes sont tus", async () => {
    const commande = [
      "dashboard",
      "fixtures/geiq-epe",
      "--semester",
      "2025-S1",
      "--date",
      "2025-07-15",
      "--format",
      "json",
      "--secret-groupes",
    ];
    const { code, out, err } = await cpro(commande);
    expect(code).toBe(0);
    expect(err).toMatch(
      /\d+ groupes sont tout entiers dans une seule phase de rupture ou une seule décision de jury : --secret-groupes a masqué/,
    );
    expect(entiers(JSON.parse(out))).toEqual([]);
  });
});
