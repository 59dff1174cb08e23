import { beforeAll, describe, expect, test } from "vitest";
import type { Point, TableauDeBord, TauxPublie } from "../../src/dashboard/index.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { rapport } from "../dashboard/rapport.ts";
import { paraitre } from "./publier.ts";

// What is computed from published numbers must be computed from them: a chart or a rate of true numbers is refused, however well drawn.

let report: TableauDeBord;
beforeAll(async () => {
  const { precedent } = await paraitre(foule(150), { semestre: "2024-S2", date: "2025-01-10" });
  report = await rapport(150, { precedents: [precedent] });
  expect(report.taux.some(({ secret }) => secret) && report.taux.some(({ valeur }) => valeur !== null)).toBe(true);
});

const controler = async (un: TableauDeBord): Promise<void> => {
  for (const format of ["xlsx", "html", "json"] as const) await proveWritten(format, await renderDashboard(un, format), un);
};

/** The report with the first point of a chart that is as said become another. */
function avecPoint(id: string, est: (point: Point) => boolean, autre: Point): TableauDeBord {
  let reste = 1;
  const changer = (point: Point): Point => (est(point) && reste-- > 0 ? autre : point);
  const graphiques = report.graphiques.map((un) =>
    un.id === id
      ? { ...un, series: un.series.map((serie) => ({ ...serie, points: serie.points.toReversed().map(changer).toReversed() })) }
      : un,
  );
  expect(reste).toBeLessThan(1);
  return { ...report, graphiques };
}

const masque = ({ secret }: Point): boolean => secret === true;
const montre = ({ valeur }: Point): boolean => valeur !== null;

test("tel quel, tout passe", () => controler(report));

describe("un graphique qui ne montre pas des cases publiées est refusé", () => {
  test.each([
    ["une valeur masquée", "ages", masque, { valeur: 3 }],
    ["une valeur masquée, sous une autre marque", "ages", masque, { valeur: null }],
    ["une autre valeur", "ages", montre, { valeur: 3 }],
    ["une autre valeur du semestre", "tendance", () => true, { valeur: 3.5 }],
  ] as const)("%s, dans %s", async (_, id, est, autre) => {
    await expect(controler(avecPoint(id, est, autre))).rejects.toThrow(/Rien n'a été écrit : relu.*graphique/);
  });
});

describe("un taux que ne donnent pas les chiffres publiés est refusé", () => {
  const avec = (change: (taux: TauxPublie) => TauxPublie): TableauDeBord => ({ ...report, taux: report.taux.map(change) });
  test.each([
    ["un taux masqué", ({ secret: _, ...un }: TauxPublie): TauxPublie => (_ ? { ...un, valeur: 0.3 } : un)],
    ["un autre taux", (un: TauxPublie): TauxPublie => (un.valeur === null ? un : { ...un, valeur: un.valeur + 0.001 })],
  ])("%s", async (_, change) => {
    await expect(controler(avec(change))).rejects.toThrow(/Rien n'a été écrit : relu.*(Taux|Part)/);
  });
});
