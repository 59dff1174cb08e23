import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dossierOf } from "../../src/dossier/load.ts";
import { readBytes } from "../../src/dossier/source.ts";
import { checkDossier } from "../../src/validate/index.ts";

const lire = (nom: string): string => readFileSync(new URL(`../../fixtures/geiq-epe/${nom}`, import.meta.url), "utf8");

/** What is said of derogations in a parcours that has one, read with its fiche or alone. */
async function dit(regle: string, avecFiche: boolean): Promise<string[]> {
  const parcours = `${lire("parcours/EPE-001.yaml")}derogations:\n  - {regle: ${regle}, motif: accord écrit, accordee_le: 2024-08-01, par: DGEFP}\n`;
  const textes = avecFiche ? { "fiche.yaml": lire("fiche.yaml"), "p.yaml": parcours } : { "p.yaml": parcours };
  const sources = Object.entries(textes).map(([nom, texte]) => readBytes(nom, Buffer.from(texte)));
  const { diagnostics } = await checkDossier(await dossierOf({ sources, lost: [] }), { date: "2025-06-30" });
  return diagnostics.filter(({ ruleId }) => ruleId === "derogation-sans-objet").map(({ message }) => message);
}

describe("une dérogation qui ne couvre aucune faute", () => {
  it("ne sert à rien quand la règle a pu être contrôlée", async () => {
    expect(await dit("certification-de-la-fiche", true)).toEqual([
      "La dérogation à la règle « certification-de-la-fiche » ne sert à rien : ce fichier respecte cette règle.",
    ]);
  });

  it("n'est pas jugée quand le parcours est lu sans sa fiche", async () => {
    expect(await dit("certification-de-la-fiche", false)).toEqual([]);
  });

  it("nomme une règle inconnue, avec ou sans fiche", async () => {
    const inconnue = ["La dérogation nomme une règle inconnue : « certification-de-la-fich »."];
    expect([await dit("certification-de-la-fich", true), await dit("certification-de-la-fich", false)]).toEqual([inconnue, inconnue]);
  });
});
