import { describe, expect, it } from "vitest";
import type { Parcours } from "../../src/generated/parcours.ts";
import { addDays, type Day } from "../../src/words/dates.ts";
import { parcours, voir } from "./cas.ts";

interface Limite {
  quoi: string;
  id: string;
  cas: Parcours;
  echeance: Day;
  qui: string;
  article: string;
  /** What the day after the due date brings, when it is not lateness. */
  ensuite?: "faite";
}

const recevable = { depot_le: "2025-01-20", decision: "recevable", decision_le: "2025-03-10", notifiee_le: "2025-03-10" } as const;
const avecDossier = (dossier_depose_le: Day) => parcours({ phases: { recevabilite: recevable, evaluation: { dossier_depose_le } } });
const avecDebut = (debut: Day) => parcours({ contrat: { conclu_le: "2023-08-01", debut } });
const avecDepot = (depot_le: Day) => parcours({ contrat: { conclu_le: "2023-08-01" }, phases: { recevabilite: { depot_le } } });
const avecNotification = (notifiee_le: Day) => parcours({ phases: { recevabilite: { ...recevable, notifiee_le } } });
const en2023 = { conclu_le: "2023-08-01", debut: "2023-08-01" } as const;
const recevable2023 = { depot_le: "2023-08-02", decision: "recevable", decision_le: "2023-08-20" } as const;
const avecRupture = (le: Day) => parcours({ contrat: { rupture: { le } } });

