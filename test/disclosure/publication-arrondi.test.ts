import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { lireDiffusion, type Precedent } from "../../src/dashboard/index.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { definition } from "../dashboard/bilan.ts";
import { foule } from "../dashboard/dossier.ts";
import { fuitesArrondies, type Publie, petits } from "./attaquant.ts";
import { paraitre } from "./publier.ts";

const ete = { semestre: "2025-S1", date: "2025-07-10" };
const montants = /^F|^C4\.heures$/;
const effectifs = ({ tables }: Publie): Publie["tables"] => tables.filter(({ id }) => !montants.test(id));
const publics = ["projets_acceptes", "plafond_parcours", "cout_moyen_cumul", "forfait_moyen_cumul", "taux"];

/** Every margin of every table of counts that is not the sum of its categories. */
function marges({ tables }: Publie): string[] {
  return effectifs({ tables } as Publie)
    .filter(({ id }) => !["C4.contrats", "C2.certifications"].includes(id))
    .flatMap(({ id, dimensions, cellules }) =>
      dimensions.flatMap((dimension) =>
        cellules
          .filter(({ codes }) => codes[dimension] === "ensemble")
          .filter(({ mesure, codes, valeur }) => {
            const estPart = (autre: (typeof cellules)[number]): boolean =>
              autre.mesure === mesure &&
              dimensions.every((une) => (une === dimension ? autre.codes[une] !== "ensemble" : autre.codes[une] === codes[une]));
            return cellules.filter(estPart).reduce((somme, part) => somme + (part.valeur ?? Number.NaN), 0) !== valeur;
          })
          .map(({ mesure, codes }) => `${id} ${mesure} ${Object.values(codes).join(" ")}`),
      ),
    );
}

const cumul = ({ tables }: Publie, id: string): number | null | undefined =>
  tables
    .find((table) => table.id === id)
    ?.cellules.find(({ mesure, codes }) => mesure === "cumul" && Object.values(codes).every((code) => code === "ensemble"))?.valeur;

describe("la publication par arrondi", () => {
  test.each([
    [1, 5],
    [5, 5],
    [50, 10],
    [500, 5],
  ])(
    "sur %i parcours, tout effectif est un multiple de %i proche du vrai, zéro reste zéro, et les totaux tiennent",
    async (nombre, base) => {
      const { publie, vrai } = await paraitre(foule(nombre, nombre), { ...ete, base });
      effectifs(publie).forEach(({ id, cellules }, rang) => {
        cellules.forEach(({ valeur, codes }, place) => {
          const exact = effectifs(vrai)[rang]?.cellules[place]?.valeur ?? Number.NaN;
          const ou = `${id} ${Object.values(codes).join(" ")}`;
          expect((valeur ?? Number.NaN) % base, ou).toBe(0);
          expect(Math.abs((valeur ?? Number.NaN) - exact), ou).toBeLessThan(base);
          if (exact === 0) expect(valeur, ou).toBe(0);
        });
      });
      expect(marges(publie)).toEqual([]);
      expect(new Set(["C1", "B1", "C2.niveau", "C2.domaine", "C4.contrats"].map((id) => cumul(publie, id))).size).toBe(1);
      for (const [id, valeur] of Object.entries(publie.synthese)) if (!publics.includes(id)) expect(Number(valeur) % base, id).toBe(0);
    },
  );

  test("une moyenne est le montant divisé par l'effectif arrondi : elle ne redonne pas l'effectif exact", async () => {
    const { publie, vrai } = await paraitre(foule(203, 3), { ...ete, base: 5 });
    const total = (un: Publie): number => cumul(un, "F2.depense") ?? Number.NaN;
    const diviseur = total(publie) / (cumul(publie, "F1.cout") ?? Number.NaN);
    expect(total(publie)).toBe(total(vrai));
    expect(Math.abs(diviseur - Math.round(diviseur))).toBeLessThan(0.01);
    expect(Math.round(diviseur) % 5).toBe(0);
    expect(Math.round(total(vrai) / (cumul(vrai, "F1.cout") ?? Number.NaN)) % 5).not.toBe(0);
  });

  test("les mêmes personnes n'ont qu'un arrondi : quand tous sont éligibles, une moyenne divise par l'effectif du tableau des contrats", async () => {
    const { report } = await paraitre(foule(203, 3), { ...ete, base: 5 });
    const [c1, cout] = ["C1", "F1.cout"].map((id) => report.tables.find((table) => table.id === id));
    for (const { mesure, codes, effectif } of cout?.cellules ?? []) {
      const contrats = c1?.cellules.find(
        (une) => une.mesure === mesure && une.codes.duree === codes.duree && une.codes.nature_contrat === "ensemble",
      );
      expect(effectif, `${mesure} ${codes.duree}`).toBe(contrats?.valeur);
    }
  });

  test("les taux sont ceux des effectifs publiés", async () => {
    const { report } = await paraitre(foule(120, 3), { ...ete, base: 5 });
    for (const { valeur, numerateur, denominateur } of report.taux)
      expect(valeur).toBe(denominateur.valeur ? (numerateur.valeur ?? Number.NaN) / denominateur.valeur : null);
  });

  test("le relevé dit la méthode et la base, et se relit", async () => {
    const { precedent } = await paraitre(foule(30, 3), { ...ete, base: 10 });
    expect(precedent.parametres.secret).toMatchObject({ methode: "arrondi", base: 10, ecart: 10, seuil: 10 });
    const { sha256: _, fichier: __, empreinte: ___, ...publie } = precedent;
    const sans = { ...publie, fichier: { nom: "r.json", sha256: "0".repeat(64) } };
    const releve = { ...sans, empreinte: createHash("sha256").update(JSON.stringify(sans)).digest("hex") };
    expect(lireDiffusion(definition, "r.json", JSON.stringify(releve))).toEqual(releve);
    const abime = { ...releve, parametres: { ...releve.parametres, secret: { methode: "arrondi" } } };
    expect(() => lireDiffusion(definition, "r.json", JSON.stringify(abime))).toThrow("incomplet ou abîmé");
  });

  test("toutes les formes le disent, et aucune ne montre un effectif exact", async () => {
    const { report } = await paraitre(foule(60, 3), { ...ete, base: 5 });
    const csv = String(await renderDashboard(report, "csv"))
      .split("\r\n")
      .slice(1, -1)
      .map((ligne) => ligne.split(","));
    const comptes = csv.filter(([, id = ""]) => !montants.test(id)).map((ligne) => Number(ligne.at(-2)));
    expect(comptes.length).toBeGreaterThan(500);
    expect(comptes.filter((valeur) => valeur % 5 !== 0)).toEqual([]);
    expect(String(await renderDashboard(report, "html"))).toContain("Effectifs arrondis à un multiple de 5.");
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.load(Buffer.from(await renderDashboard(report, "xlsx")) as unknown as ArrayBuffer);
    const nombres: number[] = [];
    for (const feuille of ["Bénéficiaires", "Entreprises"])
      classeur.getWorksheet(feuille)?.eachRow((ligne) => {
        ligne.eachCell(({ value }) => {
          if (typeof value === "number") nombres.push(value);
        });
      });
    expect(nombres.length).toBeGreaterThan(200);
    expect(nombres.filter((valeur) => valeur % 5 !== 0)).toEqual([]);
    const lisezMoi: string[] = [];
    classeur.getWorksheet("Lisez-moi")?.eachRow((ligne) => lisezMoi.push(ligne.getCell(2).text));
    expect(lisezMoi.join("\n")).toContain("Arrondi contrôlé : chaque effectif est arrondi à un multiple de 5");
  });
});

