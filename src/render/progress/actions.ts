import type { Ligne } from "../../progress/echeancier.ts";
import type { Echeance } from "../../progress/etape.ts";
import { echeancier } from "../../progress/index.ts";
import type { Progres } from "../../progress/progres.ts";
import { count, formatNumber } from "../../words/french.ts";
import { style } from "../terminal/style.ts";
import { couper, largeur, place, plier, suspendre } from "./lignes.ts";
import { jourCourt } from "./mots.ts";

/** What is late, the longest first: days late, who must act, on what. */
export function sectionRetards(progres: Progres): string {
  const retards = actions(progres, "en_retard").toSorted((a, b) => b.echeance.retardJours - a.echeance.retardJours);
  if (retards.length === 0) return style.green("Aucune échéance en retard.");
  const title = plier(titreRetards(retards), largeur).map((ligne) => style.boldRed(ligne));
  return [...title, ...listing(retards, ({ retardJours }) => count(retardJours, "jour"))].join("\n");
}

/** « 7 échéances en retard : employeur 5, porteur 2 », so that each sees at once whether it is their move. */
export function titreRetards(retards: readonly Ligne[]): string {
  const parActeur = new Map<string, number>();
  for (const { echeance } of retards) parActeur.set(echeance.acteur, (parActeur.get(echeance.acteur) ?? 0) + 1);
  const comptes = [...parActeur].toSorted(([, a], [, b]) => b - a).map(([acteur, nombre]) => `${acteur} ${formatNumber(nombre)}`);
  const titre = count(retards.length, "échéance en retard", "échéances en retard");
  return comptes.length < 2 ? titre : `${titre} : ${comptes.join(", ")}`;
}

/** What is to come, the nearest first. */
export function sectionAVenir(progres: Progres): string {
  const suite = actions(progres, "a_venir").toSorted((a, b) => (a.echeance.echeance < b.echeance.echeance ? -1 : 1));
  if (suite.length === 0) return "Aucune échéance à venir.";
  const title = style.bold(count(suite.length, "échéance à venir", "échéances à venir"));
  return [title, ...listing(suite, ({ echeance }) => jourCourt(echeance))].join("\n");
}

function actions(progres: Progres, etat: "en_retard" | "a_venir"): Ligne[] {
  return echeancier(progres).filter(({ echeance }) => echeance.etat === etat);
}

function listing(all: readonly Ligne[], quand: (echeance: Echeance) => string): string[] {
  const widths = {
    quand: place(
      all.map(({ echeance }) => quand(echeance)),
      12,
    ),
    qui: place(
      all.map(({ echeance }) => echeance.acteur),
      20,
    ),
    de: place(
      all.map(({ de }) => de),
      18,
    ),
  };
  return all.map(({ de, echeance }) =>
    suspendre(
      [
        { text: quand(echeance), width: widths.quand, isRight: true },
        { text: echeance.acteur, width: widths.qui },
        { text: couper(de, widths.de), width: widths.de },
      ],
      `${echeance.libelle} · ${echeance.reference}`,
    ),
  );
}
