import { describe, expect, test } from "vitest";
import { lireSemestre, type Regroupement, regroupementsPlusLarges } from "../../src/dashboard/index.ts";
import { codeReuni, libelleReuni, type Reunion } from "../../src/dashboard/regroupement/index.ts";
import { thresholdsAt } from "../../src/disclosure/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { avecDashboards, type Dashboard } from "../../src/secrecy/index.ts";
import type { Safe } from "../../src/secrecy/safe.ts";
import { publishSuppressed } from "../../src/secrecy/suppression.ts";
import { ageOn } from "../../src/words/dates.ts";
import { definition, dispositif } from "./bilan.ts";
import { couts, documents, fichesDe, foule } from "./dossier.ts";

const date = "2025-07-10";

function source(donnees: readonly Parcours[], selon?: "region") {
  const dossier = { fiches: fichesDe(donnees), parcours: documents(donnees) };
  return {
    dispositif,
    dossier,
    ineligibles: new Map<string, string[]>(),
    couts: couts(donnees.length),
    semestre: lireSemestre("2025-S1"),
    date,
    selon,
  };
}

async function publier(dashboard: Dashboard): Promise<Safe["publication"]> {
  const { publication } = await publishSuppressed(dashboard, thresholdsAt(date), [], () => Promise.reject(new Error("rien avant")));
  return publication;
}

/** What a publication shows, the first code standing for all, and nothing of the others, where nobody may be. */
function vue({ tables, figures }: Safe["publication"], { dimension, codes: [premier = "", ...autres] }: Reunion, reuni = premier): unknown {
  const cellules = tables.flatMap(({ id, cellules }) =>
    cellules
      .filter(({ codes }) => !autres.includes(codes[dimension] ?? ""))
      .map(({ codes, ...cellule }) => ({
        id,
        codes: codes[dimension] === reuni ? { ...codes, [dimension]: premier } : codes,
        ...cellule,
      })),
  );
  return { cellules, figures };
}

/** Categories, and what puts somebody of the others into the first without changing anything else. */
const deplacements: (Reunion & { deplacer: (un: Parcours) => Parcours })[] = [
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
    codes: ["4", "5", "6"],
    deplacer: (un) =>
      un.certification?.niveau === 5 || un.certification?.niveau === 6 ? { ...un, certification: { ...un.certification, niveau: 4 } } : un,
  },
  {
    dimension: "nature_certification",
    codes: ["bloc", "cqp"],
    deplacer: (un) => (un.certification?.nature === "cqp" ? { ...un, certification: { ...un.certification, nature: "bloc" } } : un),
  },
];

