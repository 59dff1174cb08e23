import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Couts } from "../../src/dashboard/definition/columns/faits.ts";
import type { TablePubliee } from "../../src/dashboard/index.ts";
import { avecContrat } from "../../src/dossier/contrats.ts";
import { loadDossier } from "../../src/dossier/load.ts";
import { departements } from "../../src/generated/nomenclatures.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { coutsParFichier } from "../../src/workflows/couts.ts";
import { tables } from "./cellules.ts";
import { couts, foule } from "./dossier.ts";

// An independent count of every cell, with plain loops over the files: no SQL, and none of the code of src/dashboard.

const debut = "2025-01-01";
const fin = "2025-06-30";

/** Whole months, the day clamped to the last of a shorter month: from 31 May to 28 February there are nine. */
function mois(de: string, a: string): number {
  const [ya = 0, ma = 0, da = 0] = de.split("-").map(Number);
  const [yb = 0, mb = 0, db = 0] = a.split("-").map(Number);
  const dernier = new Date(Date.UTC(yb, mb, 0)).getUTCDate();
  return (yb - ya) * 12 + mb - ma - (db < Math.min(da, dernier) ? 1 : 0);
}

function ans(naissance: string, jour: string): number {
  return Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4)) - (jour.slice(5) < naissance.slice(5) ? 1 : 0);
}

function lendemain(jour: string): string {
  return new Date(Date.parse(jour) + 86_400_000).toISOString().slice(0, 10);
}

function bande(nombre: number, bornes: readonly [number, string][]): string {
  return bornes.findLast(([min]) => nombre >= min)?.[1] ?? "non_connu";
}

const durees: [number, string][] = [
  [0, "0-5"],
  [6, "6-8"],
  [9, "9-11"],
  [12, "12"],
  [13, "13-17"],
  [18, "18-23"],
  [24, "24-36"],
  [37, "non_connu"],
];
const ages: [number, string][] = [
  [16, "16-17"],
  [18, "18-20"],
  [21, "21-25"],
  [26, "26-29"],
  [30, "30-34"],
  [35, "35-44"],
  [45, "45-49"],
  [50, "50+"],
];
const inscriptions: [number, string][] = [
  [0, "0-11"],
  [12, "12-23"],
  [24, "24+"],
];
const anciennetes: [number, string][] = [
  [0, "0-2"],
  [3, "3-5"],
  [6, "6-11"],
  [12, "12+"],
];
const effectifs: [number, string][] = [
  [0, "0-9"],
  [10, "10-49"],
  [50, "50-199"],
  [200, "200-249"],
  [250, "250+"],
];
// The sections of the NAF, by their last division.
const sections: [number, string][] = [
  [3, "A"],
  [9, "B"],
  [33, "C"],
  [35, "D"],
  [39, "E"],
  [43, "F"],
  [47, "G"],
  [53, "H"],
  [56, "I"],
  [63, "J"],
  [66, "K"],
  [68, "L"],
  [75, "M"],
  [82, "N"],
  [84, "O"],
  [85, "P"],
  [88, "Q"],
  [93, "R"],
  [96, "S"],
  [98, "T"],
  [99, "U"],
];
const section = (p: Parcours) => sections.find(([derniere]) => Number(entreprise(p).naf.slice(0, 2)) <= derniere)?.[1] ?? "non_connu";

const contrat = (p: Parcours) => p.contrat as NonNullable<Parcours["contrat"]>;
const certification = (p: Parcours) => p.certification as NonNullable<Parcours["certification"]>;
const entreprise = (p: Parcours) => p.entreprise as NonNullable<Parcours["entreprise"]>;
const jury = (p: Parcours) => p.phases.evaluation?.jury;
const rupture = (p: Parcours) => contrat(p).rupture?.le;
const terme = (p: Parcours) => rupture(p) ?? [contrat(p).fin, jury(p)?.le ?? ""].sort().at(-1);
const duree = (p: Parcours) => bande(mois(contrat(p).debut, lendemain(contrat(p).fin)), durees);
const age = (p: Parcours) => bande(ans(p.beneficiaire.date_naissance, contrat(p).conclu_le), ages);
const ouiNon = (oui: boolean | undefined): string => (oui === undefined ? "non_connu" : oui ? "oui" : "non");

