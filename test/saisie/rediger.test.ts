import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawDossier } from "../../scripts/generate/dossier.mjs";
import { readText } from "../../src/dossier/entry.ts";
import { kindOf } from "../../src/dossier/kinds.ts";
import { readExact } from "../../src/dossier/reader/exact.ts";
import { rediger, redigerValeur } from "../../src/saisie/rediger.ts";
import { formes } from "../modeles.ts";

const lu = (reading: Awaited<ReturnType<typeof readText>>): unknown => ("faults" in reading ? reading : reading.data);

const parcours = {
  beneficiaire: { departement: "02", sexe: "femme", date_naissance: "1990-02-14" },
  phases: { information: null, accompagnement: { ecarts: ["Entretien mécanisé, sols : durs"] } },
  identifiant: "EPE-001",
  entreprise: { naf: "81.21Z", siret: "01234567890123", denomination: "L'atelier #1" },
  certification: { blocs: ["RNCP1BC01", "RNCP1BC02"], intitule: undefined },
  financement: { depenses: [{ montant: 12.5, composante: "annexes" }], publics: [] },
  format: "cpro/parcours/1",
};

describe("un document rédigé", () => {
  test("suit l'ordre du schéma, avec des guillemets là où un code deviendrait un nombre", () => {
    expect(rediger(formes.parcours, parcours, { entete: ["# yaml-language-server: $schema=x"] })).toBe(`# yaml-language-server: $schema=x
format: cpro/parcours/1
identifiant: EPE-001
beneficiaire:
  date_naissance: 1990-02-14
  sexe: femme
  departement: "02"
entreprise:
  denomination: "L'atelier #1"
  siret: "01234567890123"
  naf: "81.21Z"
certification:
  blocs: [RNCP1BC01, RNCP1BC02]
phases:
  information:
  accompagnement:
    ecarts:
      - "Entretien mécanisé, sols : durs"
financement:
  depenses:
    - composante: annexes
      montant: 12.5
  publics: []
`);
  });

  test("dit ce que contient chaque rubrique, si on le demande", () => {
    expect(rediger(formes.parcours, parcours, { commentaires: true })).toContain(
      "\n\n# La personne qui suit le parcours.\nbeneficiaire:\n  date_n",
    );
  });

  test("redonne, lu, les mêmes données : 300 documents tirés au sort", async () => {
    for (const { data } of drawDossier({ parcours: 300, seed: 8, until: "2025-12-31" })) {
      const attendu = JSON.parse(JSON.stringify(data));
      const text = rediger(formes[kindOf(attendu) ?? "parcours"], attendu, { commentaires: true });
      expect(lu(await readText(text))).toEqual(attendu);
    }
  });

  test("redonne, lu, n'importe quel texte", async () => {
    const texte = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc
        .array(fc.constantFrom("a", "Été", " ", "\n", ":", "#", "-", '"', "'", "\t", "[", ",", "é: ", " #", "12", "\r", "\u00a0"), {
          maxLength: 9,
        })
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(texte, texte, texte, async (un, deux, trois) => {
        const data = { identifiant: un, phases: { accompagnement: { ecarts: [deux, trois] } }, derogations: [{ motif: trois, par: deux }] };
        const text = rediger(formes.parcours, data);
        expect(lu(readExact(text))).toEqual(data);
        expect(lu(await readText(text))).toEqual(data);
        expect(lu(readExact(`siret: ${redigerValeur(formes.parcours, ["entreprise", "siret"], un)}\n`))).toEqual({ siret: un });
      }),
      { numRuns: 2000 },
    );
  });
});
