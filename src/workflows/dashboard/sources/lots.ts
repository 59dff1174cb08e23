import { dirname } from "node:path";
import { type LotDeLignes, lireSemestre, releverLots } from "../../../dashboard/index.ts";
import type { Dossier } from "../../../dossier/load.ts";
import { UserError } from "../../../errors.ts";
import {
  colonnesLibres,
  comparerLots,
  controlerLots,
  controlerSignatures,
  definitionDesLots,
  type LotTrouve,
  lireClesPubliques,
  mesures,
  trouverLots,
} from "../../../export/index.ts";
import type { Io } from "../../../io.ts";
import { count, list } from "../../../words/french.ts";
import { arreteAu } from "../../../words/semestres.ts";
import type { DashboardOptions } from "../options.ts";
import { noteMissing } from "./missing-lots.ts";
import { noteSigned } from "./signed-lots.ts";

interface LotsOuverts {
  lots: LotDeLignes[];
  /** What readers of the dashboard must know of the lots behind it; no number, for it could be a small one. */
  reserves: string[];
}

interface Lots {
  /** The paths that hold something else. */
  autres: string[];
  /** Checks the lots against what the other paths hold, and gives those to count. */
  ouvrir(dossier: Pick<Dossier, "fiches" | "parcours">): Promise<LotsOuverts>;
}

/** Finds the lots behind paths and checks them; says on standard error what is set aside and what is missing. */
export function ouvrirLots(paths: readonly string[], options: DashboardOptions, io: Io): Lots {
  const cles = options.cles === undefined ? new Map<string, string>() : lireClesPubliques(options.cles);
  const { lots: trouves, nus, autres } = trouverLots(paths);
  if (nus.length > 0) noteBare(nus, options, io);
  return {
    autres,
    ouvrir: async (dossier) => {
      const lots = sansDoubles(trouves, dossier, io);
      const semestre = lireSemestre(options.semester);
      const fin = arreteAu(semestre, options.date);
      controlerLots(lots, semestre, fin);
      const chemins = lots.map(({ chemin }) => chemin);
      if (lots.length > 0) comparerLots(lots, await releverLots(definitionDesLots, chemins, colonnesLibres));
      const signataires = controlerSignatures(lots, cles);
      const reserves = [
        ...noteRead(lots, fin, io),
        ...noteSigned(signataires, options, io),
        ...noteMissing(lots, dossier, { ...options, arreteAu: fin }, io),
      ];
      return { lots: [...lots.map(lotDeLignes), ...nus.map((fichier) => ({ fichier }))], reserves };
    },
  };
}

/** Rows that nothing vouches for are for the porteur's own eyes. */
function noteBare(nus: readonly string[], { diffusion }: DashboardOptions, io: Io): void {
  const quoi = `${list(nus, "et")} : aucun manifest.json à côté`;
  if (diffusion === "interne") {
    io.note(`${quoi}, rien n'a pu être vérifié.`);
    return;
  }
  throw new UserError(
    `${quoi}. Sans lui, rien ne prouve que ces lignes soient entières : elles ne peuvent pas être publiées.`,
    "Demandez au porteur le dossier entier que « cpro export » a écrit. Pour vos seuls besoins, ajoutez --diffusion interne.",
  );
}

/** A porteur's own lots often lie in its dossier: met there they are set aside, but nobody may ask for both. */
function sansDoubles(lots: readonly LotTrouve[], { parcours }: Pick<Dossier, "parcours">, io: Io): LotTrouve[] {
  const lues = new Set(parcours.map(({ data }) => data.fiche));
  const doubles = lots.filter(({ annonce }) => lues.has(annonce.fiche.identifiant));
  const demande = doubles.find(({ nomme }) => nomme);
  if (demande !== undefined) {
    throw new UserError(
      `La fiche ${demande.annonce.fiche.identifiant} est à la fois dans ${demande.chemin} et dans des fichiers YAML : ses parcours seraient comptés deux fois.`,
      "Donnez l'un ou l'autre.",
    );
  }
  if (doubles.length > 0) {
    io.note(
      `${count(doubles.length, "lot laissé de côté", "lots laissés de côté")}, car les fichiers YAML de la même fiche sont là : ${doubles.map(({ chemin }) => chemin).join(", ")}.`,
    );
  }
  return lots.filter((lot) => !doubles.includes(lot));
}

/** Says what was read, and gives what readers must know of it. */
function noteRead(lots: readonly LotTrouve[], fin: string, io: Io): string[] {
  if (lots.length === 0) return [];
  const somme = (quoi: "parcours" | "retenus"): number => lots.reduce((total, { annonce }) => total + annonce[quoi], 0);
  io.note(`${count(lots.length, "lot vérifié", "lots vérifiés")} : ${count(somme("parcours"), "parcours", "parcours")}.`);
  const reserves: string[] = [];
  if (somme("retenus") > 0) {
    io.end("problems");
    reserves.push("Des parcours manquent : leur porteur les a retenus pour que personne ne soit reconnaissable.");
    io.note(
      `${count(somme("retenus"), "parcours n'y est pas", "parcours n'y sont pas")} : leur porteur les a retenus pour que personne ne soit reconnaissable.`,
    );
  }
  const tot = lots.filter(({ manifeste }) => manifeste.arrete_au < fin).map(({ chemin }) => chemin);
  if (tot.length > 0) {
    io.note(`${count(tot.length, "lot s'arrête", "lots s'arrêtent")} avant la fin de la période : ${tot.join(", ")}.`);
    reserves.push("Des porteurs ont transmis leurs données avant la fin de la période.");
  }
  const cotes = [...new Set(lots.flatMap(({ annonce }) => annonce.risque.laisses_de_cote.map(({ colonne }) => colonne)))];
  const nombres = mesures.filter((nom) => cotes.includes(nom));
  // Which half-year it was before is a detail that no table of this one has.
  const codes = cotes.filter((nom) => nom !== "conclu_le" && !nombres.some((un) => un === nom));
  const dits = [
    ...(codes.length > 0 ? [leftOut(codes)] : []),
    ...(nombres.length > 0
      ? [
          "Pour que personne ne soit reconnaissable, des porteurs n'ont donné que l'ordre de grandeur de montants ou d'heures : leurs sommes et leurs moyennes sont approchées.",
        ]
      : []),
  ];
  for (const dit of dits) io.note(dit);
  return [...reserves, ...dits];
}

function leftOut(colonnes: readonly string[]): string {
  const distincts = { entreprise: "les entreprises (E1)", certification: "les certifications (C2.certifications)" };
  const perdus = Object.entries(distincts).flatMap(([colonne, nom]) => (colonnes.includes(colonne) ? [nom] : []));
  const suite = perdus.length === 0 ? "" : ` ; ${list(perdus, "et")} ne sont pas toutes comptées`;
  return `Pour que personne ne soit reconnaissable, des porteurs ont laissé des champs de côté (${colonnes.join(", ")}) : ils sont « non connu »${suite}.`;
}

function lotDeLignes({ chemin, annonce: { fiche } }: LotTrouve): LotDeLignes {
  const accepteLe = fiche.acceptee === null ? undefined : lireSemestre(fiche.acceptee).debut;
  return { fichier: chemin, envoi: dirname(chemin), projet: { fiche: fiche.identifiant, accepteLe, domaines: fiche.domaines } };
}
