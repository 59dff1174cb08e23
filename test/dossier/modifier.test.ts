import { describe, expect, it } from "vitest";
import { lireModification, modifier, valeurA } from "../../src/dossier/write/modifier.ts";
import { UserError } from "../../src/errors.ts";
import { document } from "../funding/contrat.ts";

const identifiants = ["P-1", "P-1.2", "P-2"];
const doc = document({ identifiant: "P-1", debut: "2024-01-01", fin: "2024-12-31", depenses: [{ composante: "annexes", montant: 10 }] });

/** The parcours after some changes, or what the schema reproaches. */
async function apres(...textes: string[]) {
  const modifications = await Promise.all(textes.map((texte) => lireModification(texte, identifiants)));
  const { parcours, faulty } = modifier([doc], modifications);
  return parcours[0]?.data ?? faulty[0]?.shape?.errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe("un changement supposé", () => {
  it("se lit comme une valeur de fichier : jour, nombre, vrai ou faux, texte, rubrique", async () => {
    const valeurs = await Promise.all(
      ["P-1.a=2026-06-30", "P-1.a=12.5", "P-1.a=true", 'P-1.a="02"', "P-1.a={le: 2025-01-01}", "P-1.a="].map(
        async (texte) => (await lireModification(texte, identifiants)).valeur,
      ),
    );
    expect(valeurs).toEqual(["2026-06-30", 12.5, true, "02", { le: "2025-01-01" }, undefined]);
  });

  it("refuse un chemin ou une valeur sans fond, en peu de mots", async () => {
    const profond = [`P-1.${"a.".repeat(6000)}b=1`, `P-1.a=${"[".repeat(6000)}${"]".repeat(6000)}`];
    for (const texte of profond) await expect(lireModification(texte, identifiants)).rejects.toThrow(/^.{0,200}$/);
    await expect(lireModification(profond[0] ?? "", identifiants)).rejects.toThrow("plus de 64 niveaux");
  });

  it("prend le plus long identifiant, et un rang entre crochets ou après un point", async () => {
    expect(await lireModification("P-1.2.contrat.fin=2026-06-30", identifiants)).toMatchObject({
      identifiant: "P-1.2",
      chemin: ["contrat", "fin"],
    });
    const chemin = ["financement", "depenses", 0, "montant"];
    expect(await lireModification("P-1.financement.depenses[0].montant=1", identifiants)).toMatchObject({ chemin });
    expect(await lireModification("P-1.financement.depenses.0.montant=1", identifiants)).toMatchObject({ chemin });
  });

  it("ne touche pas au parcours donné", async () => {
    const before = structuredClone(doc.data);
    expect(await apres("P-1.contrat.fin=2026-06-30")).toMatchObject({ contrat: { fin: "2026-06-30" } });
    expect(doc.data).toEqual(before);
  });

  it("crée la rubrique qui manque, ajoute au bout d'une liste, retire une clé ou un élément", async () => {
    expect(await apres("P-1.contrat.rupture.le=2024-05-01")).toMatchObject({ contrat: { rupture: { le: "2024-05-01" } } });
    const deux = await apres("P-1.financement.depenses.1={composante: pedagogique, montant: 500}");
    expect(valeurA(deux, ["financement", "depenses", 1, "montant"])).toBe(500);
    expect(valeurA(await apres("P-1.financement.depenses.0="), ["financement", "depenses"])).toEqual([]);
    expect(valeurA(await apres("P-1.tuteur.identifiant=T-1", "P-1.tuteur.identifiant="), ["tuteur", "identifiant"])).toBeUndefined();
  });

  it("repasse par le schéma", async () => {
    expect(await apres("P-1.contrat.fin=demain")).toEqual(["/contrat/fin format"]);
    expect(await apres("P-1.contrat.fn=2025-01-01")).toEqual(["/contrat additionalProperties"]);
    expect(await apres("P-1.financement.depenses.0.montant=")).toEqual(["/financement/depenses/0 required"]);
  });

  it.each([
    ["P-1.contrat.fin", /il manque le signe =/],
    ["P-9.contrat.fin=2025-01-01", /l'identifiant d'aucun parcours/],
    ["P-1.contrat..fin=2025-01-01", /il manque une clé/],
    ["P-1.contrat.fin={", /ne se lit pas/],
    ["P-1.contrat.fin=a: b", /ne se lit pas/],
    ["P-1.__proto__.x=1", /est inconnue/],
    ["P-1.contrat.fin.jour=1", /est une valeur, pas une rubrique/],
    ["P-1.financement.depenses.5.montant=1", /la liste a 1 élément/],
    ["P-1.financement.depenses.montant=1", /nommez l'élément par son rang/],
  ])("%s est refusé en français", async (texte, message) => {
    await expect(apres(texte)).rejects.toThrow(UserError);
    await expect(apres(texte)).rejects.toThrow(message);
  });
});
