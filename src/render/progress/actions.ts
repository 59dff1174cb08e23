import { count } from "../../french.ts";
import type { Echeance } from "../../progress/etapes.ts";
import { isEcheance, type Progres } from "../../progress/index.ts";
import { style } from "../terminal/style.ts";
import { couper, place, suspendre } from "./lignes.ts";
import { jourCourt, nomActeur } from "./mots.ts";

/** A due date and whose it is: a parcours, a fiche, or the country. */
interface Action {
  de: string;
  echeance: Echeance;
}

/** What is late, the longest first: days late, who must act, on what. */
export function sectionRetards(progres: Progres): string {
  const retards = actions(progres, "en_retard").toSorted((a, b) => b.echeance.retardJours - a.echeance.retardJours);
  if (retards.length === 0) return style.green("Aucune échéance en retard.");
  const title = style.bold.red(count(retards.length, "échéance en retard", "échéances en retard"));
  return [title, ...listing(retards, ({ retardJours }) => count(retardJours, "jour"))].join("\n");
}

/** What is to come, the nearest first. */
export function sectionAVenir(progres: Progres): string {
  const suite = actions(progres, "a_venir").toSorted((a, b) => (a.echeance.echeance < b.echeance.echeance ? -1 : 1));
  if (suite.length === 0) return "Aucune échéance à venir.";
  const title = style.bold(count(suite.length, "échéance à venir", "échéances à venir"));
  return [title, ...listing(suite, ({ echeance }) => jourCourt(echeance))].join("\n");
}

function actions({ parcours, fiches, nationales }: Progres, etat: "en_retard" | "a_venir"): Action[] {
  const all: Action[] = [
    ...parcours.flatMap(({ identifiant: de, etapes }) => etapes.filter(isEcheance).map((echeance) => ({ de, echeance }))),
    ...fiches.flatMap(({ identifiant: de, echeances }) => echeances.map((echeance) => ({ de, echeance }))),
    ...nationales.map((echeance) => ({ de: "national", echeance })),
  ];
  return all.filter(({ echeance }) => echeance.etat === etat);
}

function listing(all: readonly Action[], quand: (echeance: Echeance) => string): string[] {
  const widths = {
    quand: place(
      all.map(({ echeance }) => quand(echeance)),
      12,
    ),
    qui: place(
      all.map(({ echeance }) => nomActeur(echeance.qui)),
      13,
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
        { text: nomActeur(echeance.qui), width: widths.qui },
        { text: couper(de, widths.de), width: widths.de },
      ],
      `${echeance.libelle} · ${echeance.reference}`,
    ),
  );
}
