import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { financerParBases } from "../../src/funding/bases/index.ts";
import { changer, constatsDe, type Donnees, documentDe, dossierDe, exempleDe, progresDe } from "./essai.ts";

/** The worked figures of each dispositif, on the day that they are given for; each with variants. */
const gravites = async (donnees: Donnees, date: string, autres: object[] = []) => {
  const constats = (await constatsDe([donnees, ...autres], date)).filter((un) => !un.includes("dossier-fiche-connue"));
  return ["error", "warning", "info"].map((gravite) => constats.filter((un) => un.startsWith(`${gravite} `)).length).join("/");
};
const regles = async (donnees: Donnees, date: string) => (await constatsDe(donnees, date)).map((un) => un.split(" ").slice(0, 2).join(" "));

async function financement(donnees: Donnees, date = "2025-06-30") {
  const { bases, manques, coutReel, forfait, resteACharge } = financerParBases(await documentDe(donnees), { motifs: [], date });
  const euros = Object.fromEntries(bases.map(({ id, montant }) => [id, montant.cents / 100]));
  return { ...euros, manques, cout: coutReel.cents / 100, du: forfait.cents / 100, reste: resteACharge.cents / 100 };
}

describe("ATL-001, contrat expérimental d'Atlas", () => {
  const le = "2023-03-15";
  const atl = (changes = {}) => exempleDe("cpro_experimental_atlas", "ATL-001", changes);

  it("au 15 mars 2023, attend le point du premier mois et le deuxième bilan", async () => {
    expect(await gravites(atl(), le)).toBe("0/0/0");
    const { progres, phases, etapes } = await progresDe(atl(), le);
    expect(progres).toMatchObject({
      avancement: 0.6,
      prochaine: { id: "integration-mois", echeance: "2022-10-01", retardJours: 165, jourOuvre: "2022-10-03" },
    });
    expect(progres.etapes.find(({ id }) => id === "bilan-2")).toMatchObject({ echeance: "2023-03-01", retardJours: 14 });
    expect(phases).toMatchObject({
      besoin: "terminee",
      parcours_formation: "terminee",
      validation: "terminee",
      formation_tuteurs: "sans_objet",
      mise_en_oeuvre: "en_retard",
      fin: "a_venir",
    });
    expect(etapes["bilan-2"]).toBe("en_retard");
  });

  it("avant le début, ce qui se fait la veille est encore à temps ce jour-là", async () => {
    const sans = atl({ "integration/avant_le": undefined });
    expect((await progresDe(sans, "2022-08-31")).etapes["integration-avant"]).toBe("a_venir");
    expect((await progresDe(sans, "2022-09-01")).etapes["integration-avant"]).toBe("en_retard");
  });

  it("un contrat de six mois n'a pas de deuxième bilan ; de six mois et un jour, non plus ; de sept, si", async () => {
    const finit = async (fin: string) => (await progresDe(atl({ "contrat/fin": fin }), le)).etapes["bilan-2"];
    expect([await finit("2023-02-28"), await finit("2023-03-01"), await finit("2023-03-31")]).toEqual([
      "sans_objet",
      "sans_objet",
      "en_retard",
    ]);
  });

  it("des tuteurs à former le sont au premier jour", async () => {
    const { etapes } = await progresDe(atl({ formation_tuteurs: { necessaire: true } }), le);
    expect(etapes["formation-tuteurs"]).toBe("en_retard");
    expect((await progresDe(atl({ formation_tuteurs: { necessaire: true, le: "2022-09-01" } }), le)).phases.formation_tuteurs).toBe(
      "terminee",
    );
  });

  it("trois mois civils sans module ne sont pas une alternance : deux passent", async () => {
    expect(await regles(atl({ "contrat/fin": "2023-06-30" }), le)).toEqual(["error experimental-alternance"]);
    expect(await regles(atl({ "contrat/fin": "2023-06-29" }), le)).toEqual([]);
  });

  it("est financé au forfait, et le tiers facilitateur à part", async () => {
    expect(await financement(atl())).toEqual({ forfait: 3000, tiers: 1260, manques: [], cout: 5820, du: 4260, reste: 1560 });
    const experimentee = { "financement/regime": "experimentee", "financement/taux_horaire": 15 };
    expect(await financement(atl(experimentee))).toEqual({ horaire: 2400, tiers: 0, manques: [], cout: 5820, du: 2400, reste: 3420 });
    expect(await financement(atl({ ...experimentee, "heures_realisees/certificat_le": undefined }))).toMatchObject({
      du: 0,
      manques: ["certificat absent"],
    });
    expect(await financement(atl({ "financement/regime": undefined }))).toMatchObject({ du: 0, manques: ["régime à saisir"] });
    expect(
      await financement(atl({ "financement/depenses": [{ composante: "pedagogique", montant: 2400 }], tiers_facilitateur: undefined })),
    ).toEqual({ forfait: 2400, manques: [], cout: 2400, du: 2400, reste: 0 });
  });
});

