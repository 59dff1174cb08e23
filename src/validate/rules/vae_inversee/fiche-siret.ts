import { defineRule } from "../../rule.ts";
import { checkSiret } from "../../siret.ts";

export default defineRule({
  id: "fiche-siret",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary: "Les numéros SIRET du porteur, du consortium et des organismes de formation portent une clé de contrôle juste.",
  references: ["insee-siret"],
  *check({ porteur, consortium = [], modalites }) {
    yield* checkSiret(["porteur", "siret"], porteur.siret);
    for (const [index, { siret }] of consortium.entries()) yield* checkSiret(["consortium", index, "siret"], siret);
    const organismes = modalites?.enseignements?.organismes ?? [];
    for (const [index, { siret }] of organismes.entries()) {
      yield* checkSiret(["modalites", "enseignements", "organismes", index, "siret"], siret);
    }
  },
});