function prioritaire(p: Parcours): boolean {
  const { minimum_social, ex_contrat_aide, mois_inscription = 0, niveau_entree, date_naissance } = p.beneficiaire;
  const annees = ans(date_naissance, contrat(p).conclu_le);
  return (
    minimum_social !== undefined ||
    ex_contrat_aide === true ||
    mois_inscription > 12 ||
    (annees >= 16 && annees <= 25 && niveau_entree === "aucun")
  );
}

function phase(p: Parcours): string {
  const le = rupture(p) ?? "";
  const { information, accompagnement, recevabilite, evaluation } = p.phases;
  const avant = (jour: string | undefined): boolean => jour !== undefined && jour <= le;
  if (avant(evaluation?.dossier_depose_le) || avant(jury(p)?.le)) return "evaluation";
  if (avant(contrat(p).debut)) return "mise_en_oeuvre";
  if (avant(recevabilite?.depot_le)) return "recevabilite";
  if (avant(accompagnement?.debut)) return "accompagnement";
  return avant(information?.debut) ? "information" : "non_connu";
}

function recevabilite(p: Parcours): string {
  const { depot_le = "9999", decision, decision_le = depot_le === "9999" ? "" : depot_le } = p.phases.recevabilite ?? {};
  const le = rupture(p) ?? "";
  if (decision !== undefined && decision_le <= le) return decision;
  return depot_le <= le ? "deposee" : "non_deposee";
}

interface Compte {
  jour: (p: Parcours) => string | undefined;
  codes: ((p: Parcours) => string)[];
  garder?: (p: Parcours) => boolean;
}

const region = (p: Parcours) => departements[entreprise(p).departement]?.region ?? "non_connu";
const conclu = (p: Parcours) => contrat(p).conclu_le;
const demandeurs = { jour: conclu, garder: (p: Parcours) => p.beneficiaire.situation_avant === "demandeur_emploi" };
const emploi = (p: Parcours) => p.sortie?.contrat_travail;
const sansEmploi = (p: Parcours) => p.sortie?.constatee_le !== undefined && emploi(p) === undefined;

const comptes: Record<string, Compte> = {
  C1: { jour: conclu, codes: [duree, (p) => contrat(p).nature] },
  "C2.niveau": { jour: conclu, codes: [(p) => certification(p).nature, (p) => String(certification(p).niveau)] },
  "C2.domaine": { jour: conclu, codes: [(p) => certification(p).domaine] },
  "C3.niveau": { jour: (p) => jury(p)?.le, codes: [(p) => jury(p)?.resultat ?? "non_connu", (p) => String(certification(p).niveau)] },
  "C3.domaine": { jour: (p) => jury(p)?.le, codes: [(p) => jury(p)?.resultat ?? "non_connu", (p) => certification(p).domaine] },
  "C3.nature": { jour: (p) => jury(p)?.le, codes: [(p) => jury(p)?.resultat ?? "non_connu", (p) => certification(p).nature] },
  "C5.phase": { jour: rupture, codes: [phase, (p) => bande(Math.max(0, mois(contrat(p).debut, rupture(p) ?? "")), anciennetes)] },
  "C5.initiative": { jour: rupture, codes: [(p) => contrat(p).rupture?.initiative ?? ""] },
  "C5.recevabilite": { jour: rupture, codes: [recevabilite] },
  B1: { jour: conclu, codes: [(p) => p.beneficiaire.sexe, age] },
  "B2.inscription": { ...demandeurs, codes: [(p) => bande(p.beneficiaire.mois_inscription ?? -1, inscriptions)] },
  "B2.minimum_social": { ...demandeurs, codes: [(p) => p.beneficiaire.minimum_social ?? "aucun"] },
  "B2.rqth": { ...demandeurs, codes: [(p) => ouiNon(p.beneficiaire.rqth ?? false)] },
  "B2.prioritaire": { ...demandeurs, codes: [(p) => ouiNon(prioritaire(p))] },
  B3: { jour: terme, codes: [(p) => String(p.beneficiaire.niveau_entree), (p) => String(p.sortie?.niveau_sortie ?? "non_connu")] },
  B4: { jour: terme, codes: [(p) => ouiNon(p.sortie?.poursuite_formation)] },
  B5: { jour: terme, codes: [(p) => emploi(p)?.nature ?? (sansEmploi(p) ? "aucun" : "non_connu")] },
  "T.C1": { jour: conclu, codes: [region] },
  "T.C3": { jour: (p) => jury(p)?.le, codes: [region] },
  "T.C5": { jour: rupture, codes: [region] },
  "T.B1": { jour: conclu, codes: [region, (p) => p.beneficiaire.sexe] },
  B6: { jour: terme, codes: [(p) => (sansEmploi(p) ? "non" : ouiNon(emploi(p)?.meme_entreprise))] },
};