describe("OEP-001, contrat expérimental d'Opco EP", () => {
  const oep = (changes = {}) => exempleDe("cpro_experimental_opco_ep", "OEP-001", changes);

  it("au 20 novembre 2023, attend la décision de l'OPCO", async () => {
    expect(await regles(oep(), "2023-11-20")).toEqual(["warning phase-transmission-opco"]);
    const { progres } = await progresDe(oep(), "2023-11-20");
    expect(progres).toMatchObject({ avancement: 0.6, prochaine: { id: "depot-decision", echeance: "2023-12-04" } });
  });

  it("au 12 novembre 2023, a un jour de retard pour déposer, le premier jour ouvré étant le 13", async () => {
    const { progres } = await progresDe(oep(), "2023-11-12");
    expect(progres.prochaine).toMatchObject({ id: "depot", echeance: "2023-11-11", retardJours: 1, jourOuvre: "2023-11-13" });
  });

  it("vingt jours de silence valent accord", async () => {
    expect((await progresDe(oep(), "2023-12-04")).etapes["depot-decision"]).toBe("a_venir");
    expect((await progresDe(oep(), "2023-12-05")).phases.depot).toBe("terminee");
  });

  it("conclu le 29 décembre 2023, il est trop tard ; pas chez Atlas", async () => {
    const tard = {
      "contrat/conclu_le": "2023-12-29",
      "contrat/debut": "2024-01-02",
      "contrat/fin": "2024-07-01",
      "contrat/transmis_opco_le": "2024-01-03",
    };
    expect(await regles(oep(tard), "2024-01-03")).toContain("error experimental-fenetre");
    const atlas = exempleDe("cpro_experimental_atlas", "ATL-001", { "contrat/conclu_le": "2023-12-29" });
    expect(await regles(atlas, "2024-01-03")).not.toContain("error experimental-fenetre");
  });

  it("est payé à l'heure certifiée, même au-dessus du coût", async () => {
    expect(await financement(oep())).toEqual({ horaire: 1980, manques: [], cout: 2400, du: 1980, reste: 420 });
    expect(await financement(oep({ "heures_realisees/heures": 200 }))).toMatchObject({ du: 3000, reste: -600 });
    expect(await financement(oep({ "heures_realisees/certificat_le": undefined }))).toMatchObject({
      horaire: 0,
      manques: ["certificat absent"],
    });
    expect(await financement(oep({ "financement/taux_horaire": undefined }))).toMatchObject({ horaire: 0, manques: ["taux à saisir"] });
  });

  it("un autre OPCO n'a pas ce contrat", async () => {
    expect(await regles(oep({ opco: "akto" }), "2023-11-20")).toContain("warning experimental-opco");
  });
});

describe("EPE-001, VAE inversée suivie par un GEIQ", () => {
  const fiche = parse(readFileSync(new URL("../../fixtures/geiq-epe/fiche.yaml", import.meta.url), "utf8")) as object;
  const epe = (changes = {}) => exempleDe("vae_inversee_geiq", "EPE-001", changes);

  it("au 1er mars 2025, attend une visite depuis le 12 février", async () => {
    expect(await gravites(epe(), "2025-03-01", [fiche])).toBe("0/3/0");
    expect(await regles(epe(), "2025-03-01")).toEqual(
      expect.arrayContaining(["warning depense-facture", "warning geiq-visites", "warning seance-reflexive"]),
    );
    const { progres } = await progresDe(epe(), "2025-03-01");
    expect(progres).toMatchObject({
      etat: "en_retard",
      avancement: 0.4,
      prochaine: { id: "suivi-competences", echeance: "2025-02-12", retardJours: 17 },
    });
  });

  it("une visite de plus, et c'est la suivante qui est attendue", async () => {
    const { progres } = await progresDe(epe({ "visites/2": { le: "2025-02-10" } }), "2025-03-01");
    expect(progres.etapes.find(({ id }) => id === "suivi-competences")).toMatchObject({ etat: "a_venir", echeance: "2025-05-10" });
  });
});

