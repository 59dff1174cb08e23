import { expect, test } from "vitest";
import { diffusionDe, type Precedent, type TableauDeBord } from "../../src/dashboard/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { foule } from "../dashboard/dossier.ts";
import { paraitre } from "./publier.ts";

// Two dossiers that differ by hidden numbers only give the same files, byte for byte: nothing in a file, not an axis, a width, an
// order or a sentence, depends on what is hidden. Only the hash of the data tells them apart.

const quand = { semestre: "2025-S1", date: "2025-07-10" };
type Paru = Awaited<ReturnType<typeof paraitre>>;

/** Dossiers like the first but for a woman and a man who exchange their sex, with all else they are. */
function* jumeaux(gens: readonly Parcours[]): Generator<Parcours[]> {
  const semestreDe = (un: Parcours): string =>
    `${un.contrat?.conclu_le.slice(0, 4)}-S${Number(un.contrat?.conclu_le.slice(5, 7)) < 7 ? 1 : 2}`;
  const avec = (un: Parcours, sexe: "femme" | "homme"): Parcours => ({ ...un, beneficiaire: { ...un.beneficiaire, sexe } });
  for (const [ici, femme] of gens.entries()) {
    for (const [la, homme] of gens.entries()) {
      const sontPareils = semestreDe(femme) === semestreDe(homme) && semestreDe(femme) <= quand.semestre;
      if (femme.beneficiaire.sexe !== "femme" || homme.beneficiaire.sexe !== "homme" || !sontPareils) continue;
      yield gens.map((un, rang) => (rang === ici ? avec(un, "homme") : rang === la ? avec(un, "femme") : un));
    }
  }
}

/** Two dossiers that nothing published tells apart, although what is true of them differs. */
async function deuxPareils(gens: readonly Parcours[], publier: (gens: readonly Parcours[]) => Promise<Paru>): Promise<[Paru, Paru]> {
  const premier = await publier(gens);
  let essais = 0;
  for (const autres of jumeaux(gens)) {
    const second = await publier(autres);
    const [tables, figures] = [second.report.tables, second.report.figures];
    const semblables = JSON.stringify([tables, figures]) === JSON.stringify([premier.report.tables, premier.report.figures]);
    if (semblables && JSON.stringify(second.vrai) !== JSON.stringify(premier.vrai)) return [premier, second];
    essais += 1;
    if (essais === 12) break;
  }
  throw new Error("aucun dossier jumeau : prenez une autre foule");
}

const sansEmpreinte = ({ report }: Paru): TableauDeBord => ({ ...report, sources: { ...report.sources, empreinte: "0".repeat(64) } });

async function memesFichiers(un: Paru, autre: Paru, precedents: readonly Precedent[] = []): Promise<void> {
  expect(un.report.sources.empreinte).not.toBe(autre.report.sources.empreinte);
  const [premier, second] = [sansEmpreinte(un), sansEmpreinte(autre)];
  for (const format of ["xlsx", "html", "json", "csv", "parquet"] as const) {
    const [ici, la] = [await renderDashboard(premier, format), await renderDashboard(second, format)];
    expect(Buffer.from(ici).equals(Buffer.from(la)), format).toBe(true);
  }
  const fichier = { nom: "t.xlsx", sha256: "" };
  expect(diffusionDe(premier, fichier, precedents)).toEqual(diffusionDe(second, fichier, precedents));
}

test("par suppression", async () => {
  const [un, autre] = await deuxPareils(foule(30, 100), (gens) => paraitre(gens, quand));
  await memesFichiers(un, autre);
});

test("par arrondi", async () => {
  const [un, autre] = await deuxPareils(foule(60, 100), (gens) => paraitre(gens, { ...quand, base: 5 }));
  await memesFichiers(un, autre);
});

test("après un semestre déjà publié, avec --secret-groupes", async () => {
  const passe = { semestre: "2024-S2", date: "2025-01-10", groupes: true } as const;
  const publier = async (gens: readonly Parcours[]): Promise<Paru> =>
    paraitre(gens, { ...quand, groupes: true }, [(await paraitre(gens, passe)).precedent]);
  const [un, autre] = await deuxPareils(foule(30, 100), publier);
  await memesFichiers(un, autre);
});
