import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { dashboardXlsx } from "../../src/render/xlsx/dashboard/index.ts";
import { rapport } from "./rapport.ts";

test("un graphique ne montre que les valeurs publiées de son tableau", async () => {
  const { graphiques, tables } = await rapport(60);
  const b1 = tables.find(({ id }) => id === "B1");
  const ages = graphiques.find(({ id }) => id === "ages");
  expect(ages?.series.map(({ libelle }) => libelle)).toEqual(["Femmes", "Hommes"]);
  ["femme", "homme"].forEach((sexe, rang) => {
    const attendues = b1?.cellules
      .filter(({ mesure, codes }) => mesure === "cumul" && codes.sexe === sexe && codes.tranche_age !== "ensemble")
      .map(({ valeur }) => valeur);
    expect(ages?.series[rang]?.points.map(({ valeur }) => valeur)).toEqual(attendues);
  });
  expect(graphiques.flatMap(({ series }) => series).some(({ points }) => points.some(({ secret }) => secret))).toBe(true);
});

test("un anneau dont une part est masquée devient des barres : ses parts seraient fausses", async () => {
  for (const interne of [true, false]) {
    const emploi = (await rapport(12, { interne })).graphiques.find(({ id }) => id === "emploi");
    const manque = emploi?.series.some(({ points }) => points.some(({ valeur }) => valeur === null));
    expect(manque).toBe(!interne);
    expect(emploi?.genre).toBe(interne ? "anneau" : "barres");
  }
});

test("les caches des graphiques du classeur ont les valeurs publiées, et un trou pour les autres", async () => {
  const report = await rapport(60);
  const parts = unzipSync(await dashboardXlsx(report));
  const charts = Object.keys(parts).filter((nom) => nom.startsWith("xl/charts/chart"));
  expect(charts).toHaveLength(report.graphiques.length);
  report.graphiques.forEach(({ titre, series }, rang) => {
    const xml = strFromU8(parts[`xl/charts/chart${rang + 1}.xml`] ?? new Uint8Array());
    expect(xml).toContain(`<a:t>${titre}</a:t>`);
    const caches = [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) =>
      [...cache.matchAll(/idx="(\d+)"><c:v>([^<]*)/g)].map(([, idx, valeur]) => [Number(idx), Number(valeur)]),
    );
    const attendus = series.map(({ points }) => points.flatMap(({ valeur }, place) => (valeur === null ? [] : [[place, valeur]])));
    expect(caches).toEqual(attendus);
  });
});