describe("TH-012, VAE Pro TH", () => {
  const th = (changes = {}) => exempleDe("vae_pro_th", "TH-012", changes);

  it("au 1er juin 2025, la recevabilité est acquise par le silence", async () => {
    expect(await gravites(th(), "2025-06-01")).toBe("0/0/0");
    const { progres, phases } = await progresDe(th(), "2025-06-01");
    expect(progres).toMatchObject({ avancement: 0.67, prochaine: { id: "accompagnement" } });
    expect(progres.etapes.find(({ id }) => id === "recevabilite-decision")).toMatchObject({ etat: "faite", echeance: "2025-05-10" });
    expect(phases.suite).toBe("sans_objet");
    expect((await progresDe(th(), "2025-05-10")).phases.recevabilite).toBe("en_cours");
  });

  it("s'adresse à qui est reconnu travailleur handicapé, ou le demande", async () => {
    expect(await regles(th({ "beneficiaire/rqth": false }), "2025-06-01")).toEqual(["error vae-pro-th-public"]);
    expect(await regles(th({ "beneficiaire/rqth": undefined, "beneficiaire/reconnaissance_en_cours": true }), "2025-06-01")).toEqual([]);
  });
});

describe("MAS-003, VAE collective", () => {
  const mas = (changes = {}) => exempleDe("vae", "MAS-003", changes);

  it("au 15 janvier 2025, est menée à bien", async () => {
    expect(await gravites(mas(), "2025-01-15")).toBe("0/0/0");
    const { progres } = await progresDe(mas(), "2025-01-15");
    expect(progres.avancement).toBe(1);
    expect(progres.etapes.find(({ id }) => id === "jury")).toMatchObject({ etat: "faite", echeance: "2024-12-02" });
  });

  it("un refus, ou une validation partielle, appelle une suite", async () => {
    const refus = mas({ "phases/evaluation/jury/resultat": "refus" });
    expect((await progresDe(refus, "2025-01-15")).progres).toMatchObject({ avancement: 0.75, prochaine: { id: "suite" } });
    expect((await progresDe(changer(refus, { sortie: { constatee_le: "2025-01-10" } }), "2025-01-15")).progres.avancement).toBe(1);
  });

  it("le jury ne se tient pas après une recevabilité refusée", async () => {
    expect(await regles(mas({ "phases/recevabilite/decision": "non_recevable" }), "2025-01-15")).toEqual(["error phase-jury-recevable"]);
  });
});

describe("OZ-003, AFEST", () => {
  const oz = (changes = {}) => exempleDe("afest", "OZ-003", changes);
  const le = "2025-04-30";

  it("au 30 avril 2025, attend l'entretien ; une absence n'est pas une faute", async () => {
    expect(await regles(oz(), le)).toEqual(["info afest-demarche"]);
    const { progres } = await progresDe(oz(), le);
    expect(progres).toMatchObject({ avancement: 0.8, prochaine: { id: "entretien-cip" } });
  });

  it("trois apprenants : une erreur ; trois heures : un avertissement", async () => {
    expect(await regles(oz({ "seances/0/apprenants": 3 }), le)).toContain("error afest-apprenants");
    expect(await regles(oz({ "seances/3/heures": 3 }), le)).toContain("warning afest-seance-duree");
    expect(await regles(oz({ "seances/2/heures": 3 }), le)).toEqual(["info afest-demarche"]);
  });

  const demarche = {
    format: "cpro/demarche/1",
    dispositif: "afest",
    identifiant: "D-1",
    structure: { type: "ei", denomination: "Repasserie Exemple", departement: "80" },
    etat_des_lieux_le: "2024-10-01",
    sensibilisation_le: "2024-10-15",
    formations: [
      { public: "encadrants", du: "2024-11-04", au: "2024-11-07", jours: 4 },
      { public: "direction", du: "2024-11-04", au: "2024-11-05", jours: 2 },
      { public: "encadrants", du: "2024-12-02", au: "2024-12-03", jours: 2 },
    ],
    ingenierie: { le: "2025-01-31", sequences: 6 },
  };
  const avec = async (autre: object) =>
    (await constatsDe([oz({ demarche: "D-1" }), { ...demarche, ...autre }], le)).map((un) => un.split(" ")[1]);

  it("une démarche complète suffit ; nommée et absente, ou incomplète, non", async () => {
    expect(await avec({})).toEqual([]);
    expect(await avec({ identifiant: "D-2" })).toEqual(["afest-demarche"]);
    expect(await avec({ sensibilisation_le: undefined })).toEqual(["afest-demarche"]);
    expect(await avec({ formations: demarche.formations.slice(0, 2) })).toEqual(["afest-demarche"]);
    expect(await avec({ ingenierie: undefined })).toEqual(["afest-demarche"]);
    expect(await avec({ ingenierie: { le: "2025-05-02" } })).toEqual(["afest-demarche"]);
  });
});

