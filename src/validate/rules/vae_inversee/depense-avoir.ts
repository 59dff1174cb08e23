import type { ParcoursConclu } from "../../../dossier/faits.ts";
import { type Cents, formatEuros, sumOf, toCents } from "../../../words/money.ts";
import { adjectifs, totauxParComposante } from "../../depenses.ts";
import { defineRule, type Finding } from "../../rule.ts";

type Depense = ParcoursConclu["financement"]["depenses"][number];

export default defineRule({
  id: "depense-avoir",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary:
    "Un avoir, qui est un montant négatif, nomme la facture du parcours qu'il corrige (« avoir_de ») et ne la dépasse pas ; les dépenses d'une composante ne font pas un total négatif.",
  references: ["faq-ministere"],
  *check({ financement: { depenses } }) {
    // Most contracts have none, and nothing more to ask.
    if (depenses.every(({ montant, avoir_de }) => montant >= 0 && avoir_de === undefined)) return;
    const fautes = [...depenses.entries()].flatMap(([rang, depense]) =>
      depense.montant < 0 || depense.avoir_de !== undefined ? [...avoir(rang, depense, depenses)] : [],
    );
    yield* fautes;
    if (fautes.length > 0) return;
    for (const [composante, { total, derniere }] of totauxParComposante(depenses)) {
      if (total >= 0) continue;
      yield {
        at: ["financement", "depenses", derniere, "montant"],
        message: `Les dépenses ${adjectifs[composante]} font ${formatEuros(total)} : les avoirs dépassent les dépenses.`,
        hint: "Ajoutez la facture que l'avoir corrige, ou corrigez sa composante ou son montant.",
      };
    }
  },
});

function* avoir(rang: number, { montant, avoir_de }: Depense, depenses: readonly Depense[]): Iterable<Finding> {
  const ligne = ["financement", "depenses", rang];
  if (montant >= 0) {
    yield {
      at: [...ligne, "montant"],
      message: `Un avoir sur la facture « ${avoir_de} » est un montant négatif : ${formatEuros(toCents(montant))} ne l'est pas.`,
      hint: `Écrivez « montant: -${montant} », ou retirez « avoir_de ».`,
    };
    return;
  }
  if (avoir_de === undefined) {
    yield {
      at: [...ligne, "montant"],
      message: `L'avoir de ${formatEuros(toCents(-montant))} ne dit pas quelle facture il corrige.`,
      hint: "Ajoutez « avoir_de: » avec la référence de cette facture.",
    };
    return;
  }
  const facture: Cents = sumOf(depenses.filter((one) => one.facture === avoir_de && one.montant > 0));
  const avoirs: Cents = sumOf(depenses.filter((one) => one.avoir_de === avoir_de && one.montant < 0));
  const isPremier = depenses.findIndex((one) => one.avoir_de === avoir_de && one.montant < 0) === rang;
  if (facture === 0) {
    yield {
      at: [...ligne, "avoir_de"],
      message: `Aucune dépense de ce parcours ne porte la facture « ${avoir_de} » que cet avoir corrige.`,
      hint: "Vérifiez la référence : c'est celle de « facture: » sur la dépense corrigée.",
    };
  } else if (facture + avoirs < 0 && isPremier) {
    yield {
      at: [...ligne, "montant"],
      message: `Les avoirs sur la facture « ${avoir_de} » font ${formatEuros(-avoirs)}, plus que ses ${formatEuros(facture)}.`,
      hint: "Corrigez le montant de l'avoir, ou celui de la facture.",
    };
  }
}
