import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { filtrer } from "../../src/progress/index.ts";
import { render } from "../../src/render/progress/index.ts";
import { candidat, fiche, parcours, suivre } from "./cas.ts";

const dossier = [
  parcours({ identifiant: "EPE-001-UN-IDENTIFIANT-QUI-N-EN-FINIT-PAS", contrat: { transmis_opco_le: "2024-09-04" } }),
  parcours({ identifiant: "EPE-002" }),
  parcours({ identifiant: "EPE-003", contrat: { rupture: { le: "2024-12-02" } } }),
  candidat({ identifiant: "EPE-004", phases: { information: { debut: "2024-11-04" } } }),
];
const progres = suivre("2025-01-06", dossier, [
  fiche({ complete_le: "2024-03-08", avis: "favorable", avis_le: "2024-04-20", parcours_accordes: 5 }),
]);
const lignes = (text: string) => stripVTControlCharacters(text).split("\n");

describe("le tableau", () => {
  it("tient en 80 colonnes, quel que soit le filtre", () => {
    const vues = [
      render(progres, { format: "table" }),
      render(progres, { format: "table", who: "employeur" }),
      render(progres, { format: "table", parcours: ["tous"] }),
    ];
    for (const vue of vues) expect(lignes(vue).filter((ligne) => ligne.length > 80)).toEqual([]);
  });

  it("met les retards d'abord, le plus long en tête, avec qui doit agir et depuis combien de jours", () => {
    const [titre, , compte, premier] = lignes(render(progres, { format: "table" }));
    expect(titre).toBe("Au 6 janvier 2025 : 4 parcours, 1 fiche projet.");
    expect(compte).toBe("7 échéances en retard");
    expect(premier).toMatch(/^121 jours {2}employeur {2}EPE-002 +Transmettre le contrat à l'OPCO · Code/);
  });

  it("compte chaque parcours une fois", () => {
    const ensemble = lignes(render(progres, { format: "table" })).find((ligne) => ligne.startsWith("Ensemble"));
    expect(ensemble?.trim().split(/\s+/).slice(1)).toEqual(["·", "1", "2", "1", "·", "4"]);
  });

  it("donne une ligne à chaque parcours, les retards d'abord", () => {
    const rendu = lignes(render(progres, { format: "table" }));
    const debut = rendu.findIndex((ligne) => ligne.startsWith("Parcours"));
    expect(rendu.slice(debut + 2, debut + 6).map((ligne) => ligne.split(/\s/)[0])).toEqual([
      "EPE-001-UN-…",
      "EPE-002",
      "EPE-004",
      "EPE-003",
    ]);
  });

  it("dit ce qui vient à l'acteur choisi", () => {
    const porteur = filtrer(progres, { who: "porteur" });
    expect(lignes(render(porteur, { format: "table", who: "porteur" })).join("\n")).toMatch(/30\/06\/2025 {2}porteur {2}FICHE-1/);
  });

  it("raconte un parcours en entier", () => {
    const un = filtrer(progres, { parcours: ["EPE-003"] });
    const rendu = lignes(render(un, { format: "table", parcours: ["EPE-003"] })).join("\n");
    expect(rendu).toContain("EPE-003 : Mise en œuvre, interrompu (40 % des phases terminées)");
    expect(rendu).toMatch(/en retard {2}01\/01\/2025 {2}employeur {6}Notifier la rupture du contrat/);
  });
});

describe("le JSON", () => {
  const document = JSON.parse(render(progres, { format: "json" }));

  it("a la forme cpro/progress/1", () => {
    expect(document).toMatchObject({ format: "cpro/progress/1", date: "2025-01-06" });
    expect(Object.keys(document.parcours[0])).toEqual([
      "identifiant",
      "phase",
      "etat",
      "avancement",
      "phases",
      "prochaine_etape",
      "echeances",
    ]);
    expect(document.parcours[0].phases[3]).toEqual({ phase: "mise_en_oeuvre", etat: "en_retard", debut: "2024-09-02", fin: "2026-03-01" });
    expect(document.parcours[1].echeances[0]).toEqual({
      id: "opco-transmission",
      libelle: "Transmettre le contrat à l'OPCO",
      echeance: "2024-09-07",
      qui: "employeur",
      etat: "en_retard",
      retard_jours: 121,
      reference: "Code du travail, art. D. 6325-1",
    });
    expect(document.fiches[0]).toMatchObject({
      identifiant: "FICHE-1",
      etat: "acceptee",
      echeance: "2024-05-08",
      parcours_accordes: 5,
      parcours_conclus: 3,
    });
  });

  it("dit la prochaine étape, échéance et acteur", () => {
    expect(document.parcours[1].prochaine_etape).toEqual({
      libelle: "Transmettre le contrat à l'OPCO",
      echeance: "2024-09-07",
      qui: "employeur",
    });
    expect(document.parcours[3].prochaine_etape).toEqual({
      libelle: "Réaliser le diagnostic des besoins et de la faisabilité",
      echeance: null,
      qui: "porteur",
    });
  });
});
