import type { RegroupementDit, TableauDeBord } from "../../dashboard/index.ts";
import { formatDay } from "../../words/dates.ts";
import { count, formatNumber, list } from "../../words/french.ts";
import { type Entry, secrecy } from "./secret.ts";

export type { Entry };

/** What a reader must know: what the document is, how to read it, how people are protected, where the figures come from. */
export function sections(report: TableauDeBord): [string, Entry[]][] {
  return [
    ["Ce document", identity(report)],
    ["Lire les tableaux", [...reading(report), ...revised(report)]],
    ...(report.reunies ? [["Catégories réunies", merged(report.reunies)] satisfies [string, Entry[]]] : []),
    ["Secret statistique", secrecy(report)],
    ["Sources", sources(report)],
    ["Définitions", report.tables.map(({ id, titre, unite, population }) => [id, `${titre}. En ${unite}, pour ${population}.`])],
  ];
}

function identity({ presentation, semestre, arreteAu, date, version, secret }: TableauDeBord): Entry[] {
  const underWay = arreteAu < semestre.fin ? ` Le semestre n'est pas terminé : les chiffres s'arrêtent au ${formatDay(arreteAu)}.` : "";
  return [
    ["Objet", presentation.objet],
    ["Période", `${semestre.libelle}, du ${formatDay(semestre.debut)} au ${formatDay(semestre.fin)}.${underWay}`],
    ["Établi le", `${formatDay(date)}, avec cpro ${version}.`],
    ["Diffusion", diffusion(secret)],
  ];
}

function diffusion(secret: TableauDeBord["secret"]): string {
  if (secret === undefined) return "Interne : données confidentielles, rien n'est masqué.";
  return secret.arrondi ? "Publique : les effectifs sont arrondis." : "Publique : les petits effectifs sont masqués.";
}

/** Always said, unless the dispositif says it otherwise. */
const usual: Entry[] = [
  ["Semestre", "Les événements datés du premier au dernier jour du semestre."],
  ["Cumul", "Les événements depuis le début jusqu'au dernier jour du semestre ; ce qui vient après ne compte pas."],
  ["Ensemble", "Le total de la ligne ou de la colonne."],
  ["Non connu", "L'information manque, ou sort des tranches prévues. Une issue non encore constatée est « non connue »."],
  ["s", "Valeur masquée pour protéger des personnes ou des entreprises. Toutes les valeurs masquées portent cette seule marque."],
  ["–", "Aucune valeur : moyenne ou taux sans personne."],
];

/** How to read the tables: what is always said, then what this dispositif adds. */
function reading({ presentation: { lire } }: TableauDeBord): Entry[] {
  const own = new Map(lire.map(({ nom, texte }) => [nom, texte]));
  const others = lire.filter(({ nom }) => !usual.some(([name]) => name === nom));
  return [...usual.map(([name, text]): Entry => [name, own.get(name) ?? text]), ...others.map(({ nom, texte }): Entry => [nom, texte])];
}

/** What would be told apart elsewhere, and is one here. */
function merged({ dimensions, sans, mesures }: RegroupementDit): Entry[] {
  const ones = dimensions.map(
    ({ libelle, reunies }): Entry => [libelle, `${reunies.map((une) => `« ${une.libelle} » : ${list(une.de, "et")}`).join(" ; ")}.`],
  );
  const less = sans.map(({ table, libelle }): Entry => [`Tableau ${table}`, `N'est pas ventilé selon « ${libelle} ».`]);
  const whole: Entry = ["Mesures", "Le cumul seul est publié : rien n'est dit du semestre à part."];
  return [...ones, ...less, ...(mesures ? [whole] : [])];
}

/** Why a cumul is not what was published before and the half-year. */
function revised({ revises = [] }: TableauDeBord): Entry[] {
  if (revises.length === 0) return [];
  const semestres = list(revises, "et");
  const texte = `Révisé : des fichiers arrivés ou corrigés depuis ont changé des chiffres publiés pour ${semestres}. Le cumul compte ce qui est vrai aujourd'hui : il n'est pas la somme du cumul d'alors et du semestre.`;
  return [["Semestres déjà publiés", texte]];
}

function sources({
  presentation: { comptes },
  sources: { fichiers, fiches, conclus, ineligibles, ecartes, imparfaits, reserves, empreinte },
  secret,
}: TableauDeBord): Entry[] {
  const hash: Entry[] = [...reserves.map((texte) => ["Réserve", texte] as const), ["Empreinte des données", `SHA-256 ${empreinte}`]];
  // The exact number of files would give back the number of contracts, which may be hidden.
  if (secret !== undefined) return [["Fichiers lus", atLeast(fichiers)], ...hash];
  return [
    ["Fichiers lus", `${count(fichiers, "fichier")}, dont ${count(fiches, "fiche projet", "fiches projet")}.`],
    [
      comptes,
      `${count(conclus, "parcours", "parcours")}, dont ${formatNumber(ineligibles)} hors des tableaux de financement (non éligibles).`,
    ],
    [
      "Fichiers laissés de côté",
      `${count(ecartes, "fichier")}, et ${count(imparfaits, "parcours compté", "parcours comptés")} malgré une erreur.`,
    ],
    ...hash,
  ];
}

/**
 * The least number of files, to its first digit: the number itself, or the ten it is in, would tell how many contracts there are at
 * most, which may be hidden.
 */
function atLeast(files: number): string {
  if (files < 10) return "Quelques-uns ; leur nombre n'est pas donné, pour le secret statistique.";
  const unit = 10 ** (String(files).length - 1);
  return `Au moins ${formatNumber(files - (files % unit))} (nombre arrondi au-dessous, pour le secret statistique).`;
}
