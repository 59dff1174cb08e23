import { describe, expect, test } from "vitest";
import { documentDe, lireRegroupement, type Regroupement } from "../../src/dashboard/index.ts";
import { definition } from "./bilan.ts";

const lire = (contenu: unknown, rang?: number): Promise<Regroupement> =>
  lireRegroupement(definition, "r.json", typeof contenu === "string" ? contenu : JSON.stringify(contenu, null, 1), rang);
const format = "cpro/regroupement/1";
const ages = (...codes: unknown[]): object => ({ format, reunions: [{ dimension: "tranche_age", codes }] });

describe("un fichier de regroupement", () => {
  test("se lit tel qu'il a été écrit, ses codes dans l'ordre de la nomenclature", async () => {
    const regroupement: Regroupement = {
      reunions: [
        { dimension: "tranche_age", codes: ["16-17", "18-20"] },
        { dimension: "domaine", codes: ["Aide à domicile", "Propreté", "non_connu"] },
      ],
      sans: [{ table: "B3", dimension: "niveau_entree" }],
      mesures: ["cumul"],
    };
    expect(await lire(documentDe(regroupement))).toEqual(regroupement);
    expect(await lire(ages("18-20", "16-17"))).toEqual({ reunions: [{ dimension: "tranche_age", codes: ["16-17", "18-20"] }], sans: [] });
  });

  test("peut être l'un de ceux de --advise, par son numéro", async () => {
    const [un, autre] = [ages("16-17", "18-20"), ages("30-34", "35-44")];
    const deux = { format: "cpro/advise/1", conseils: [{ regroupement: un }, { regroupement: autre }] };
    expect(await lire(deux, 2)).toEqual(await lire(autre));
    expect(await lire({ ...deux, conseils: [{ regroupement: un }] })).toEqual(await lire(un));
    await expect(lire(deux)).rejects.toThrow("r.json:1:1 : ce fichier donne 2 conseils, et rien ne dit lequel suivre.");
    await expect(lire(deux, 3)).rejects.toThrow("ce fichier n'a pas de conseil n° 3");
    await expect(lire({ ...deux, conseils: [] })).rejects.toThrow("ce fichier ne donne aucun conseil");
    await expect(lire(un, 1)).rejects.toThrow("ce fichier dit un seul regroupement");
  });

  test.each<[string, unknown, string]>([
    ["du JSON coupé", '{"format": ', "r.json:1:12 : ce fichier n'est pas du JSON."],
    ["un autre format", { format: "cpro/parcours/1" }, "son format n'est ni cpro/regroupement/1 ni cpro/advise/1"],
    ["rien", { format }, "ce regroupement ne réunit rien"],
    ["une clé de trop", { format, reunion: [] }, "r.json:3:2 : « reunion » n'est pas de ce format"],
    ["un code inconnu", ages("16-17", "18-21"), "r.json:8:5 : « 18-21 » n'est pas un code connu (peut-être « 18-20 »)."],
    ["un code seul", ages("16-17"), "une réunion est d'au moins deux codes"],
    ["un nombre", ages("16-17", 18), "18 n'est pas un code entre guillemets"],
    ["un code deux fois", ages("16-17", "16-17"), "« 16-17 » est déjà dans cette réunion"],
    [
      "un code dans deux réunions",
      { format, reunions: ["18-20", "21-25"].map((code) => ({ dimension: "tranche_age", codes: ["16-17", code] })) },
      "« 16-17 » est déjà dans la réunion n° 1",
    ],
    [
      "une dimension inconnue",
      { format, reunions: [{ dimension: "sex", codes: ["a", "b"] }] },
      "« sex » n'est pas une dimension connue (peut-être « sexe »)",
    ],
    ["toute une dimension", { format, reunions: [{ dimension: "sexe", codes: ["femme", "homme"] }] }, "ce serait toute la dimension"],
    [
      "ce que la Synthèse compte",
      { format, reunions: [{ dimension: "resultat", codes: ["validation_totale", "refus"] }] },
      "la « Synthèse » compte l'une de ces catégories sans les autres",
    ],
    [
      "des modalités",
      { format, reunions: [{ dimension: "modalite", codes: ["afest", "distance"] }] },
      "un même contrat peut y être dans plusieurs catégories",
    ],
    ["un domaine à taire", { format, reunions: [{ dimension: "domaine", codes: ["A", "a@b.fr"] }] }, "contient une adresse électronique"],
    ["un tableau inconnu", { format, sans: [{ table: "Z", dimension: "sexe" }] }, "« Z » n'est pas un tableau connu"],
    [
      "une dimension d'un autre tableau",
      { format, sans: [{ table: "B3", dimension: "sexe" }] },
      "« sexe » n'est pas une dimension connue parmi niveau_entree et niveau_sortie",
    ],
    ["la seule dimension", { format, sans: [{ table: "B4", dimension: "poursuite" }] }, "ce tableau n'en a pas d'autre"],
    [
      "ce que la Synthèse compte là",
      { format, sans: [{ table: "B1", dimension: "sexe" }] },
      "la « Synthèse » compte l'une de ses catégories dans ce tableau",
    ],
    [
      "les deux dimensions",
      { format, sans: ["niveau_entree", "niveau_sortie"].map((dimension) => ({ table: "B3", dimension })) },
      "le tableau B3 est déjà dans la liste",
    ],
    ["le semestre seul", { format, mesures: ["semestre"] }, "les mesures sont le cumul seul, ou le semestre et le cumul"],
  ])("refuse %s, en disant où", async (_, contenu, message) => {
    await expect(lire(contenu)).rejects.toThrow(message);
  });
});
