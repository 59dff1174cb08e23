import { expect, test } from "vitest";
import { diffusionDe, lireSemestre, type Precedent, type Regroupement } from "../../src/dashboard/index.ts";
import { thresholdsAt } from "../../src/disclosure/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { publishRounded } from "../../src/secrecy/arrondi.ts";
import type { Recompute } from "../../src/secrecy/dashboard.ts";
import { avecDashboards } from "../../src/secrecy/index.ts";
import { publishSuppressed } from "../../src/secrecy/suppression.ts";
import { dispositif } from "../dashboard/bilan.ts";
import { couts, documents, fichesDe, parcours } from "../dashboard/dossier.ts";

const date = "2025-07-10";
const secret = thresholdsAt(date);
/** Two bands of the young, and two of others: what is left of the total does not tell one without the other. */
const parDeux: Regroupement = {
  reunions: [
    { dimension: "tranche_age", codes: ["18-20", "21-25"] },
    { dimension: "tranche_age", codes: ["35-44", "45-49"] },
  ],
  sans: [],
};

/** As many women of 19 and of 23 as said, each in an enterprise of her own, beside as many of 37 and of 47 as it takes to be shown. */
function femmes(nombre: number, conclu: string, premiere: number): Parcours[] {
  const parAge = (age: number, combien: number): number[] => Array.from({ length: combien }, () => age);
  return [...parAge(19, nombre), ...parAge(23, nombre), ...parAge(37, 12), ...parAge(47, 12)].map((age, rang) =>
    parcours({
      beneficiaire: { date_naissance: `${Number(conclu.slice(0, 4)) - age}-01-01` },
      entreprise: { siret: `900000${premiere + rang}00012` },
      contrat: { conclu_le: conclu, debut: conclu, fin: "2026-02-09" },
    }),
  );
}

const donnees = [...femmes(10, "2024-10-01", 100), ...femmes(1, "2025-02-03", 200)];
const source = {
  ineligibles: new Map<string, string[]>(),
  couts: couts(donnees.length),
  dispositif,
  dossier: { fiches: fichesDe(donnees), parcours: documents(donnees) },
  semestre: lireSemestre("2025-S1"),
  date,
};

/** The women of 18 to 25 since the beginning that the second half-year shows, after a first published in a regroupement. */
function apres(avant: Regroupement | undefined, ensuite: Regroupement | undefined, arrondi = false): Promise<(number | null)[]> {
  return avecDashboards(source, async (etablir) => {
    const refaire: Recompute = ({ decoupage, regroupement, ...vue }) => etablir({ ...vue, selon: decoupage, regroupement });
    const hiver = await etablir({ semestre: lireSemestre("2024-S2"), date: "2025-01-10", regroupement: avant });
    const publier = (...[dashboard, precedents]: [typeof hiver, Precedent[]]): ReturnType<typeof publishSuppressed> =>
      arrondi
        ? publishRounded(dashboard, { ...secret, base: 5 }, precedents, refaire)
        : publishSuppressed(dashboard, secret, precedents, refaire);
    const parue = await publier(hiver, []);
    const report = { ...hiver, version: "0.0.0", secret: parue.secret, ...parue.publication };
    const precedent = { ...diffusionDe(report, { nom: "t.json", sha256: "" }, []), sha256: "hiver" };
    const { publication } = await publier(await etablir({ regroupement: ensuite }), [precedent]);
    const ages = publication.tables.find(({ id }) => id === "B1")?.cellules ?? [];
    return ages
      .filter(({ mesure, codes }) => mesure === "cumul" && codes.sexe === "femme" && /^(18|21)/.test(codes.tranche_age ?? ""))
      .map(({ valeur }) => valeur);
  });
}

test("ce qui se lisait réuni ne donne pas, séparé, les deux nouvelles ; ce qui ne se lisait que séparé non plus", async () => {
  // Ten and ten became eleven and eleven: with both or their sum, and the twenty of before, there are two new ones, of one each.
  const separees = await apres(parDeux, undefined);
  expect(separees).toHaveLength(2);
  expect(separees).toContain(null);
  expect(await apres(undefined, parDeux)).toEqual([null]);
  expect(await apres(parDeux, parDeux)).toEqual([null]);
});

test("arrondir demande les mêmes catégories d'un semestre à l'autre", async () => {
  expect(await apres(parDeux, parDeux, true)).toHaveLength(1);
  await expect(apres(parDeux, undefined, true)).rejects.toThrow("un semestre déjà publié l'a été avec d'autres catégories");
});
