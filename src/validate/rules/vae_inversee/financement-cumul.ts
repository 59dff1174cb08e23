import { dernierJour, type ParcoursConclu } from "../../../dossier/faits.ts";
import { formatEuros, sumOf, toCents } from "../../../words/money.ts";
import { defineRule, type Finding } from "../../rule.ts";

export default defineRule({
  id: "financement-cumul",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary:
    "Les financements ne dépassent pas le coût réel : ni les fonds publics et le complément ensemble, ni les fonds publics d'une composante au regard de ses dépenses (d'une composante encore sans dépense, une fois le contrat fini). Le forfait s'y ajuste : « cpro funding » donne le calcul exact.",
  references: ["cahier-des-charges-3", "ct-l6332-1-2"],
  *check(parcours, { date }) {
    const { depenses, publics = [], complement } = parcours.financement;
    if (depenses.length === 0 || (publics.length === 0 && complement === undefined)) return;
    const cout = sumOf(depenses);
    const recus = sumOf(publics);
    const demande = toCents(complement?.montant ?? 0);
    if (recus + demande > cout) {
      const excedent = formatEuros(recus + demande - cout);
      const parts = [
        recus > 0 ? `les financements publics (${formatEuros(recus)})` : "",
        demande > 0 ? `le complément (${formatEuros(demande)})` : "",
      ];
      const quoi = parts.filter(Boolean).join(" et ");
      yield {
        at: ["financement", ...(demande > 0 ? ["complement", "montant"] : ["publics"])],
        message: `${quoi.charAt(0).toUpperCase()}${quoi.slice(1)} ${recus > 0 ? "dépassent" : "dépasse"} le coût réel du parcours (${formatEuros(cout)}) : le trop-perçu est de ${excedent}.`,
        hint: "Corrigez les montants ; un trop-perçu est à rendre.",
      };
    } else yield* parComposante(parcours, dernierJour(parcours) < date);
  },
});

function* parComposante({ financement: { depenses, publics = [] } }: ParcoursConclu, isFini: boolean): Iterable<Finding> {
  for (const composante of new Set(publics.map((ligne) => ligne.composante))) {
    const lignes = depenses.filter((depense) => depense.composante === composante);
    if (lignes.length === 0 && !isFini) continue;
    const [recu, cout] = [sumOf(publics.filter((ligne) => ligne.composante === composante)), sumOf(lignes)];
    if (recu <= cout) continue;
    yield {
      at: ["financement", "publics", publics.findLastIndex((ligne) => ligne.composante === composante), "montant"],
      message: `Les financements publics de la composante « ${composante} » (${formatEuros(recu)}) dépassent ses dépenses (${formatEuros(cout)}) : le trop-perçu est de ${formatEuros(recu - cout)}.`,
      hint: "Corrigez les montants ou la composante ; un trop-perçu est à rendre.",
    };
  }
}
