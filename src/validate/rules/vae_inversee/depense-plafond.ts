import {
  dateDuDroit,
  dernierJour,
  isAfestDuTuteur,
  isTuteurAine,
  lendemainDeLaFin,
  motifPrioritaire,
  type ParcoursConclu,
} from "../../../dossier/faits.ts";
import type { Composante } from "../../../generated/parcours.ts";
import { auProrata, auTaux, baremeAu } from "../../../legal/baremes.ts";
import { calendarMonths, monthsBetween } from "../../../words/dates.ts";
import { type Cents, formatEuros } from "../../../words/money.ts";
import { adjectifs, totauxParComposante } from "../../depenses.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "depense-plafond",
  famille: "vae_inversee",
  scope: "entree",
  severity: "info",
  summary:
    "La part des dépenses d'une composante au-dessus de son plafond, pris sur tout le parcours, n'est pas financée. « cpro funding » donne le calcul exact, année par année et sous le plafond annuel.",
  references: ["cahier-des-charges-3", "ct-d6332-92", "ct-d6332-93"],
  *check(parcours) {
    if (dernierJour(parcours) < parcours.contrat.debut) return;
    for (const [composante, { total, derniere }] of totauxParComposante(parcours.financement.depenses)) {
      if (composante === "pedagogique" && total <= auProrata(baremeAu(dateDuDroit(parcours)).pedagogique, moisAuMoins(parcours))) continue;
      const plafond = plafondDe(composante, parcours);
      if (plafond === undefined || total <= plafond) continue;
      yield {
        at: ["financement", "depenses", derniere, "montant"],
        message: `Les dépenses ${adjectifs[composante]} font ${formatEuros(total)}, au-dessus du plafond de ${formatEuros(plafond)} : l'excédent de ${formatEuros(total - plafond)} n'est pas financé.`,
        hint: "Il reste à la charge du porteur ou d'un autre financeur.",
      };
    }
  },
});

/** A length that the contract has for sure, found at once: most contracts need no finer one. */
function moisAuMoins(parcours: ParcoursConclu): number {
  return calendarMonths(parcours.contrat.debut, dernierJour(parcours)) - 1;
}

/** The ceiling of a composante over the whole parcours; `undefined` when the hours or months it depends on are missing. */
function plafondDe(composante: Composante, parcours: ParcoursConclu): Cents | undefined {
  const bareme = baremeAu(dateDuDroit(parcours));
  switch (composante) {
    case "pedagogique":
      return auProrata(bareme.pedagogique, monthsBetween(parcours.contrat.debut, lendemainDeLaFin(parcours)));
    case "conception_coordination":
    case "accompagnement_vae":
    case "annexes":
      return bareme.fixes[composante].cents;
    case "tuteur_formation": {
      const heures = declare(parcours, composante, "heures");
      return heures === undefined ? undefined : auTaux(bareme.tuteurFormation, heures);
    }
    case "tuteur_exercice": {
      const mois = declare(parcours, composante, "mois");
      const isMajore = isTuteurAine(parcours) || motifPrioritaire(parcours) !== undefined;
      return mois === undefined ? undefined : auTaux(bareme.tuteurExercice({ isMajore, isAfest: isAfestDuTuteur(parcours) }), mois);
    }
  }
}

function declare({ financement }: ParcoursConclu, composante: Composante, unite: "heures" | "mois"): number | undefined {
  let total = 0;
  for (const depense of financement.depenses) {
    if (depense.composante !== composante) continue;
    const declaree = depense[unite];
    if (declaree === undefined) return undefined;
    total += declaree;
  }
  return total;
}