const limites: Limite[] = [
  {
    quoi: "le contrat va à l'OPCO dans les cinq jours de son début",
    id: "opco-transmission",
    cas: parcours(),
    echeance: "2024-09-07",
    qui: "employeur",
    article: "D. 6325-1",
  },
  {
    quoi: "… à cheval sur un 29 février",
    id: "opco-transmission",
    cas: avecDebut("2024-02-26"),
    echeance: "2024-03-02",
    qui: "employeur",
    article: "D. 6325-1",
  },
  {
    quoi: "l'OPCO décide dans les vingt jours ; son silence vaut acceptation",
    id: "opco-decision",
    cas: parcours({ contrat: { transmis_opco_le: "2024-09-04" } }),
    echeance: "2024-09-24",
    qui: "opco",
    article: "D. 6325-2",
    ensuite: "faite",
  },
  {
    quoi: "l'adéquation s'examine dans les deux mois du début",
    id: "adequation",
    cas: parcours(),
    echeance: "2024-11-02",
    qui: "employeur",
    article: "D. 6325-13",
  },
  {
    quoi: "… deux mois après un 31 décembre, une année bissextile",
    id: "adequation",
    cas: avecDebut("2023-12-31"),
    echeance: "2024-02-29",
    qui: "employeur",
    article: "D. 6325-13",
  },
  {
    quoi: "… deux mois après un 31 décembre, une année commune",
    id: "adequation",
    cas: avecDebut("2024-12-31"),
    echeance: "2025-02-28",
    qui: "employeur",
    article: "D. 6325-13",
  },
  {
    quoi: "une rupture se notifie dans les trente jours",
    id: "rupture-notification",
    cas: avecRupture("2025-01-31"),
    echeance: "2025-03-02",
    qui: "employeur",
    article: "D. 6325-5",
  },
  {
    quoi: "le certificateur a deux mois ; son silence vaut recevabilité",
    id: "recevabilite-decision",
    cas: avecDepot("2025-01-20"),
    echeance: "2025-03-20",
    qui: "certificateur",
    article: "R. 6412-4",
    ensuite: "faite",
  },
  {
    quoi: "… deux mois après un 31 décembre, une année bissextile",
    id: "recevabilite-decision",
    cas: avecDepot("2023-12-31"),
    echeance: "2024-02-29",
    qui: "certificateur",
    article: "R. 6412-4",
    ensuite: "faite",
  },
  {
    quoi: "la recevabilité est caduque après la fin du sixième mois",
    id: "recevabilite-caducite",
    cas: avecNotification("2025-03-10"),
    echeance: "2025-09-30",
    qui: "candidat",
    article: "R. 6412-4",
  },
  {
    quoi: "… notifiée un 31 août, jusqu'au 28 février",
    id: "recevabilite-caducite",
    cas: avecNotification("2025-08-31"),
    echeance: "2026-02-28",
    qui: "candidat",
    article: "R. 6412-4",
  },
  {
    quoi: "le jury se réunit dans les trois mois du dossier",
    id: "jury",
    cas: avecDossier("2025-05-14"),
    echeance: "2025-08-14",
    qui: "certificateur",
    article: "R. 6412-5",
  },
  {
    quoi: "… trois mois après un 30 novembre",
    id: "jury",
    cas: avecDossier("2025-11-30"),
    echeance: "2026-02-28",
    qui: "certificateur",
    article: "R. 6412-5",
  },
  {
    quoi: "le résultat se notifie dans les quinze jours du jury",
    id: "jury-resultat",
    cas: parcours({ phases: { recevabilite: recevable, evaluation: { jury: { le: "2025-06-20" } } } }),
    echeance: "2025-07-05",
    qui: "certificateur",
    article: "R. 6412-7",
  },
  {
    quoi: "le jury d'une qualification de branche se tient dans le dernier mois du contrat",
    id: "jury-ccn",
    cas: parcours({ nature: "qualification_ccn" }),
    echeance: "2026-03-01",
    qui: "employeur",
    article: "§ 2.5",
  },
  {
    quoi: "l'action finit d'elle-même",
    id: "fin-contrat",
    cas: parcours(),
    echeance: "2026-03-01",
    qui: "porteur",
    article: "§ 2.4",
    ensuite: "faite",
  },
  {
    quoi: "la sortie se constate dans les six mois de la fin de l'action",
    id: "sortie",
    cas: parcours(),
    echeance: "2026-09-01",
    qui: "porteur",
    article: "§ 4.2",
  },
  { quoi: "… ou de la rupture", id: "sortie", cas: avecRupture("2025-08-31"), echeance: "2026-02-28", qui: "porteur", article: "§ 4.2" },
  {
    quoi: "… jusqu'au 29 février d'une année bissextile",
    id: "opco-decision",
    cas: parcours({ contrat: { conclu_le: "2024-01-29", debut: "2024-02-05", transmis_opco_le: "2024-02-09" } }),
    echeance: "2024-02-29",
    qui: "opco",
    article: "D. 6325-2",
    ensuite: "faite",
  },
  {
    quoi: "… jusqu'au 29 février d'une année bissextile",
    id: "rupture-notification",
    cas: parcours({ contrat: { ...en2023, rupture: { le: "2024-01-30" } } }),
    echeance: "2024-02-29",
    qui: "employeur",
    article: "D. 6325-5",
  },
  {
    quoi: "… notifiée un 31 août, jusqu'au 29 février d'une année bissextile",
    id: "recevabilite-caducite",
    cas: avecNotification("2027-08-31"),
    echeance: "2028-02-29",
    qui: "candidat",
    article: "R. 6412-4",
  },
  {
    quoi: "… notifiée un 29 février, jusqu'au 31 août",
    id: "recevabilite-caducite",
    cas: parcours({ contrat: en2023, phases: { recevabilite: { ...recevable2023, notifiee_le: "2024-02-29" } } }),
    echeance: "2024-08-31",
    qui: "candidat",
    article: "R. 6412-4",
  },
  {
    quoi: "… trois mois après un 30 novembre, une année bissextile",
    id: "jury",
    cas: avecDossier("2027-11-30"),
    echeance: "2028-02-29",
    qui: "certificateur",
    article: "R. 6412-5",
  },
  {
    quoi: "… quinze jours avant la fin de février d'une année bissextile",
    id: "jury-resultat",
    cas: parcours({ contrat: en2023, phases: { recevabilite: recevable2023, evaluation: { jury: { le: "2024-02-14" } } } }),
    echeance: "2024-02-29",
    qui: "certificateur",
    article: "R. 6412-7",
  },
  {
    quoi: "… un contrat qui finit un 29 février",
    id: "jury-ccn",
    cas: parcours({ nature: "qualification_ccn", contrat: { ...en2023, fin: "2024-02-29" } }),
    echeance: "2024-02-29",
    qui: "employeur",
    article: "§ 2.5",
  },
  {
    quoi: "… un 29 février",
    id: "fin-contrat",
    cas: parcours({ contrat: { ...en2023, fin: "2024-02-29" } }),
    echeance: "2024-02-29",
    qui: "porteur",
    article: "§ 2.4",
    ensuite: "faite",
  },
  {
    quoi: "… six mois après un 31 août, une année bissextile",
    id: "sortie",
    cas: parcours({ contrat: { ...en2023, fin: "2023-08-31" } }),
    echeance: "2024-02-29",
    qui: "porteur",
    article: "§ 4.2",
  },
];

