import { dateDuDroitFiche } from "../../../dossier/faits.ts";
import type { FicheProjet } from "../../../dossier/load.ts";
import { auProrata, auTaux, type Bareme, baremeAu } from "../../../legal/baremes.ts";
import { monthsInYear } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { type Cents, formatEuros, prorata, toCents } from "../../../words/money.ts";
import { defineRule } from "../../rule.ts";

type Couts = NonNullable<NonNullable<FicheProjet["financement"]>["cout_par_parcours"]>;

const noms: Record<keyof Couts, string> = {
  conception_coordination: "La conception et la coordination",
  pedagogique: "Les frais pédagogiques",
  accompagnement_vae: "L'accompagnement à la VAE",
  annexes: "Les frais annexes",
  tutorat: "Le tutorat",
};

export default defineRule({
  id: "fiche-cout-plafonds",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "warning",
  summary:
    "Le coût prévu de chaque composante tient sous son plafond, et leur total sous le plafond annuel du forfait : l'excédent n'est pas financé. Les plafonds se lisent pour la plus longue durée prévue et le tutorat le mieux financé.",
  references: ["cahier-des-charges-3", "decret-2023-408-art-2-ii", "ct-d6332-92", "ct-d6332-93"],
  *check(fiche, { date }) {
    const couts = fiche.financement?.cout_par_parcours;
    if (couts === undefined) return;
    const bareme = baremeAu(dateDuDroitFiche(fiche, date));
    const { min, max = min } = fiche.modalites?.duree_mois ?? {};
    let retenu: Cents = 0;
    for (const cle of Object.keys(noms) as (keyof Couts)[]) {
      const cout = toCents(couts[cle] ?? 0);
      const plafond = plafondDe(cle, max, fiche.modalites?.afest?.recours === true, bareme) ?? cout;
      retenu += Math.min(cout, plafond);
      if (cout <= plafond) continue;
      yield {
        at: ["financement", "cout_par_parcours", cle],
        message: `${noms[cle]} : ${formatEuros(cout)} par parcours, au-dessus du plafond de ${formatEuros(plafond)}${cle === "pedagogique" ? ` pour ${formatNumber(max ?? 0)} mois` : ""}. L'excédent de ${formatEuros(cout - plafond)} n'est pas financé.`,
        hint: "Réduisez ce coût, ou prévoyez qui finance l'excédent.",
      };
    }
    if (max === undefined) return;
    const annuel = bareme.annuel.cents;
    const parAn = max > monthsInYear ? prorata(retenu, monthsInYear / max) : retenu;
    if (parAn <= annuel) return;
    yield {
      at: ["financement", "cout_par_parcours"],
      message: `Les composantes retenues sous leurs plafonds font ${formatEuros(parAn)} par an et par parcours, au-dessus du plafond annuel de ${formatEuros(annuel)}.`,
      hint: `L'excédent n'est pas financé : réduisez les coûts, ou prévoyez qui le finance.`,
    };
  },
});

/** The most that can be financed of a composante over a parcours; `undefined` when the duration it depends on is not given. */
function plafondDe(cle: keyof Couts, mois: number | undefined, isAfest: boolean, bareme: Bareme): Cents | undefined {
  if (cle === "pedagogique") return mois === undefined ? undefined : auProrata(bareme.pedagogique, mois);
  if (cle !== "tutorat") return bareme.fixes[cle].cents;
  const taux = [bareme.tuteurFormation, bareme.tuteurExercice({ isMajore: true, isAfest })];
  return taux.reduce((total, un) => total + auTaux(un, Number.POSITIVE_INFINITY), 0);
}
