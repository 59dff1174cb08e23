import fc from "fast-check";
import { expect, it } from "vitest";
import { doublesDe, estUneCopie, type Tenant } from "../../src/dossier/doubles.ts";

const tenant = (file: string, identifiant = "EPE-004"): Tenant => ({ file, data: { identifiant } });
const memes = ({ data }: Tenant) => data.identifiant;

/** The names under which one parcours is found, that which counts first. */
const groupes = [
  ["parcours/EPE-004.yaml", "parcours/EPE-004 - Copie.yaml", "parcours/EPE-004 (1).yaml"],
  ["z/EPE-004.yaml", "a/EPE-004 (copie en conflit de Marie 2025-03-02).yaml", "a/EPE-004 (Marie's conflicted copy).yaml"],
  ["epe-004.yml", "Copie de EPE-004.yaml", "EPE-004 copy.yaml", "EPE-004.sync-conflict-20250302-1200.yaml"],
  ["parcours/parcours de Camille.yaml", "parcours/parcours de Camille - Copie (2).yaml", "parcours/parcours de Camille copie.yaml"],
  ["parcours/EPE-004.yaml", "parcours - Copie/EPE-004.yaml"],
  ["a/suivi.yaml", "b/suivi.yaml"],
];

it.each(groupes)("%s compte, dans quelque ordre qu'on trouve les autres", (...noms) => {
  const [premier = "", ...autres] = noms.filter(Boolean);
  fc.assert(
    fc.property(fc.shuffledSubarray([premier, ...autres], { minLength: autres.length + 1 }), (ordre) => {
      const enDouble = doublesDe(
        ordre.map((file) => tenant(file)),
        memes,
      );
      expect([...enDouble.values()].map(({ file }) => file)).toEqual(autres.map(() => premier));
      expect([...enDouble.keys()].map(({ file }) => file).sort()).toEqual([...autres].sort());
    }),
  );
});

it("un accent écrit en deux signes, comme sous macOS, est le même nom", () => {
  const [un, autre] = [tenant("É-1.yaml".normalize("NFD"), "É-1"), tenant("a.yaml", "É-1")];
  expect(doublesDe([autre, un], memes).get(autre)).toBe(un);
});

it("un identifiant qui contient le mot ne fait pas de son fichier une copie", () => {
  expect(estUneCopie(tenant("EPE (1).yaml", "EPE (1)"))).toBe(false);
  expect(estUneCopie(tenant("photocopieur.yaml"))).toBe(false);
  expect(estUneCopie(tenant("EPE-004 (1).yaml"))).toBe(true);
});