const dansLa = (mesure: string, jour: string | undefined): boolean =>
  jour !== undefined && jour <= fin && (mesure === "cumul" || jour >= debut);
const correspond = (demandes: string[], codes: string[]): boolean =>
  demandes.every((code, rang) => code === "ensemble" || code === codes[rang]);

/** Compares each cell of some tables with a count of one's own. */
function comparer(
  publies: readonly TablePubliee[],
  attendu: (table: TablePubliee, mesure: string, demandes: string[]) => number | null,
): void {
  expect(publies.length).toBeGreaterThan(0);
  for (const table of publies) {
    for (const { mesure, codes, valeur } of table.cellules) {
      const demandes = table.dimensions.map(({ id }) => codes[id] ?? "");
      expect(valeur, `${table.id} ${mesure} ${demandes.join(" × ")}`).toBe(attendu(table, mesure, demandes));
    }
  }
}

/** Compares the tables that count persons with what loops over the files give. */
function comparerEffectifs(publie: { tables: readonly TablePubliee[] }, donnees: readonly Parcours[]): void {
  for (const table of publie.tables.filter(({ id }) => id in comptes)) {
    const { jour, codes, garder = () => true } = comptes[table.id] as Compte;
    const retenus = donnees
      .filter(garder)
      .map((p) => ({ jour: jour(p), places: jour(p) === undefined ? [] : codes.map((code) => code(p)) }));
    comparer([table], (_, mesure, demandes) => {
      let attendu = 0;
      for (const un of retenus) if (dansLa(mesure, un.jour) && correspond(demandes, un.places)) attendu += 1;
      return attendu;
    });
  }
}

for (const taille of [60, 600]) {
  test(`chaque effectif est le compte des fichiers, sur ${taille} parcours`, async () => {
    const donnees = foule(taille, taille);
    comparerEffectifs(await tables(donnees, { selon: "region" }), donnees);
  });
}

test.each([60, 600, 2000])("chaque effectif est le compte des fichiers, sur un dossier engendré de %i parcours", async (taille) => {
  const dossier = mkdtempSync(join(tmpdir(), "cpro-dossier-"));
  const script = new URL("../../scripts/generate-dossier.mjs", import.meta.url).pathname;
  execFileSync(process.execPath, [script, "--parcours", String(taille), "--seed", String(taille), dossier], { stdio: "ignore" });
  const { fiches, parcours } = avecContrat(await loadDossier([dossier]));
  rmSync(dossier, { recursive: true });
  const conclus = parcours.map(({ data }) => data).filter((p) => p.contrat !== undefined);
  expect(conclus.length).toBeGreaterThan(taille / 3);
  const montants = coutsParFichier(parcours, "2026-06-30");
  const publie = await tables([], { dossier: { fiches, parcours }, couts: montants, selon: "region" });
  comparerEffectifs(publie, conclus);
  const finances = parcours.flatMap(({ file, data: p }) => {
    const cout = montants.get(file);
    return cout === undefined ? [] : [{ p, cout }];
  });
  comparer(
    publie.tables.filter(({ id }) => id.startsWith("F")),
    compterCouts(finances),
  );
  comparer(
    publie.tables.filter(({ id }) => id === "C2.certifications"),
    compterCertifications(conclus),
  );
  comparer(
    publie.tables.filter(({ id }) => id === "E1"),
    compterEntreprises(conclus),
  );
  comparer(
    publie.tables.filter(({ id }) => id.startsWith("C4")),
    compterHeures(conclus),
  );
});

const place = (p: Parcours): string[] => [bande(entreprise(p).effectif, effectifs), section(p)];

const compterEntreprises =
  (donnees: readonly Parcours[]) =>
  (_: TablePubliee, mesure: string, demandes: string[]): number => {
    const derniers = new Map<string, string[]>();
    for (const p of donnees) {
      if (!dansLa(mesure, conclu(p))) continue;
      const siren = entreprise(p).siret.slice(0, 9);
      const contrat = [conclu(p), ...place(p)];
      if (contrat.join() > (derniers.get(siren)?.join() ?? "")) derniers.set(siren, contrat);
    }
    return [...derniers.values()].filter(([, ...codes]) => correspond(demandes, codes)).length;
  };

