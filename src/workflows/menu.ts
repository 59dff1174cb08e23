import { demanderChoix, type Option } from "../dialogue/index.ts";
import { type DossierMixte, loadDossier } from "../dossier/load.ts";
import type { Io } from "../io.ts";
import { addMonths } from "../words/dates.ts";
import { count } from "../words/french.ts";
import { semestreDe } from "../words/semestres.ts";

/** What a person may want to do now, and the command that does it. */
interface Action {
  libelle: string;
  arguments: readonly string[];
}

/** `cpro` alone on a terminal: what the current folder allows, each with its command, for next time. `undefined` when nothing is chosen. */
export async function menu(io: Io): Promise<string[] | undefined> {
  const dossier = await loadDossier(["."], io);
  const isVide = dossier.fiches.length + dossier.parcours.length + dossier.faulty.length === 0;
  const contenu = isVide ? "ce dossier ne contient encore aucun fichier cpro" : contenuDe(dossier);
  const choisie = await demanderChoix(`Que voulez-vous faire ? (${contenu})`, (isVide ? debuts : actionsDe(dossier, io)).map(enOption));
  if (typeof choisie === "symbol") return undefined;
  io.note(["", `$ ${commandeDe(choisie)}`, ""]);
  return [...choisie.arguments];
}

const debuts: readonly Action[] = [
  { libelle: "Commencer un dossier ici", arguments: ["init"] },
  { libelle: "Lire les règles", arguments: ["explain"] },
  { libelle: "Voir toutes les commandes", arguments: ["--help"] },
];

function actionsDe({ fiches, parcours }: DossierMixte, { today }: Io): Action[] {
  const ecoule = semestreDe(addMonths(today, -6)).id;
  const suivi: Action[] = [
    { libelle: "Voir où en est chaque parcours", arguments: ["progress"] },
    { libelle: "Voir ce qui est en retard", arguments: ["progress", "--late"] },
    { libelle: "Calculer le financement", arguments: ["funding"] },
    { libelle: "Voir ce qui bloque les paiements", arguments: ["funding", "--paiements"] },
    { libelle: "Établir le tableau de bord du dernier semestre", arguments: ["dashboard", "--semester", ecoule] },
  ];
  return [
    { libelle: "Vérifier les fichiers", arguments: ["validate"] },
    ...(parcours.length > 0 ? suivi : []),
    ...(fiches.length > 0 ? [{ libelle: "Ajouter un parcours", arguments: ["new", "parcours"] }] : []),
    ...(fiches.length === 0 ? [{ libelle: "Écrire la fiche projet", arguments: ["new", "fiche"] }] : []),
    ...debuts.slice(1),
  ];
}

function contenuDe({ fiches, parcours, faulty }: DossierMixte): string {
  const aCorriger = faulty.length === 0 ? [] : [count(faulty.length, "fichier à corriger", "fichiers à corriger")];
  return [count(fiches.length, "fiche projet", "fiches projet"), count(parcours.length, "parcours", "parcours"), ...aCorriger].join(", ");
}

function enOption(action: Action): Option<Action> {
  return { valeur: action, libelle: `${action.libelle.padEnd(LARGEUR)} ${commandeDe(action)}` };
}

const LARGEUR = 46;

function commandeDe({ arguments: suite }: Action): string {
  return ["cpro", ...suite].join(" ");
}
