import { describe, expect, it } from "vitest";
import { acteursDuDossier, computeProgress, filtrer } from "../../src/progress/index.ts";
import type { Suivable } from "../../src/progress/suivi.ts";
import { renderIcs } from "../../src/render/progress/ics.ts";
import { render } from "../../src/render/progress/index.ts";
import { rae as dispositif, exemple } from "../dispositif/rae.ts";
import { modele } from "../modeles.ts";
import { fiche, parcours } from "./cas.ts";

const jour = "2025-06-30";
const [vae, rae] = [parcours(), exemple("RAE-007") as Suivable];
const dossier = (tous: readonly Suivable[], fiches = [fiche()]) => ({
  parcours: tous.map((data) => ({ data, modele: data.dispositif === "rae" ? { dispositif } : modele })),
  fiches: fiches.map((data) => ({ data, modele })),
});

describe("un dossier de plusieurs dispositifs", () => {
  it("suit chacun par le sien, et compte sous le plafond ceux qu'il limite", () => {
    const progres = computeProgress(dossier([vae, rae]), jour);
    expect(progres.parcours.map(({ dispositif, phases }) => [dispositif, phases.length])).toEqual([
      [undefined, 5],
      ["rae", 4],
    ]);
    expect(progres.plafond).toMatchObject({ plafond: 5000, parcours: 1 });
    expect(progres.nationales.length).toBe(3);
  });

  it("sans VAE inversée, n'a ni plafond ni échéances nationales", () => {
    const progres = computeProgress(dossier([rae], []), jour);
    expect(progres).toMatchObject({ fiches: [], nationales: [] });
    expect(progres.plafond).toBeUndefined();
  });

  it("n'ajoute de clés au JSON que pour qui nomme son dispositif", async () => {
    const document = JSON.parse(await render(computeProgress(dossier([vae, rae]), jour), { format: "json" })) as {
      parcours: Record<string, unknown>[];
    };
    const [premier = {}, second = {}] = document.parcours;
    expect([premier.dispositif, premier.etapes]).toEqual([undefined, undefined]);
    expect(Object.keys(second)).toEqual([
      ...["identifiant", "phase", "etat", "avancement", "phases", "prochaine_etape", "echeances", "dispositif", "etapes"],
    ]);
    expect(second.dispositif).toBe("rae");
    const etapes = second.etapes as Record<string, unknown>[];
    expect(etapes.map(({ id }) => id)).toEqual([
      "contractualisation",
      "positionnement",
      "comparaison",
      "dossier",
      "jury-blanc",
      "jury",
      "remise",
    ]);
    expect(etapes[5]).toEqual({
      id: "jury",
      phase: "jury",
      libelle: "Réunir le jury : compétences reconnues",
      qui: "certificateur",
      etat: "faite",
      echeance: "2025-09-16",
      retard_jours: 0,
      faite_le: "2025-05-22",
    });
    expect(etapes[6]).toMatchObject({ echeance: null, faite_le: null });
  });

  it("se montre dans toutes les formes, chacun nommant ses acteurs", async () => {
    const progres = computeProgress(
      dossier([vae, exemple("RAE-007", { positionnement: undefined, jury: undefined }) as Suivable]),
      "2025-10-01",
    );
    for (const format of ["table", "csv", "html", "ics"] as const) expect(await render(progres, { format })).toContain("RAE-007");
    expect(await render(filtrer(progres, { parcours: ["RAE-007"] }), { format: "table", parcours: ["RAE-007"] })).toContain(
      "encadrant technique",
    );
    expect(renderIcs(progres)).toContain("Parcours RAE-007.");
    expect(renderIcs(progres)).toContain("NAME:Échéances des parcours");
    expect(renderIcs(computeProgress(dossier([rae], []), jour))).toContain("NAME:Échéances de la RAE");
    expect(renderIcs(progres)).not.toContain("undefined");
    expect((await render(progres, { format: "html" })).replace(/<script>.*/s, "")).not.toContain("undefined");
  });

  it("compte et montre chacun parmi ceux de son dispositif", async () => {
    const progres = computeProgress(dossier([vae, rae]), jour);
    const table = await render(progres, { format: "table" });
    expect(table.split("\n").filter((ligne) => ["VAE inversée", "RAE"].includes(ligne))).toEqual(["VAE inversée", "RAE"]);
    expect(table.match(/Ensemble/g)?.length).toBe(2);
    const page = await render(progres, { format: "html" });
    expect(page).toContain("RAE : Jury</th>");
    expect(page.match(/<caption>/g)?.length).toBe(2);
    expect(await render(filtrer(progres, { who: "structure" }), { format: "table" })).not.toContain("VAE inversée");
  });

  it("dit qui agit dans ses dispositifs", () => {
    expect(acteursDuDossier(dossier([vae]))).toEqual(["porteur", "employeur", "opco", "dgefp", "certificateur", "candidat"]);
    expect(acteursDuDossier(dossier([rae], []))).toEqual(["candidat", "encadrant", "structure", "certificateur"]);
    expect(acteursDuDossier(dossier([]))).toContain("dgefp");
  });
});