describe.each(limites)("$id : $quoi ($echeance)", ({ id, cas, echeance, qui, article, ensuite = "en_retard" }) => {
  const trouver = (date: Day) => voir(cas, date).etapes.find((etape) => etape.id === id);

  it("la veille et le jour même, il est encore temps", () => {
    for (const date of [addDays(echeance, -1), echeance]) {
      expect(trouver(date)).toMatchObject({ echeance, qui, etat: "a_venir", retardJours: 0 });
    }
    expect(trouver(echeance)?.reference).toContain(article);
  });

  it(`le lendemain : ${ensuite}`, () => {
    expect(trouver(addDays(echeance, 1))).toMatchObject({ echeance, etat: ensuite, retardJours: ensuite === "faite" ? 0 : 1 });
  });
});

describe("ce qui met fin à une échéance", () => {
  const etatDe = (cas: Parcours, id: string, date: Day) => voir(cas, date).etapes.find((etape) => etape.id === id)?.etat;

  it("un retard cesse le jour où la chose est faite, pas avant", () => {
    const cas = parcours({ contrat: { transmis_opco_le: "2024-09-12" } });
    expect(["2024-09-07", "2024-09-08", "2024-09-11", "2024-09-12"].map((date) => etatDe(cas, "opco-transmission", date))).toEqual([
      "a_venir",
      "en_retard",
      "en_retard",
      "faite",
    ]);
  });

  it("le jury de branche ne concerne pas une certification du RNCP, ni la recevabilité une qualification de branche", () => {
    expect(etatDe(avecDossier("2025-05-14"), "jury-ccn", "2025-06-01")).toBe("sans_objet");
    const branche = parcours({ nature: "qualification_ccn", phases: { evaluation: { dossier_depose_le: "2025-05-14" } } });
    expect(etatDe(branche, "jury", "2025-09-01")).toBe("sans_objet");
  });

  it("une rupture avant l'échéance lui ôte son objet ; après, le retard demeure", () => {
    expect(etatDe(avecRupture("2024-11-02"), "adequation", "2024-12-01")).toBe("sans_objet");
    expect(etatDe(avecRupture("2024-11-03"), "adequation", "2024-12-01")).toBe("en_retard");
    expect(etatDe(avecRupture("2024-11-03"), "fin-contrat", "2026-04-01")).toBe("sans_objet");
  });

  it("une décision de non-recevabilité ôte leur objet à la caducité et au jury", () => {
    const cas = parcours({ phases: { recevabilite: { ...recevable, decision: "non_recevable" } } });
    expect(etatDe(cas, "recevabilite-caducite", "2025-03-09")).toBe("a_venir");
    expect(etatDe(cas, "recevabilite-caducite", "2025-12-01")).toBe("sans_objet");
    expect(etatDe(cas, "recevabilite-nouvelle", "2025-12-01")).toBe("a_venir");
  });

  it("une démarche, une formation ou un accompagnement enregistrés depuis la notification gardent la recevabilité", () => {
    const notifiee = { ...recevable, notifiee_le: "2025-03-10" };
    const faiteLe = (cas: Parcours, date: Day) => voir(cas, date).etapes.find(({ id }) => id === "recevabilite-caducite")?.faiteLe;
    const avecDemarche = (le: Day) => parcours({ phases: { recevabilite: { ...notifiee, demarches: [{ le, nature: "actualisation" }] } } });
    expect(faiteLe(avecDemarche("2025-06-02"), "2025-06-02")).toBe("2025-06-02");
    expect(faiteLe(avecDemarche("2025-06-02"), "2025-06-01")).toBeUndefined();
    expect(etatDe(avecDemarche("2025-03-09"), "recevabilite-caducite", "2025-10-01")).toBe("en_retard");
    const evaluations = [{ le: "2025-05-05", par: "accompagnateur" as const }];
    expect(faiteLe(parcours({ phases: { recevabilite: notifiee, evaluation: { evaluations } } }), "2025-10-01")).toBe("2025-05-05");
    const depense = (composante: "pedagogique" | "annexes") => ({
      ...parcours({ phases: { recevabilite: notifiee } }),
      financement: { depenses: [{ composante, montant: 100, date: "2025-07-01" }] },
    });
    expect(etatDe(depense("pedagogique"), "recevabilite-caducite", "2025-10-01")).toBe("faite");
    expect(etatDe(depense("annexes"), "recevabilite-caducite", "2025-10-01")).toBe("en_retard");
  });

  it("avant le 29 décembre 2023, une caducité ou un jury n'ont pas d'échéance : le texte d'alors n'est pas connu", () => {
    const cas = parcours({ contrat: en2023, phases: { recevabilite: { ...recevable2023, notifiee_le: "2023-08-31" } } });
    const etape = voir(cas, "2024-10-01").etapes.find(({ id }) => id === "recevabilite-caducite");
    expect(etape).toMatchObject({ etat: "a_venir", retardJours: 0 });
    expect(etape?.echeance).toBeUndefined();
    expect(etape?.libelle).toContain("délai d'avant le 29 décembre 2023, qui n'est pas connu ici");
  });

  it("la sortie constatée d'un contrat rompu ou fini ôte leur objet aux retards ; d'un contrat en cours, non", () => {
    const sortie = { constatee_le: "2025-03-01" };
    const rompu = { ...avecRupture("2024-11-03"), sortie };
    expect(etatDe(rompu, "adequation", "2025-02-28")).toBe("en_retard");
    expect(etatDe(rompu, "adequation", "2025-03-01")).toBe("sans_objet");
    expect(etatDe(parcours({ sortie }), "adequation", "2025-03-01")).toBe("en_retard");
  });

  it("le libellé dit la décision tacite, puis la décision rendue", () => {
    const cas = parcours({ phases: { recevabilite: { depot_le: "2025-01-20", decision: "recevable", decision_le: "2025-04-02" } } });
    const libelle = (date: Day) => voir(cas, date).etapes.find(({ id }) => id === "recevabilite-decision")?.libelle;
    expect(libelle("2025-03-20")).toBe("Se prononcer sur la recevabilité");
    expect(libelle("2025-03-21")).toBe("Se prononcer sur la recevabilité : recevabilité tacite, par le silence du certificateur");
    expect(libelle("2025-04-02")).toBe("Se prononcer sur la recevabilité : recevable");
  });

  it("une validation partielle dit les blocs qui restent", () => {
    const jury = {
      le: "2025-06-20",
      resultat: "validation_partielle",
      blocs_valides: ["RNCP90001BC01"],
      notifie_le: "2025-06-30",
    } as const;
    const cas = parcours({
      phases: { recevabilite: recevable, evaluation: { jury: { ...jury, blocs_valides: [...jury.blocs_valides] } } },
    });
    const nouveau = (date: Day) => voir(cas, date).etapes.find(({ id }) => id === "jury-nouveau");
    expect(nouveau("2025-06-29")?.etat).toBe("sans_objet");
    expect(nouveau("2025-06-30")).toMatchObject({
      etat: "a_venir",
      libelle: "Préparer un nouveau passage devant le jury : reste RNCP90001BC02",
    });
  });
});