test("les entreprises sont comptées une fois, là où les place leur dernier contrat", async () => {
  const donnees = foule(300, 7);
  const publie = await tables(donnees);
  comparer(
    publie.tables.filter(({ id }) => id === "E1"),
    compterEntreprises(donnees),
  );
});

const compterCertifications =
  (donnees: readonly Parcours[]) =>
  (_: TablePubliee, mesure: string, demandes: string[]): number => {
    const retenus = donnees.filter((p) => dansLa(mesure, conclu(p)) && correspond(demandes, [String(certification(p).niveau)]));
    return new Set(retenus.map((p) => certification(p).code ?? certification(p).intitule)).size;
  };

test("les certifications sont comptées une fois", async () => {
  const donnees = foule(300, 7);
  const publie = await tables(donnees);
  comparer(
    publie.tables.filter(({ id }) => id === "C2.certifications"),
    compterCertifications(donnees),
  );
});

function heures(p: Parcours, modalite = ""): number {
  const { enseignements, activite_heures, accompagnement_vae_heures } = p.modalites as NonNullable<Parcours["modalites"]>;
  const {
    organisme_heures: organisme = 0,
    interne_heures: interne = 0,
    distance_heures: distance = 0,
    afest_heures: afest = 0,
  } = enseignements;
  const toutes: Record<string, number> = {
    organisme,
    interne,
    distance,
    afest,
    activite: activite_heures,
    accompagnement_vae: accompagnement_vae_heures,
  };
  return modalite === "ensemble" ? Object.values(toutes).reduce((somme, h) => somme + h, 0) : (toutes[modalite] ?? 0);
}

const compterHeures =
  (donnees: readonly Parcours[]) =>
  ({ id }: TablePubliee, mesure: string, [modalite]: string[]): number => {
    const retenus = donnees.filter((p) => dansLa(mesure, conclu(p)));
    if (id === "C4.contrats") return retenus.filter((p) => heures(p, modalite) > 0).length;
    return Math.round(retenus.reduce((somme, p) => somme + 100 * heures(p, modalite), 0)) / 100;
  };

test("les heures sont celles des fichiers ; un contrat compte dans chaque modalité à laquelle il recourt", async () => {
  const donnees = foule(200, 11);
  const publie = await tables(donnees);
  comparer(
    publie.tables.filter(({ id }) => id.startsWith("C4")),
    compterHeures(donnees),
  );
});

interface Finance {
  p: Parcours;
  cout: Couts;
}

/** The mean costs and the sums by composante of eligible parcours. */
const compterCouts =
  (eligibles: readonly Finance[]) =>
  ({ id }: TablePubliee, mesure: string, demandes: string[]): number | null => {
    const retenus = eligibles.filter(({ p }) => dansLa(mesure, conclu(p)));
    return id.startsWith("F1") ? moyenne(id, retenus, demandes) : somme(id, retenus, demandes);
  };

function moyenne(id: string, retenus: readonly Finance[], demandes: string[]): number | null {
  const places = retenus.filter(({ p }) => correspond(demandes, [duree(p)]));
  const total = places.reduce((cents, { cout }) => cents + (id === "F1.cout" ? cout.coutReel : cout.forfait), 0);
  return places.length === 0 ? null : Math.round(total / places.length) / 100;
}

function somme(id: string, retenus: readonly Finance[], demandes: string[]): number {
  const composantes = retenus.flatMap(({ cout }) => Object.entries(cout.composantes));
  const demandees = composantes.filter(([nom]) => correspond(demandes, [nom]));
  return demandees.reduce((cents, [, { depense, retenu }]) => cents + (id === "F2.depense" ? depense : retenu), 0) / 100;
}

test("les coûts sont ceux des parcours éligibles", async () => {
  const donnees = foule(200, 11);
  const montants = couts(donnees.length);
  const publie = await tables(donnees, { ineligibles: new Map([["3.yaml", ["beneficiaire-age-minimum"]]]) });
  const eligibles = donnees.flatMap((p, index) => {
    const cout = montants.get(`${index}.yaml`);
    return index !== 3 && cout !== undefined ? [{ p, cout }] : [];
  });
  comparer(
    publie.tables.filter(({ id }) => id.startsWith("F")),
    compterCouts(eligibles),
  );
});
