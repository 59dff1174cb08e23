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
const contratSigne = ["contrat signé par l'employeur et le salarié (cahier des charges (arrêté du 26 juin 2023), § 2.2)"];
const lignes = (text: string) => stripVTControlCharacters(text).split("\n");

describe("le tableau", () => {
  it("tient en 80 colonnes, quel que soit le filtre", async () => {
    const vues = await Promise.all([
      render(progres, { format: "table" }),
      render(progres, { format: "table", who: "employeur" }),
      render(progres, { format: "table", parcours: ["tous"] }),
    ]);
    for (const vue of vues) expect(lignes(vue).filter((ligne) => ligne.length > 80)).toEqual([]);
  });

  it("met les retards d'abord, le plus long en tête, avec qui doit agir et depuis combien de jours", async () => {
    const [titre, , compte, premier] = lignes(await render(progres, { format: "table" }));
    expect(titre).toBe("Au 6 janvier 2025 : 4 parcours, 1 fiche projet.");
    expect(compte).toBe("7 échéances en retard : employeur 6, porteur 1");
    expect(premier).toMatch(/^121 jours {2}employeur {2}EPE-002 +Transmettre le contrat à l'OPCO · Code/);
  });

  it("compte chaque parcours une fois", async () => {
    const ensemble = lignes(await render(progres, { format: "table" })).find((ligne) => ligne.startsWith("Ensemble"));
    expect(ensemble?.trim().split(/\s+/).slice(1)).toEqual(["·", "1", "2", "1", "·", "4"]);
  });

  it("donne une ligne à chaque parcours, les retards d'abord", async () => {
    const rendu = lignes(await render(progres, { format: "table" }));
    const debut = rendu.findIndex((ligne) => ligne.startsWith("Parcours"));
    expect(rendu.slice(debut + 2, debut + 6).map((ligne) => ligne.split(/\s/)[0])).toEqual([
      "EPE-001-UN-…",
      "EPE-002",
      "EPE-004",
      "EPE-003",
    ]);
  });

  it("dit ce qui vient à l'acteur choisi", async () => {
    const porteur = filtrer(progres, { who: "porteur" });
    expect(lignes(await render(porteur, { format: "table", who: "porteur" })).join("\n")).toMatch(/30\/06\/2025 {2}porteur {2}FICHE-1/);
  });

  it("raconte un parcours en entier", async () => {
    const un = filtrer(progres, { parcours: ["EPE-003"] });
    const rendu = lignes(await render(un, { format: "table", parcours: ["EPE-003"] })).join("\n");
    expect(rendu).toContain("EPE-003 : Mise en œuvre, interrompu (40 % des phases terminées)");
    expect(rendu).toMatch(/en retard {2}01\/01\/2025 {2}employeur {6}Notifier la rupture du contrat/);
  });
});

describe("le tableau d'un écran large", async () => {
  const rendu = lignes(await render(progres, { format: "table" }, 110));
  const debut = rendu.findIndex((ligne) => ligne.startsWith("Parcours"));

  it("dessine les phases de chaque parcours, jusqu'à ce jour puis en pointillé", () => {
    expect(rendu[debut]).toContain("09/2024");
    expect(rendu[debut]).toContain("03/2026");
    expect(rendu[debut + 2]).toMatch(/▇+│╌+ +\S/);
    expect(rendu.filter((ligne) => ligne.length > 110)).toEqual([]);
  });

  it("en donne la légende, et aucune barre à moins de 100 colonnes", async () => {
    expect(rendu).toContain("▁ Information  ▃ Accompagnement  ▅ Recevabilité  ▇ Mise en œuvre  █ Évaluation  ╌ prévu  │ ce jour");
    expect(await render(progres, { format: "table" }, 99)).not.toContain("▇");
  });
});

describe("le CSV", async () => {
  const texte = await render(progres, { format: "csv" });

  it("a une ligne par échéance, marque UTF-8, points-virgules et fins de ligne CRLF", async () => {
    expect(texte.startsWith("\uFEFFgenre;fiche;parcours;phase;etat_parcours;id;libelle;qui;echeance;")).toBe(true);
    const { parcours: tous, fiches, nationales } = JSON.parse(await render(progres, { format: "json" }));
    const echeances = [...tous, ...fiches].flatMap((un: { echeances: unknown[] }) => un.echeances);
    expect(texte.split("\r\n")).toHaveLength(1 + echeances.length + nationales.length + 1);
    expect(texte).toContain(
      "parcours;FICHE-1;EPE-002;mise_en_oeuvre;en_retard;opco-transmission;Transmettre le contrat à l'OPCO;employeur;2024-09-07;2024-09-09;en_retard;121;",
    );
  });

  it("garde en texte ce qu'un tableur prendrait pour une formule", async () => {
    const piege = suivre("2025-01-06", [parcours({ identifiant: '=HYPERLINK("x";"y")' })]);
    expect(await render(piege, { format: "csv" })).toContain(`;"'=HYPERLINK(""x"";""y"")";`);
  });
});

describe("le JSON", async () => {
  const document = JSON.parse(await render(progres, { format: "json" }));

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
      "fiche",
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
      // 7 September 2024 is a Saturday.
      jour_ouvre: "2024-09-09",
      documents: contratSigne,
    });
    expect(document.fiches[0]).toMatchObject({
      identifiant: "FICHE-1",
      etat: "acceptee",
      echeance: "2024-05-08",
      parcours_accordes: 5,
      parcours_conclus: 3,
      parcours_refuses: 0,
      places_restantes: 2,
    });
    expect(document.plafond_national).toEqual({ plafond: 5000, parcours: 3, reference: "décret n° 2023-408, art. 1" });
  });

  it("dit la prochaine étape, échéance et acteur", () => {
    expect(document.parcours[1].prochaine_etape).toEqual({
      libelle: "Transmettre le contrat à l'OPCO",
      echeance: "2024-09-07",
      qui: "employeur",
      jour_ouvre: "2024-09-09",
      documents: contratSigne,
    });
    expect(document.parcours[3].prochaine_etape).toEqual({
      libelle: "Réaliser le diagnostic des besoins et de la faisabilité",
      echeance: null,
      qui: "porteur",
    });
  });
});
