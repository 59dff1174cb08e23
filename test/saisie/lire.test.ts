import { describe, expect, it } from "vitest";
import { champsDe } from "../../src/saisie/champs.ts";
import { lireReponse } from "../../src/saisie/lire.ts";
import { nomenclatures } from "../../src/saisie/propositions.ts";
import { rechercher } from "../../src/saisie/rechercher.ts";
import { formes } from "../modeles.ts";

const champ = (chemin: string) => {
  const trouve = champsDe(formes.parcours).find((each) => each.chemin.join(".") === chemin);
  if (trouve === undefined) throw new Error(chemin);
  return trouve;
};

describe("une réponse tapée", () => {
  it.each([
    ["contrat.debut", "2/9/2024", "2024-09-02"],
    ["contrat.debut", "2024-09-02", "2024-09-02"],
    ["contrat.debut", "septembre", "septembre"],
    ["financement.depenses.[].montant", "1 250,50 €", 1250.5],
    ["financement.depenses.[].montant", "12.5", 12.5],
    ["financement.depenses.[].montant", "12,5,3", "12,5,3"],
    ["entreprise.siret", "900 000 001 00017", "90000000100017"],
    ["entreprise.naf", "81.21z", "81.21Z"],
    ["beneficiaire.rqth", "Oui", true],
    ["beneficiaire.situation_avant", "demandeur d'emploi", "demandeur_emploi"],
    ["beneficiaire.niveau_entree", "3", 3],
    ["certification.blocs", "RNCP1BC01, rncp1bc02", ["RNCP1BC01", "RNCP1BC02"]],
    ["phases.accompagnement.ecarts", "Lire un plan, trier ; Ranger", ["Lire un plan, trier", "Ranger"]],
  ])("%s : « %s »", (chemin, texte, valeur) => {
    expect(lireReponse(champ(chemin), texte)).toEqual(valeur);
  });
});

describe("la recherche par mots dans une nomenclature", () => {
  it.each([
    ["nettoyage batiment", "81.21Z"],
    ["81.21", "81.21Z"],
    ["MECANIQUE industrielle", "25.62B"],
  ])("trouve « %s »", (texte, code) => {
    expect(rechercher(nomenclatures.naf, texte).map(({ valeur }) => valeur)).toContain(code);
  });

  it("met en tête ce qui commence ainsi, et tout quand rien n'est tapé", () => {
    expect(rechercher(nomenclatures.departements, "02")[0]?.valeur).toBe("02");
    expect(rechercher(nomenclatures.departements, "").length).toBe(nomenclatures.departements.length);
  });
});
