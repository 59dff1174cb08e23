import { describe, expect, test } from "vitest";
import { champsDe } from "../../src/saisie/champs.ts";
import { feuilles } from "../../src/saisie/classeur.ts";
import { modele as vide } from "../../src/saisie/template.ts";
import { formes, modele } from "../modeles.ts";

describe("le classeur de saisie", () => {
  test.each(["fiche", "parcours"] as const)("range chaque champ (%s) dans une feuille et une seule", (kind) => {
    const colonnes = feuilles([modele])
      .filter((feuille) => feuille.kind === kind)
      .flatMap(({ colonnes, ancre }) => colonnes.filter(({ isReference }) => ancre || !isReference));
    const chemins = colonnes.map(({ champ }) => champ.chemin.join("."));
    expect(new Set(chemins).size).toBe(chemins.length);
    expect(new Set(chemins)).toEqual(new Set(champsDe(formes[kind]).map(({ chemin }) => chemin.join("."))));
  });

  test("n'a jamais deux fois le même en-tête dans une feuille, ni deux fois la même bande", () => {
    for (const { nom, colonnes } of feuilles([modele])) {
      expect(new Set(colonnes.map(({ entete }) => entete)).size, nom).toBe(colonnes.length);
      const bandes = colonnes.map(({ bande }) => bande).filter((bande, rang, toutes) => bande !== toutes[rang - 1]);
      expect(new Set(bandes.slice(1)).size, nom).toBe(bandes.length - 1);
    }
  });

  test("commence chaque feuille par ce qui dit de quel document il s'agit", () => {
    for (const { colonnes } of feuilles([modele])) expect(colonnes.filter(({ isReference }) => isReference)).toEqual([colonnes[0]]);
  });

  test("n'a pas deux feuilles d'un même nom : deux dispositifs qui en auraient une se demandent l'un après l'autre", () => {
    expect(() => vide([modele, { ...modele, identifiant: "jumeau" }])).toThrow(
      /« vae_inversee » et « jumeau » ont tous deux une feuille « Fiche projet »/,
    );
  });
});
