import { describe, expect, it } from "vitest";
import { filtrer } from "../../src/progress/index.ts";
import { render } from "../../src/render/progress/index.ts";
import { fiche, parcours, suivre, voir } from "./cas.ts";

const [bloc1, bloc2] = ["RNCP90001BC01", "RNCP90001BC02"];
const recevabilite = { depot_le: "2025-01-20", decision: "recevable", decision_le: "2025-03-10" } as const;
const partielle = { le: "2026-02-20", resultat: "validation_partielle", blocs_valides: [bloc1], notifie_le: "2026-02-27" } as const;

/** A first parcours whose jury validates one bloc of two, and the contract that renews it on 2 March 2026. */
const premier = parcours({
  identifiant: "EPE-001",
  phases: { recevabilite, evaluation: { dossier_depose_le: "2025-11-20", jury: { ...partielle, blocs_valides: [bloc1] } } },
});
const second = parcours({
  identifiant: "EPE-009",
  contrat: {
    conclu_le: "2026-02-28",
    debut: "2026-03-02",
    fin: "2026-12-31",
    renouvellement: { motif: "echec", contrat_initial: "EPE-001" },
  },
});
const vus = (date: string) => suivre(date, [second, premier], [fiche()]).parcours;

describe("un contrat renouvelé après un échec (Code du travail, art. L. 6325-7)", () => {
  it("se lie au premier parcours à partir de sa conclusion", () => {
    expect(vus("2026-02-27").map(({ poursuit, poursuiviPar }) => [poursuit, poursuiviPar])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(vus("2026-02-28")[0]?.poursuit).toEqual({ identifiant: "EPE-001", motif: "échec aux épreuves" });
    expect(vus("2026-02-28")[1]?.poursuiviPar).toBe("EPE-009");
  });

  it("prend la suite du premier : nouveau jury et sortie s'y font", () => {
    const etat = (date: string, id: string) => vus(date)[1]?.etapes.find((etape) => etape.id === id)?.etat;
    expect(etat("2026-02-27", "jury-nouveau")).toBe("a_venir");
    expect(etat("2026-02-28", "jury-nouveau")).toBe("faite");
    expect(etat("2026-02-27", "sortie")).toBe("a_venir");
    expect(etat("2027-06-01", "sortie")).toBe("sans_objet");
  });

  it("garde acquis les blocs validés : seuls les autres restent à obtenir", () => {
    const [suite] = vus("2026-03-02");
    expect(suite?.reste).toEqual([bloc2]);
    expect(suite?.etapes.find(({ id }) => id === "jury")?.libelle).toBe(`Réunir le jury de VAE : reste ${bloc2}`);
  });

  it("se lie sous une autre fiche du même porteur, non sous celle d'un autre", () => {
    const ailleurs = { ...second, fiche: "FICHE-2" };
    const fiches = (siret: string) => [
      fiche(),
      { ...fiche(), identifiant: "FICHE-2", porteur: { type: "geiq", denomination: "Autre", siret } as const },
    ];
    expect(suivre("2026-03-02", [premier, ailleurs], fiches("99900001100018")).parcours[0]?.poursuiviPar).toBe("EPE-009");
    expect(suivre("2026-03-02", [premier, ailleurs], fiches("99900002900019")).parcours[0]?.poursuiviPar).toBeUndefined();
  });

  it("se dit dans le détail et dans le JSON", async () => {
    const progres = suivre("2026-03-02", [premier, second]);
    const detail = await render(progres, { format: "table", parcours: ["EPE-001", "EPE-009"] });
    expect(detail).toContain("Contrat renouvelé : le parcours EPE-009 prend la suite.");
    expect(detail).toContain("Contrat renouvelé : poursuit le parcours EPE-001 (échec aux épreuves).");
    expect(JSON.parse(await render(progres, { format: "json" })).parcours).toMatchObject([
      { poursuivi_par: "EPE-009" },
      { poursuit: { identifiant: "EPE-001", motif: "échec aux épreuves" }, reste: [bloc2] },
    ]);
  });
});

describe("une validation partielle", () => {
  it("dit les blocs qui manquent, à partir de la notification", () => {
    expect(voir(premier, "2026-02-26").reste).toBeUndefined();
    expect(voir(premier, "2026-02-27").reste).toEqual([bloc2]);
  });
});

describe("un contrat que l'OPCO refuse (Code du travail, art. D. 6325-2)", () => {
  const refuse = parcours({ contrat: { transmis_opco_le: "2024-09-04", decision_opco: { sens: "refuse", le: "2024-09-16" } } });

  it("est à revoir par l'employeur, sans délai, dès le refus", () => {
    expect(voir(refuse, "2024-09-15").prochaine?.id).toBe("opco-decision");
    expect(voir(refuse, "2024-09-16").prochaine).toMatchObject({ id: "opco-refus", qui: "employeur" });
    expect(voir(refuse, "2024-09-16").etapes.find(({ id }) => id === "opco-decision")?.libelle).toBe(
      "Décider de la prise en charge : refusée",
    );
  });

  it("reste un contrat : ses autres échéances demeurent, une rupture y met fin", () => {
    expect(voir(refuse, "2024-11-03")).toMatchObject({ etat: "en_retard", prochaine: { id: "adequation" } });
    const rompu = { ...refuse, contrat: { ...refuse.contrat, rupture: { le: "2024-09-20" } } };
    expect(voir(rompu, "2024-09-20").etapes.find(({ id }) => id === "opco-refus")?.etat).toBe("sans_objet");
  });
});

describe("les pièces attendues", () => {
  const pieces = (data: Parameters<typeof voir>[0], id: string) =>
    voir(data, "2024-09-03")
      .etapes.find((etape) => etape.id === id)
      ?.documents?.map((piece) => piece.replace(/ \(.*/, ""));

  it("le contrat s'adresse à l'OPCO avec son document annexé (§ 2.2), que le fichier peut dire déjà joint", () => {
    expect(pieces(parcours({ contrat: { document_annexe: false } }), "opco-transmission")).toEqual([
      "contrat signé par l'employeur et le salarié",
      "document annexé au contrat",
    ]);
    expect(pieces(parcours(), "opco-transmission")).toEqual(["contrat signé par l'employeur et le salarié"]);
  });

  it("ne se demandent plus une fois l'étape faite ou sans objet", () => {
    expect(pieces(parcours({ contrat: { transmis_opco_le: "2024-09-02" } }), "opco-transmission")).toBeUndefined();
    expect(pieces(parcours(), "recevabilite-depot")).toEqual(["dossier de recevabilité"]);
    expect(pieces(parcours({ nature: "qualification_ccn" }), "recevabilite-depot")).toBeUndefined();
  });
});

describe("--within", () => {
  const dossier = [parcours({ identifiant: "A", contrat: { transmis_opco_le: "2024-09-04" } }), parcours({ identifiant: "B" })];
  const gardes = (date: string, jusquau: string) =>
    filtrer(suivre(date, dossier), { jusquau }).parcours.map(({ identifiant, etapes }) => [identifiant, ...etapes.map(({ id }) => id)]);

  it("garde les retards et ce qui échoit d'ici là, dernier jour compris", () => {
    expect(gardes("2024-09-10", "2024-09-23")).toEqual([["B", "opco-transmission"]]);
    expect(gardes("2024-09-10", "2024-09-24")).toEqual([
      ["A", "opco-decision"],
      ["B", "opco-transmission"],
    ]);
  });

  it("se combine avec --who", () => {
    const { parcours: siens } = filtrer(suivre("2024-09-10", dossier), { jusquau: "2024-12-31", who: "employeur" });
    expect(siens.map(({ etapes }) => etapes.map(({ id }) => id))).toEqual([["adequation"], ["opco-transmission", "adequation"]]);
  });
});