describe("d'un semestre à l'autre", () => {
  const semestres = [
    { semestre: "2024-S1", date: "2024-07-10" },
    { semestre: "2024-S2", date: "2025-01-10" },
    { semestre: "2025-S1", date: "2025-07-10" },
  ];

  test("deux tableaux de bord, attaqués ensemble, ne donnent aucun petit effectif", async () => {
    const donnees = foule(60, 8);
    const [, quand, ensuite] = semestres;
    if (quand === undefined || ensuite === undefined) throw new Error("deux semestres");
    const premier = await paraitre(donnees, { ...quand, base: 5 });
    const second = await paraitre(donnees, { ...ensuite, base: 5 }, [premier.precedent]);
    const vrais = [premier.vrai, second.vrai];
    expect(petits(vrais).size).toBeGreaterThan(100);
    expect(await fuitesArrondies([premier.publie, second.publie], vrais, 5)).toEqual([]);
  });

  test("le cumul publié est presque toujours le cumul publié avant, plus le semestre, sauf là où aucun arrondi ne le permet", async () => {
    const donnees = foule(150, 6);
    const precedents: Precedent[] = [];
    const publies: Publie[] = [];
    for (const quand of semestres) {
      const { publie, precedent } = await paraitre(donnees, { ...quand, base: 5 }, precedents);
      precedents.push(precedent);
      publies.push(publie);
    }
    const [, avant, apres] = publies;
    if (avant === undefined || apres === undefined) throw new Error("deux semestres");
    const lire = (un: Publie, mesure: string): Map<string, number | null> =>
      new Map(
        effectifs(un)
          .filter(({ id }) => !["E1", "C2.certifications"].includes(id))
          .flatMap(({ id, cellules }) =>
            cellules
              .filter((cellule) => cellule.mesure === mesure)
              .map(({ codes, valeur }) => [`${id} ${Object.values(codes).join(" ")}`, valeur] as const),
          ),
      );
    const [hier, semestre, maintenant] = [lire(avant, "cumul"), lire(apres, "semestre"), lire(apres, "cumul")];
    const rompus = [...maintenant].filter(([cle, valeur]) => (hier.get(cle) ?? 0) + (semestre.get(cle) ?? 0) !== valeur);
    expect(rompus.length / maintenant.size).toBeLessThan(0.05);
  });

  test("republié à l'identique, le tableau de bord est le même", async () => {
    const donnees = foule(100, 4);
    const premier = await paraitre(donnees, { ...ete, base: 5 });
    const second = await paraitre(donnees, { ...ete, base: 5 }, [premier.precedent]);
    expect(second.publie).toEqual(premier.publie);
  });

  test("après une suppression, l'arrondi se prouve avec les effectifs exacts déjà publiés", async () => {
    const donnees = foule(150, 4);
    const premier = await paraitre(donnees, { semestre: "2024-S2", date: "2025-01-10" });
    const { precedent } = await paraitre(donnees, { ...ete, base: 5 }, [premier.precedent]);
    expect(precedent.parametres.secret?.methode).toBe("arrondi");
  });

  test("après un arrondi, une suppression est refusée : ses effectifs exacts diraient ce que l'arrondi protégeait", async () => {
    const donnees = foule(40, 4);
    const premier = await paraitre(donnees, { semestre: "2024-S2", date: "2025-01-10", base: 5 });
    await expect(paraitre(donnees, ete, [premier.precedent])).rejects.toThrow("2024-S2 a été publié par arrondi");
  });
});