describe("des catégories réunies", () => {
  test.each(deplacements.map((cas, rang) => ({ ...cas, graine: rang + 1 })))(
    "donnent ce qui serait publié si tous avaient toujours été dans la première ($dimension, tirage $graine)",
    async ({ dimension, codes, deplacer, graine }) => {
      const reunion = { dimension, codes };
      const regroupement = { reunions: [reunion], sans: [] };
      const donnees = foule(60, graine);
      const reunie = await avecDashboards(source(donnees), async (etablir) => publier(await etablir({ regroupement })));
      const deplacee = await avecDashboards(source(donnees.map(deplacer)), async (etablir) => publier(await etablir()));
      expect(deplacee.tables.flatMap(({ cellules }) => cellules).some(({ secret }) => secret)).toBe(true);
      for (const { cellules } of deplacee.tables)
        for (const une of cellules) if (codes.slice(1).includes(une.codes[dimension] ?? "")) expect(une).not.toHaveProperty("secret");
      expect(vue(reunie, reunion, codeReuni(definition, reunion))).toEqual(vue(deplacee, reunion));
    },
  );

  test("un même jeu de lignes donne les tableaux séparés et réunis, et les tableaux sans la dimension sont les mêmes", async () => {
    await avecDashboards(source(foule(60)), async (etablir) => {
      const [avant, apres] = [
        await etablir(),
        await etablir({ regroupement: { reunions: [{ dimension: "niveau", codes: ["3", "4"] }], sans: [] } }),
      ];
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
    const sait = async (codes: readonly string[], region: string): Promise<boolean> => {
      const { systeme } = await etablir({ regroupement: { reunions: [{ dimension: "region", codes }], sans: [] } });
      const [variable] = systeme.variables.filter(({ key }) => key === `conclus|effectif|cumul|region=${region}`);
      return [...(variable?.insights?.values() ?? [])].some(({ whole }) => whole === true);
    };
    expect(await sait(["01", "02"], "01  +  02")).toBe(true);
    expect(await sait(["02", "11"], "02  +  11")).toBe(false);
    // Nobody is in the third: it takes nothing from who is alone in the two others.
    expect(await sait(["01", "02", "03"], "01  +  02  +  03")).toBe(true);
  });
});

describe("ce qui peut être réuni", () => {
  async function pas(depuis: Regroupement = { reunions: [], sans: [] }): Promise<Regroupement[]> {
    const tables = await avecDashboards(source(foule(200)), async (etablir) => (await etablir()).publier(new Set()).tables);
    return regroupementsPlusLarges(definition, tables, depuis);
  }
  const de = (tous: readonly Regroupement[], dimension: string): string[] =>
    tous.flatMap(({ reunions }) => {
      const siennes = reunions.filter((une) => une.dimension === dimension);
      return siennes.length === 0 ? [] : [siennes.map(({ codes }) => codes.join(" ")).join(", ")];
    });

  test("des voisines, des nomenclatures connues, mais ni un tout, ni ce que la Synthèse compte à part", async () => {
    const tous = await pas();
    expect(de(tous, "duree")).toEqual([
      ...["0-5 6-8", "6-8 9-11", "9-11 12", "12 13-17", "13-17 18-23", "18-23 24-36"],
      "0-5 6-8 9-11, 13-17 18-23 24-36",
      "0-5 6-8 9-11, 12 13-17 18-23 24-36",
    ]);
    expect(de(tous, "anciennete")).toEqual(["0-2 3-5", "3-5 6-11", "6-11 12+", "0-2 3-5, 6-11 12+"]);
    expect(de(tous, "contrat_travail")).toEqual(["cdd autre", "cdi cdd autre"]);
    for (const seule of ["sexe", "rqth", "nature_contrat", "modalite", "composante"]) expect(de(tous, seule), seule).toEqual([]);
    expect(de(tous, "resultat").join()).not.toMatch(/validation/);
    expect(de(tous, "meme_entreprise")).toEqual(["non non_connu"]);
  });

  test("des tableaux sans l'une de leurs dimensions, sauf si la Synthèse en a besoin", async () => {
    const retraits = (await pas()).flatMap(({ sans }) => sans.map(({ table, dimension }) => `${table} ${dimension}`));
    expect(retraits).toContain("B1 tranche_age");
    expect(retraits).toContain("C3.niveau resultat");
    for (const utile of ["B1 sexe", "C3.nature resultat", "B4 poursuite"]) expect(retraits).not.toContain(utile);
  });

  test("depuis un premier regroupement, ce qu'il réunit reste réuni", async () => {
    const depuis: Regroupement = {
      reunions: [{ dimension: "tranche_age", codes: ["18-20", "21-25"] }],
      sans: [{ table: "B3", dimension: "niveau_entree" }],
    };
    const tous = await pas(depuis);
    expect(de(tous, "tranche_age")).toContain("18-20 21-25 26-29");
    expect(de(tous, "tranche_age")).toContain("18-20 21-25, 26-29 30-34");
    for (const { reunions, sans } of tous) {
      expect(reunions.some(({ codes }) => ["18-20", "21-25"].every((code) => codes.includes(code)))).toBe(true);
      expect(sans).toContainEqual(depuis.sans[0]);
    }
  });
});

test.each([
  ["tranche_age", ["16-17", "18-20", "21-25"], "16-25", "16 à 25 ans"],
  ["tranche_age", ["45-49", "50+"], "45+", "45 ans et plus"],
  ["tranche_age", ["16-17", "21-25"], "16-17  +  21-25", "16 à 17 ans + 21 à 25 ans"],
  ["duree", ["12", "13-17"], "12-17", "12 à 17 mois"],
  ["duree", ["24-36", "non_connu"], "24-36  +  non_connu", "24 à 36 mois + Non connu"],
  ["niveau", ["4", "5", "6"], "4  +  5  +  6", "Niveau 4 (bac) à Niveau 6 (bac + 3)"],
  ["secteur", ["A", "C", "D", "E", "F", "H"], "A  +  C  +  D  +  E  +  F  +  H", "Sections A, C à F et H"],
  ["domaine", ["Coiffure", "Espaces verts"], "Coiffure  +  Espaces verts", "Coiffure + Espaces verts"],
] as const)("%s %j : ce que le regroupement s'appelle", (dimension, codes, code, libelle) => {
  expect(codeReuni(definition, { dimension, codes })).toBe(code);
  expect(libelleReuni(definition, { dimension, codes }).replaceAll("\u00a0", " ")).toBe(libelle);
});
