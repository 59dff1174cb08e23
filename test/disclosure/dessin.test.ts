import fc from "fast-check";
import { expect, test } from "vitest";
import type { Genre, GraphiquePublie, Point } from "../../src/dashboard/index.ts";
import { proveFile } from "../../src/disclosure/index.ts";
import { chartHtml } from "../../src/render/dashboard/html/chart.ts";

// Drawings are read back against the values they show: none is refused for its rounding, any is for another's values.

const point: fc.Arbitrary<Point> = fc.oneof(
  fc.nat(40).map((valeur) => ({ valeur })),
  fc.integer({ min: 0, max: 40_000_000 }).map((cents) => ({ valeur: cents / 100 })),
  fc.constantFrom<Point>({ valeur: null, secret: true }, { valeur: null }, { valeur: 0 }),
);
const genres: readonly Genre[] = ["colonnes", "barres", "pyramide", "anneau", "courbes"];
const graphique: fc.Arbitrary<GraphiquePublie> = fc
  .record({ genre: fc.constantFrom(...genres), unite: fc.constantFrom("contrats", "euros"), categories: fc.integer({ min: 1, max: 9 }) })
  .chain(({ genre, unite, categories }) => {
    const points = fc.array(point, { minLength: categories, maxLength: categories });
    const nombre = genre === "anneau" ? [1, 1] : genre === "pyramide" ? [2, 2] : [1, 3];
    return fc.array(points, { minLength: nombre[0] ?? 1, maxLength: nombre[1] ?? 1 }).map((series) => ({
      id: "essai",
      genre,
      titre: "Un graphique d'essai",
      unite,
      axe: "Une durée",
      categories: Array.from({ length: categories }, (_, rang) => `de ${rang} à ${rang + 1} mois, en un nom assez long`),
      series: series.map((un, rang) => ({ libelle: `Série ${"abc"[rang]}`, points: un })),
    }));
  });

const page = ({ graphiques: [un] }: { graphiques: readonly GraphiquePublie[] }): string =>
  `<!DOCTYPE html>\n<html><body><main><section><div>${un ? chartHtml(un) : ""}</div></section></main></body></html>`;

const publication = (un: GraphiquePublie) => ({ semestre: { id: "2025-S1" }, tables: [], figures: [], taux: [], graphiques: [un] });

const controler = (montre: GraphiquePublie, prouve: GraphiquePublie): Promise<void> =>
  proveFile("html", page(publication(montre)), publication(prouve), page);

test("un dessin fait des valeurs prouvées passe toujours", async () => {
  await fc.assert(
    fc.asyncProperty(graphique, (un) => controler(un, un)),
    { numRuns: 300 },
  );
});

test("un dessin où une valeur masquée se montre est toujours refusé", async () => {
  await fc.assert(
    fc.asyncProperty(graphique, fc.integer({ min: 1, max: 4 }), async (un, cachee) => {
      const [premiere, ...autres] = un.series;
      const avec = (valeur: Point): GraphiquePublie => ({
        ...un,
        series: [{ libelle: premiere?.libelle ?? "", points: [valeur, ...(premiere?.points.slice(1) ?? [])] }, ...autres],
      });
      await expect(controler(avec({ valeur: cachee }), avec({ valeur: null, secret: true }))).rejects.toThrow(/graphique|colonne/);
    }),
    { numRuns: 150 },
  );
});
