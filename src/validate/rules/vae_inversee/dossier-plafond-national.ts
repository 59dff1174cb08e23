import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatNumber, ordinal } from "../../../words/french.ts";
import { contratsFinances } from "../../contrats.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "dossier-plafond-national",
  famille: "vae_inversee",
  scope: "dossier",
  severity: "error",
  get summary() {
    return `Tous dossiers réunis, l'expérimentation compte ${formatNumber(firstValue("plafond-national-parcours"))} parcours au plus ; seul le premier contrat au-delà est signalé.`;
  },
  references: ["decret-2023-408-art-1", "cahier-des-charges-1-2"],
  *check(dossier) {
    const plafond = firstValue("plafond-national-parcours");
    // Most dossiers hold fewer files than the ceiling: nothing to sort.
    if (dossier.parcours.length <= plafond) return;
    const premier = contratsFinances(dossier)[plafond];
    if (premier === undefined) return;
    const { document, parcours } = premier;
    yield {
      document,
      at: ["contrat", "conclu_le"],
      message: `Ce contrat est le ${ordinal(plafond + 1)} de l'expérimentation, limitée à ${formatNumber(valueAt("plafond-national-parcours", dateDuDroit(parcours)).value)} parcours.`,
      hint: "Le plafond national est atteint : interrogez la DGEFP avant de conclure d'autres contrats.",
    };
  },
});
