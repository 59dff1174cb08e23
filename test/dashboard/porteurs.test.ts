import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LotDeLignes, lireSemestre, parquetDe } from "../../src/dashboard/index.ts";
import type { DashboardInput } from "../../src/dashboard/input.ts";
import { lignes } from "../../src/dashboard/rows/lignes.ts";
import type { FicheDocument } from "../../src/dossier/load.ts";
import { type Ligne, lignesDeLot, typesSql } from "../../src/export/colonnes.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { modele } from "../modeles.ts";
import { dispositif } from "./bilan.ts";
import { couts, documents, fichesDe, foule, parcours } from "./dossier.ts";

/** A parcours of a fiche, with an enterprise of a département. */
const de = (fiche: string, departement: string, conclu_le = "2025-02-03"): Parcours => ({
  ...parcours({ entreprise: { departement }, contrat: { conclu_le } }),
  fiche,
});

function fiche(identifiant: string, siret: string, denomination = "Exemple"): FicheDocument {
  const data: FicheDocument["data"] = { format: "cpro/fiche-projet/1", identifiant, porteur: { type: "geiq", denomination, siret } };
  return { file: `${identifiant}.yaml`, bytes: Buffer.from(identifiant), kind: "fiche", data, modele };
}

/** Who is alone in each région, as the secrecy has it, and what else they have: « conclus, cumul » by région and in all. */
async function sus(donnees: readonly Parcours[], reste: Partial<DashboardInput> = {}, fiches: FicheDocument[] = []) {
  const { systeme } = await computeDashboard({
    dispositif,
    dossier: { fiches, parcours: documents(donnees) },
    semestre: lireSemestre("2025-S1"),
    date: "2025-07-10",
    ineligibles: new Map(),
    couts: couts(donnees.length),
    selon: "region",
    ...reste,
  });
  const debut = "conclus|effectif|cumul";
  return Object.fromEntries(
    systeme.variables
      .filter(({ key, insights }) => insights && (key === debut || /^conclus.effectif.cumul.region=[^|]*$/.test(key)))
      .map(({ key, insights }) => [key.slice(debut.length + 1), Object.fromEntries(insights ?? [])]),
  );
}

describe("le porteur d'un parcours", () => {
  test("est le SIREN de sa fiche projet : deux fiches du même porteur n'en font qu'un", async () => {
    const donnees = [de("F1", "02"), de("F2", "02"), de("F3", "75")];
    const fiches = [
      fiche("F1", "90000000100012"),
      fiche("F2", "90000000100020", "Exemple, antenne"),
      fiche("F3", "90000000200010", "Autre"),
    ];
    expect(await sus(donnees, {}, fiches)).toEqual({
      "": { "Exemple (900000001)": { own: 2 }, "Autre (900000002)": { own: 1 } },
      "region=32": { "Exemple (900000001)": { own: 2, whole: true } },
      "region=11": { "Autre (900000002)": { own: 1, whole: true } },
      // Régions where nobody is are known to all.
    });
  });

  test("est celui de sa seule fiche quand elle n'est pas parmi les fichiers", async () => {
    expect(await sus([de("F1", "02"), de("F2", "02"), de("F2", "75")])).toEqual({
      "": { "de la fiche F2": { own: 2 } },
      "region=32": { "de la fiche F2": { own: 1 } },
      "region=11": { "de la fiche F2": { own: 1, whole: true } },
    });
  });

  test("n'est plus seul dans une région dès qu'un autre y a conclu un contrat, pas avant", async () => {
    const apres = [de("F1", "02"), de("F2", "02", "2025-09-01")];
    expect(await sus(apres)).toMatchObject({ "region=32": { "de la fiche F1": { own: 1, whole: true } } });
    expect(await sus(apres, { semestre: lireSemestre("2025-S2"), date: "2026-01-10" })).toEqual({});
  });

  test("reste à prendre en compte s'il était seul dans une publication d'avant", async () => {
    const apres = [de("F1", "02"), de("F2", "02", "2025-09-01")];
    const plusTard = { semestre: lireSemestre("2025-S2"), date: "2026-01-10", regionsPubliees: ["2025-06-30", "2025-12-31"] };
    expect(await sus(apres, plusTard)).toEqual({ "": { "de la fiche F1": { own: 1 } }, "region=32": { "de la fiche F1": { own: 1 } } });
  });

  test("n'importe pas sans tableau par région", async () => {
    expect(await sus([de("F1", "02"), de("F2", "75")], { selon: undefined })).toEqual({});
  });
});

describe("des lots", () => {
  let dossier: string;
  beforeAll(() => {
    dossier = mkdtempSync(join(tmpdir(), "cpro-porteurs "));
  });
  afterAll(() => rmSync(dossier, { recursive: true }));

  const semestre = (jour: string | null): string | null => jour && `${jour.slice(0, 4)}-${jour.slice(5, 7) <= "06" ? "S1" : "S2"}`;
  const enLot = (ligne: Ligne): Ligne => {
    const { conclu_le, rupture_le, jury_le, fin_parcours } = ligne;
    const jours = { conclu_le, rupture_le, jury_le, fin_parcours };
    return { ...ligne, ...Object.fromEntries(Object.entries(jours).map(([nom, jour]) => [nom, semestre(jour)])) };
  };

  async function lot(donnees: readonly Parcours[], nom: string, envoi?: string): Promise<LotDeLignes> {
    const fichier = join(dossier, `lot-${nom}.parquet`);
    const siennes = lignesDeLot(
      lignes(dispositif, { parcours: documents(donnees), ineligibles: new Map(), couts: new Map(), fiches: fichesDe(donnees) }),
    ).filter((_, rang) => donnees[rang]?.fiche === nom);
    writeFileSync(fichier, await parquetDe(typesSql, siennes.map(enLot)));
    return { fichier, projet: { fiche: nom, domaines: [] }, ...(envoi && { envoi }) };
  }

  const aucun = { dossier: { fiches: [], parcours: [] }, couts: new Map() };

  test("disent la même chose que les fichiers dont ils viennent", async () => {
    const lieux = [
      ["F1", "02"],
      ["F2", "75"],
      ["F3", "75"],
      ["F2", "974"],
    ] as const;
    const donnees = foule(40, 8).map((un, rang) => {
      const [nom, departement] = lieux[rang % lieux.length] ?? lieux[0];
      return { ...un, fiche: nom, ...(un.entreprise && { entreprise: { ...un.entreprise, departement } }) };
    });
    const lots = await Promise.all(["F1", "F2", "F3"].map((nom) => lot(donnees, nom)));
    const fiches = [fiche("F1", "90000000100012"), fiche("F2", "90000000200010"), fiche("F3", "90000000200028")];
    const fichiers = await sus(donnees, {}, fiches);
    expect(Object.keys(fichiers).sort()).toEqual(["", "region=04", "region=11", "region=32"]);
    expect(await sus([], { ...aucun, lots, dossier: { fiches, parcours: [] } })).toEqual(fichiers);
  });

  test("transmis ensemble sont d'un même porteur, si les fiches ne disent pas lequel", async () => {
    const donnees = [de("F1", "02"), de("F2", "02"), de("F3", "75")];
    const lots = await Promise.all([lot(donnees, "F1", "nord"), lot(donnees, "F2", "nord"), lot(donnees, "F3", "paris")]);
    expect(await sus([], { ...aucun, lots })).toMatchObject({
      "region=32": { "des lots de nord": { own: 2, whole: true } },
      "region=11": { "des lots de paris": { own: 1, whole: true } },
    });
  });
});