describe("RAE-007, RAE", () => {
  const rae = (changes = {}) => exempleDe("rae", "RAE-007", { demarche: "D-1", ...changes });
  const formation = (jours: number) => ({ public: "direction", du: "2023-05-02", au: "2023-05-03", jours });
  const demarche = (formations: object[]) => ({
    format: "cpro/demarche/1",
    dispositif: "rae",
    identifiant: "D-1",
    structure: { type: "esat", denomination: "Ateliers Exemple", departement: "59" },
    formations,
  });
  const avec = async (...formations: object[]) =>
    (await constatsDe([rae(), demarche(formations)], "2025-06-30")).map((un) => un.split(" ")[1]);

  it("sa direction s'est formée deux jours, en une fois ou en deux ; celle des encadrants ne compte pas", async () => {
    expect(await avec(formation(2))).toEqual([]);
    expect(await avec(formation(1), formation(1))).toEqual([]);
    expect(await avec(formation(1.5))).toEqual(["rae-direction"]);
    expect(await avec({ ...formation(10), public: "encadrants" })).toEqual(["rae-direction"]);
    expect(await regles(rae(), "2025-06-30")).toEqual(["info rae-direction"]);
  });

  it("n'est due par personne, et coûte 1 600 € à la structure", async () => {
    const { coutStructure, bases, forfait } = financerParBases(await documentDe(rae()), { motifs: [], date: "2025-06-30" });
    expect([coutStructure, bases, forfait.cents]).toEqual([160_000, [], 0]);
  });
});

describe("CHE-041, CQP", () => {
  const che = (changes = {}) => exempleDe("cqp", "CHE-041", changes);

  it("au 30 novembre 2023, attend son certificat", async () => {
    expect(await gravites(che(), "2023-11-30")).toBe("0/0/0");
    const { progres } = await progresDe(che(), "2023-11-30");
    expect(progres).toMatchObject({ avancement: 0.67, prochaine: { id: "certificat" } });
    expect(progres.etapes.find(({ id }) => id === "formation-debut")).toMatchObject({ etat: "faite", echeance: "2023-03-05" });
    expect(await financement(che())).toEqual({ accord: 2800, manques: [], cout: 3500, du: 2800, reste: 700 });
    expect(await financement(che({ "financement/montant_accorde": 5000 }))).toMatchObject({ accord: 3500, reste: 0 });
  });

  test.each([
    ["2023-03-04", "2023-10-13", ["warning cqp-formation-avant"]],
    ["2023-03-05", "2023-10-13", []],
    ["2023-03-13", "2023-09-11", ["warning cqp-formation-duree"]],
    ["2023-03-13", "2023-09-12", []],
    ["2023-03-13", "2023-11-13", []],
    ["2023-03-13", "2023-11-14", ["warning cqp-formation-duree"]],
  ])("formé du %s au %s : %j", async (debut, fin, attendus) => {
    expect(await regles(che({ "formation/debut": debut, "formation/fin": fin }), "2023-11-30")).toEqual(attendus);
  });

  it("un jury sans la branche ne certifie pas ; un refus n'appelle pas de certificat", async () => {
    expect(await regles(che({ "jury/membres": ["entreprise"] }), "2023-11-30")).toEqual(["error cqp-jury-branche"]);
    expect((await progresDe(che({ "jury/resultat": "refus" }), "2023-11-30")).progres.avancement).toBe(1);
  });
});

