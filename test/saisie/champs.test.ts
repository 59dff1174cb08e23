import { describe, expect, test } from "vitest";
import { type Champ, champsDe } from "../../src/saisie/champs.ts";
import { nomenclatureDe, nomenclatures } from "../../src/saisie/propositions.ts";
import { formes } from "../modeles.ts";

const parChemin = (kind: "fiche" | "parcours"): Map<string, Champ> =>
  new Map(champsDe(formes[kind]).map((champ) => [champ.chemin.join("."), champ]));

describe("les champs d'un parcours", () => {
  const champs = parChemin("parcours");

  test("viennent dans l'ordre du schéma, sans la ligne format", () => {
    const premiers = [...champs.keys()].slice(0, 5);
    expect(premiers).toEqual(["dispositif", "identifiant", "fiche", "beneficiaire.nom", "beneficiaire.prenom"]);
    expect([...champs.keys()].at(-1)).toBe("derogations.[].par");
  });

  test("disent ce qui est requis, et quand", () => {
    expect(champs.get("beneficiaire.sexe")?.requis).toBe("toujours");
    expect(champs.get("beneficiaire.nom")?.requis).toBeUndefined();
    expect(champs.get("opco")?.requis).toBe("contrat");
    expect(champs.get("contrat.debut")?.requis).toBe("contrat");
    expect(champs.get("tuteur.fonction")?.requis).toBe("contrat");
    expect(champs.get("employeur.siret")?.requis).toBe("rubrique");
    expect(champs.get("financement.depenses.[].montant")?.requis).toBe("rubrique");
    expect(champs.get("beneficiaire.mois_inscription")?.requisSi).toEqual({
      cle: "situation_avant",
      libelle: "Situation avant le contrat",
      parmi: [{ valeur: "demandeur_emploi", libelle: "Demandeur d'emploi" }],
    });
    expect(champs.get("certification.code")?.requisSi?.parmi.map(({ valeur }) => valeur)).toEqual(["rncp", "bloc"]);
  });

  test("ont le type qui convient à leur saisie", () => {
    const types = [
      "contrat.debut",
      "entreprise.siret",
      "financement.complement.montant",
      "modalites.activite_heures",
      "entreprise.effectif",
    ];
    expect(types.map((chemin) => champs.get(chemin)?.type)).toEqual(["jour", "code", "montant", "nombre", "entier"]);
    expect(champs.get("beneficiaire.rqth")).toMatchObject({ type: "oui_non", libelle: "RQTH", rubriques: ["Bénéficiaire"] });
    expect(champs.get("certification.blocs")).toMatchObject({ type: "code", multiple: true });
    expect(champs.get("contrat.rupture.motif")).toMatchObject({
      type: "texte_long",
      rubriques: ["Contrat de professionnalisation", "Rupture anticipée"],
    });
  });
});

test("chaque valeur d'une liste fermée a un nom en français, qui n'est pas celui d'une autre", () => {
  for (const { choix, chemin } of [...champsDe(formes.fiche), ...champsDe(formes.parcours)]) {
    expect(new Set(choix.map(({ libelle }) => libelle)).size, chemin.join(".")).toBe(choix.length);
    for (const { libelle } of choix) expect(libelle).not.toMatch(/_/);
  }
});

test("les codes longs se cherchent dans leur nomenclature", () => {
  const naf = parChemin("parcours").get("entreprise.naf") as Champ;
  expect(nomenclatures[nomenclatureDe(naf) ?? "regions"].find(({ valeur }) => valeur === "81.21Z")?.libelle).toMatch(/nettoyage/i);
  expect(nomenclatureDe(parChemin("parcours").get("beneficiaire.departement") as Champ)).toBe("departements");
  expect(nomenclatureDe(parChemin("fiche").get("intitule") as Champ)).toBeUndefined();
});
