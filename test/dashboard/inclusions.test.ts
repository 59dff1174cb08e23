import { describe, expect, test } from "vitest";
import { type Cle, texteDe } from "../../src/dashboard/definition/cle.ts";
import { codeReuni, type Reunion } from "../../src/dashboard/regroupement/index.ts";
import { inclusionsDe } from "../../src/secrecy/system/inclusions.ts";
import type { Inclusion } from "../../src/secrecy/system/inclusions-reunies.ts";
import { definition } from "./bilan.ts";

const [sortis, demandeurs] = ["sortis", "demandeurs_emploi"];
const dimensions: Readonly<Record<string, { de: string; codes: readonly string[] }>> = {
  contrat_travail: { de: sortis, codes: ["cdi", "cdd", "autre", "aucun", "non_connu"] },
  meme_entreprise: { de: sortis, codes: ["oui", "non", "non_connu"] },
  minimum_social: { de: demandeurs, codes: ["rsa", "ass", "aah", "aucun", "non_connu"] },
  prioritaire: { de: demandeurs, codes: ["oui", "non"] },
};

/** Every category of a half-year's tables, with some of them made one. */
function variables(reunion?: Reunion): Cle[] {
  return Object.entries(dimensions).flatMap(([dimension, { de, codes }]) => {
    const reunis = dimension === reunion?.dimension ? reunion : undefined;
    const tous = codes.map((code) => (reunis?.codes.includes(code) ? codeReuni(definition, reunis) : code));
    return [...new Set(tous)].map((code) => ({
      population: de,
      quoi: "effectif",
      fenetre: "cumul" as const,
      codes: { [dimension]: code },
    }));
  });
}

const courte = (cle: Cle): string => texteDe(cle).split("|").slice(3).join().replaceAll("  +  ", "+");
const phrases = (inclusions: readonly Inclusion[]): string[] =>
  inclusions.map(({ tout, parties }) => `${parties.map(courte).join(" et ")} dans ${tout.map(courte).join(" ou ")}`);
const reunir = (dimension: Reunion["dimension"], ...codes: readonly string[]): string[] => {
  const reunion = { dimension, codes };
  return phrases(inclusionsDe(definition, variables(reunion), { reunions: [reunion], sans: [] }));
};

describe("ce que veulent dire les catégories", () => {
  test("fait des unes des parties d'autres", () => {
    expect(phrases(inclusionsDe(definition, variables()))).toEqual([
      "meme_entreprise=oui dans contrat_travail=cdi ou contrat_travail=cdd ou contrat_travail=autre",
      "contrat_travail=aucun dans meme_entreprise=non",
      "contrat_travail=non_connu dans meme_entreprise=non_connu",
      "minimum_social=rsa et minimum_social=ass et minimum_social=aah dans prioritaire=oui",
    ]);
  });

  test("deux des touts réunis contiennent encore la partie", () => {
    expect(reunir("contrat_travail", "cdi", "cdd")).toContain("meme_entreprise=oui dans contrat_travail=cdi+cdd ou contrat_travail=autre");
    expect(reunir("contrat_travail", "autre", "aucun")).toContain(
      "meme_entreprise=oui dans contrat_travail=cdi ou contrat_travail=cdd ou contrat_travail=autre+aucun",
    );
  });

  test("deux parties réunies en sont encore une, une partie réunie à autre chose n'en est plus", () => {
    expect(reunir("minimum_social", "rsa", "ass")).toContain("minimum_social=rsa+ass et minimum_social=aah dans prioritaire=oui");
    expect(reunir("minimum_social", "aah", "aucun")).toContain("minimum_social=rsa et minimum_social=ass dans prioritaire=oui");
    expect(reunir("contrat_travail", "autre", "aucun").filter((une) => une.startsWith("contrat_travail"))).toEqual([
      "contrat_travail=non_connu dans meme_entreprise=non_connu",
    ]);
  });

  test("de deux inclusions qui disent chacune l'une des deux, la somme reste", () => {
    expect(reunir("meme_entreprise", "non", "non_connu")).toEqual(
      expect.arrayContaining([
        "contrat_travail=aucun dans meme_entreprise=non+non_connu",
        "contrat_travail=non_connu dans meme_entreprise=non+non_connu",
        "contrat_travail=aucun et contrat_travail=non_connu dans meme_entreprise=non+non_connu",
      ]),
    );
    expect(reunir("contrat_travail", "aucun", "non_connu")).toContain(
      "contrat_travail=aucun+non_connu dans meme_entreprise=non ou meme_entreprise=non_connu",
    );
  });

  test("une autre dimension n'y change rien", () => {
    expect(reunir("niveau", "3", "4")).toEqual(phrases(inclusionsDe(definition, variables())));
  });
});
