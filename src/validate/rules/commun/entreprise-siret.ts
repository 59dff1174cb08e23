import { defineRule, type ParcoursCommun } from "../../rule.ts";
import { checkSiret } from "../../siret.ts";

export default defineRule({
  id: "entreprise-siret",
  famille: "commun",
  scope: "parcours",
  severity: "error",
  summary: "Les numéros SIRET de l'entreprise, de l'employeur et des entreprises d'accueil portent une clé de contrôle juste.",
  references: ["insee-siret"],
  *check({ entreprise, employeur, structure, prestataire, contrat }: ParcoursCommun) {
    yield* checkSiret(["entreprise", "siret"], entreprise?.siret);
    yield* checkSiret(["employeur", "siret"], employeur?.siret);
    yield* checkSiret(["structure", "siret"], structure?.siret);
    yield* checkSiret(["prestataire", "siret"], prestataire?.siret);
    for (const [index, { siret }] of (contrat?.entreprises_accueil ?? []).entries()) {
      yield* checkSiret(["contrat", "entreprises_accueil", index, "siret"], siret);
    }
  },
});