describe("BC-020, bilan de compétences", () => {
  const bc = (changes = {}) => exempleDe("bilan_competences", "BC-020", changes);
  const le = "2025-07-15";

  it("au 15 juillet 2025, les documents auraient dû être détruits", async () => {
    expect(await gravites(bc(), le)).toBe("0/0/0");
    const { progres } = await progresDe(bc(), le);
    expect(progres).toMatchObject({ avancement: 0.67, prochaine: { id: "destruction", echeance: "2025-07-07", retardJours: 8 } });
    expect(await financement(bc())).toEqual({ accord: 1800, manques: [], cout: 1800, du: 1800, reste: 0 });
  });

  it("gardés à sa demande, ils le sont trois ans ; un an avant 2024", async () => {
    const garde = { conservation: { accord_le: "2025-07-07", motif: "suivi à six mois" } };
    const { progres, etapes } = await progresDe(bc(garde), le);
    expect(etapes.destruction).toBe("sans_objet");
    expect(progres.etapes.find(({ id }) => id === "destruction-differee")).toMatchObject({ etat: "a_venir", echeance: "2028-07-07" });
    const cep = await progresDe(bc({ communication: [{ a: "cep", accord_le: "2025-07-08" }] }), le);
    expect(cep.etapes).toMatchObject({ destruction: "sans_objet", "destruction-differee": "a_venir" });
    const jadis = bc({ ...garde, "phases/conclusion/debut": "2023-06-23", "phases/conclusion/fin": "2023-07-07" });
    expect((await progresDe(jadis, le)).progres.etapes.find(({ id }) => id === "destruction-differee")).toMatchObject({
      echeance: "2024-07-07",
    });
  });

  test.each([
    ["accepté onze jours après", { "convention/acceptee_le": "2025-04-25" }, ["error bilan-convention"]],
    ["accepté dix jours après", { "convention/acceptee_le": "2025-04-24" }, []],
    ["jamais accepté", { "convention/acceptee_le": undefined }, ["error bilan-convention"]],
    ["hors du plan", { "convention/acceptee_le": undefined, "financement/nature": "cpf" }, []],
    ["de vingt-cinq heures", { "seances/1/heures": 11 }, ["error bilan-duree"]],
    ["de vingt-quatre heures", { "seances/1/heures": 10 }, []],
    ["sans consentement", { consentement_le: undefined }, ["error bilan-consentement"]],
    ["consenti après le début", { consentement_le: "2025-05-06" }, ["error bilan-consentement"]],
    ["dans le désordre", { "phases/investigation/fin": "2025-06-30" }, ["error bilan-phases-ordre"]],
    ["sans investigation", { "phases/investigation": undefined }, ["error bilan-phases-ordre"]],
    ["communiqué sans accord", { communication: [{ a: "employeur" }] }, ["error bilan-communication"]],
    ["par l'employeur lui-même", { "entreprise/siret": "99900022700028" }, ["error bilan-prestataire"]],
  ])("un bilan %s", async (_, changes, attendus) => {
    const trouves = (await regles(bc(changes), le)).filter((un) => !un.includes("siret"));
    expect(trouves).toEqual(attendus);
  });
});

describe("chaque exemple", () => {
  const dossiers = readdirSync(new URL("../../dispositifs", import.meta.url), { withFileTypes: true }).filter((un) => un.isDirectory());
  const fichiers = dossiers.flatMap(({ name }) => {
    try {
      return readdirSync(new URL(`../../dispositifs/${name}/exemple/parcours`, import.meta.url)).map(
        (file) => [name, file.replace(".yaml", "")] as const,
      );
    } catch {
      return [];
    }
  });

  test.each(fichiers)("%s %s, privé d'une clé facultative, ne met rien en défaut", async (dispositif, identifiant) => {
    const entier = exempleDe(dispositif, identifiant);
    let essais = 0;
    for (const chemin of chemins(entier)) {
      const prive = changer(entier, { [chemin]: undefined });
      const { diagnostics: constats, progres } = await sansDefaut(prive);
      if (progres) essais += 1;
      expect(constats, chemin).toBeDefined();
    }
    expect(essais).toBeGreaterThan(5);
  });
});

/** The places of some data, objects and their keys, without the insides of lists. */
function chemins(data: Readonly<Record<string, unknown>>, avant = ""): string[] {
  return Object.entries(data).flatMap(([cle, valeur]) => {
    const ici = `${avant}${cle}`;
    const isObjet = typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
    return [ici, ...(isObjet ? chemins(valeur as Readonly<Record<string, unknown>>, `${ici}/`) : [])];
  });
}

/** Checks, follows and finances what is still a parcours. */
async function sansDefaut(donnees: Donnees) {
  const diagnostics = await constatsDe(donnees, "2025-06-30");
  const [document] = (await dossierDe(donnees)).parcours;
  if (document === undefined) return { diagnostics, progres: false };
  await progresDe(donnees, "2025-06-30");
  if (document.modele.dispositif.cadre.contrat === "aucun" || donnees.contrat !== undefined)
    financerParBases(document, { motifs: [], date: "2025-06-30" });
  return { diagnostics, progres: true };
}
