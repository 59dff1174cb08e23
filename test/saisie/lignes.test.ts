import fc from "fast-check";
import { expect, it } from "vitest";
import { modelesDe } from "../../src/dispositif/catalogue.ts";
import { lireValeur } from "../../src/import/valeur.ts";
import { enCellule } from "../../src/saisie/cellules.ts";
import { champsDe } from "../../src/saisie/champs.ts";
import { lireReponse } from "../../src/saisie/lire.ts";
import { catalogue } from "../modeles.ts";

const champDe = async (chemin: string) => {
  const [modele] = await modelesDe(catalogue, ["cpro_experimental_atlas"]);
  const champ = modele && champsDe(modele.formes.parcours).find((un) => un.chemin.join("/") === chemin);
  if (champ === undefined) throw new Error(chemin);
  return champ;
};

it("une liste dans une liste tient dans une cellule, une ligne par élément", async () => {
  const dates = await champDe("parcours_formation/modules/[]/dates");
  const valeur = [
    { du: "2022-09-12", au: "2022-10-14" },
    { du: "2023-01-09", au: "2023-01-20" },
  ];
  expect(enCellule(dates, valeur)).toBe("12/09/2022 | 14/10/2022\n09/01/2023 | 20/01/2023");
  expect(lireValeur(dates, "12/09/2022 | 14/10/2022\n9 janvier 2023|20/01/2023\n")).toEqual({ valeur });
  expect(lireReponse(dates, "12/09/2022 | 14/10/2022 ; 09/01/2023 | 20/01/2023")).toEqual(valeur);
  expect(lireValeur(dates, "12/09/2022")).toEqual({ valeur: [{ du: "2022-09-12" }] });
});

it("quel que soit le texte, la cellule redonne la liste", async () => {
  const sequences = await champDe("parcours_formation/modules/[]/sequences");
  const texte = fc
    .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("a", "é", "|", "\\", "n", "\n", " ", ";") })
    .filter((un) => un.trim() !== "");
  const trim = (un: string | undefined) => un?.trim();
  const sequence = fc.record({ objectif: texte.map((un) => un.trim()), ressources: fc.option(texte, { nil: undefined }).map(trim) });
  fc.assert(
    fc.property(fc.array(sequence, { minLength: 1, maxLength: 4 }), (elements) => {
      const attendus = elements.map((un) => JSON.parse(JSON.stringify(un)));
      expect(lireValeur(sequences, String(enCellule(sequences, attendus)))).toEqual({ valeur: attendus });
    }),
  );
});
