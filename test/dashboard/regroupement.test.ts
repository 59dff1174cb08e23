import { describe, expect, test } from "vitest";
import { avecDashboards, type Dashboard, lireSemestre, type Regroupement, regroupementsPossibles } from "../../src/dashboard/index.ts";
import { ageOn } from "../../src/dates.ts";
import { thresholdsAt } from "../../src/disclosure/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { publishSafely, type Safe } from "../../src/workflows/dashboard/secret.ts";
import { couts, documents, fichesDe, foule } from "./dossier.ts";

const date = "2025-07-10";

function source(donnees: readonly Parcours[], selon?: "region") {
  const dossier = { fiches: fichesDe(donnees), parcours: documents(donnees) };
  return {
    dossier,
    ineligibles: new Map<string, string[]>(),
    couts: couts(donnees.length),
    semestre: lireSemestre("2025-S1"),
    date,
    selon,
  };
}

async function publier(dashboard: Dashboard): Promise<Safe["publication"]> {
  const { publication } = await publishSafely(dashboard, thresholdsAt(date), [], () => Promise.reject(new Error("rien avant")));
  return publication;
}

/** What a publication shows, the first code standing for both, and nothing of the second, where nobody may be. */
function vue({ tables, figures }: Safe["publication"], { dimension, codes: [premier, second] }: Regroupement, reuni = premier): unknown {
  const cellules = tables.flatMap(({ id, cellules }) =>
    cellules
      .filter(({ codes }) => codes[dimension] !== second)
      .map(({ codes, ...cellule }) => ({
        id,
        codes: codes[dimension] === reuni ? { ...codes, [dimension]: premier } : codes,
        ...cellule,
      })),
  );
  return { cellules, figures };
}

/** Two categories, and what puts somebody of the second into the first without changing anything else. */
const deplacements: (Regroupement & { deplacer: (un: Parcours) => Parcours })[] = [
  {
    dimension: "tranche_age",
    codes: ["30-34", "35-44"],
    deplacer: (un) => {
      const conclu = un.contrat?.conclu_le ?? date;
      const age = ageOn(un.beneficiaire.date_naissance, conclu);
      const naissance = `${Number(conclu.slice(0, 4)) - 33}-01-01`;
      return age < 35 || age > 44 ? un : { ...un, beneficiaire: { ...un.beneficiaire, date_naissance: naissance } };
    },
  },
  {
    dimension: "effectif",
    codes: ["10-49", "50-199"],
    deplacer: (un) => {
      if (un.entreprise === undefined) return un;
      const { effectif } = un.entreprise;
      return effectif < 50 || effectif > 199 ? un : { ...un, entreprise: { ...un.entreprise, effectif: 20 } };
    },
  },
  {
    dimension: "niveau",
    codes: ["4", "5"],
    deplacer: (un) => (un.certification?.niveau === 5 ? { ...un, certification: { ...un.certification, niveau: 4 } } : un),
  },
  {
    dimension: "nature_certification",
    codes: ["bloc", "cqp"],
    deplacer: (un) => (un.certification?.nature === "cqp" ? { ...un, certification: { ...un.certification, nature: "bloc" } } : un),
  },
];

describe("deux catégories réunies", () => {
  test.each(deplacements.map((cas, rang) => ({ ...cas, graine: rang + 1 })))(
    "donnent ce qui serait publié si personne n'avait jamais été dans la seconde ($dimension, tirage $graine)",
    async ({ dimension, codes, deplacer, graine }) => {
      const regroupement = { dimension, codes };
      const donnees = foule(60, graine);
      const reunie = await avecDashboards(source(donnees), async (etablir) => publier(await etablir({ regroupement })));
      const deplacee = await avecDashboards(source(donnees.map(deplacer)), async (etablir) => publier(await etablir()));
      expect(deplacee.tables.flatMap(({ cellules }) => cellules).some(({ secret }) => secret)).toBe(true);
      for (const { cellules } of deplacee.tables)
        for (const une of cellules) if (une.codes[dimension] === codes[1]) expect(une).not.toHaveProperty("secret");
      expect(vue(reunie, regroupement, codes.join("  +  "))).toEqual(vue(deplacee, regroupement));
    },
  );

  test("un même jeu de lignes donne les tableaux séparés et réunis, et les tableaux sans la dimension sont les mêmes", async () => {
    await avecDashboards(source(foule(60)), async (etablir) => {
      const [avant, apres] = [await etablir(), await etablir({ regroupement: { dimension: "niveau", codes: ["3", "4"] } })];
      const tables = (un: Dashboard): ReturnType<Dashboard["publier"]>["tables"] => un.publier(new Set()).tables;
      for (const [rang, table] of tables(avant).entries()) {
        const concernee = table.dimensions.some(({ id }) => id === "niveau");
        if (concernee) expect(tables(apres)[rang]?.cellules.length).toBeLessThan(table.cellules.length);
        else expect(tables(apres)[rang]).toEqual(table);
      }
    });
  });
});

test("deux régions où un même porteur est seul le sont comme une seule, et une où il ne l'est pas, pas", async () => {
  const departements = ["971", "972", "75"] as const;
  const donnees = foule(60).map((un, rang) => {
    const departement = departements[rang % 3] ?? "75";
    return un.entreprise === undefined ? un : { ...un, fiche: rang % 6 < 5 ? "A" : "B", entreprise: { ...un.entreprise, departement } };
  });
  await avecDashboards(source(donnees, "region"), async (etablir) => {
    const sait = async (codes: readonly [string, string], region: string): Promise<boolean> => {
      const { systeme } = await etablir({ regroupement: { dimension: "region", codes } });
      const [variable] = systeme.variables.filter(({ key }) => key === `conclus|effectif|cumul|region=${region}`);
      return [...(variable?.insights?.values() ?? [])].some(({ whole }) => whole === true);
    };
    expect(await sait(["01", "02"], "01  +  02")).toBe(true);
    expect(await sait(["02", "11"], "02  +  11")).toBe(false);
  });
});

describe("ce qui peut être réuni", () => {
  test("des voisines, de petites catégories sans ordre, mais ni un tout, ni ce que la Synthèse compte à part", async () => {
    const tables = await avecDashboards(source(foule(200)), async (etablir) => (await etablir()).publier(new Set()).tables);
    const paires = regroupementsPossibles(tables);
    const de = (dimension: string): string[] => paires.filter((une) => une.dimension === dimension).map(({ codes }) => codes.join(" "));
    expect(de("duree")).toEqual(["0-5 6-8", "6-8 9-11", "9-11 12", "12 13-17", "13-17 18-23", "18-23 24-36"]);
    expect(de("anciennete")).toEqual(["0-2 3-5", "3-5 6-11", "6-11 12+"]);
    expect(de("niveau")).toEqual(["aucun 3", "3 4", "4 5", "5 6", "6 7", "7 8"]);
    expect(de("nature_certification").sort()).toEqual(["bloc cqp", "rncp bloc", "rncp cqp"]);
    expect(de("contrat_travail")).toEqual(["cdi cdd"]);
    for (const seule of ["sexe", "rqth", "nature_contrat", "modalite", "composante"]) expect(de(seule), seule).toEqual([]);
    expect(de("resultat").join()).not.toMatch(/validation/);
    expect(paires.find(({ dimension }) => dimension === "tranche_age")).toMatchObject({
      libelle: "Âge à la conclusion",
      categories: [{ libelle: "16 à 17 ans" }, { libelle: "18 à 20 ans" }],
      tables: ["B1"],
    });
  });
});
