import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifierPropre } from "../../src/validate/propre.ts";
import { cpro } from "../cli/run.ts";
import { definition, dossierMixte, dossierPropre, schema } from "./propre.ts";

const jour = ["--date", "2025-06-30"];
const sansCache = ["--no-cache"];

/** What a run says of a dossier, whose folder bears another name each time. */
const dit = (texte: string, dossier: string): string => texte.replaceAll(dossier, "…");

describe("un dispositif à soi, dans le dossier", () => {
  const dossier = dossierPropre();

  it("est suivi par validate, sans rien construire", async () => {
    const { code, out, err } = await cpro(["validate", dossier, ...jour, ...sansCache, "--infos"]);
    expect(dit(out, dossier)).toMatchInlineSnapshot(`
      "…/parcours/PEC-002.yaml:1:1  erreur  L'embauche du 01/03/2025 n'a été précédée d'aucun entretien.  pec-entretien
          1 │ format: cpro/parcours/1
            │ ^^^^^^
         → convention de la ville, art. 4
      "
    `);
    expect([code, err]).toEqual([1, "1 erreur dans 1 fichier sur 2.\n"]);
  });

  it("l'est aussi pour un fichier donné, à côté de son dossier, et par un motif", async () => {
    for (const chemin of ["parcours/PEC-001.yaml", "parcours/*-001.yaml", "parcours/PEC-0{01,03}.yaml"]) {
      const { code, err } = await cpro(["validate", join(dossier, chemin), ...jour, ...sansCache]);
      expect([code, err], chemin).toEqual([0, "1 fichier vérifié : rien à signaler.\n"]);
    }
  });

  it("ne prend pas son exemple pour des parcours du dossier", async () => {
    const { out } = await cpro(["validate", join(dossier, "**/*.yaml"), ...jour, ...sansCache, "--format", "json"]);
    expect(out).not.toContain("exemple");
    expect(JSON.parse(out)).toMatchObject({ fichiers: 2, diagnostics: [{ regle: "pec-entretien" }] });
  });

  it("est suivi par progress, en texte, json, ics et html", async () => {
    const { code, out } = await cpro(["progress", dossier, ...jour, "--parcours", "PEC-001"]);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Au 30 juin 2025
      PEC-001 : Emploi, en cours (50 % des phases terminées)
      Prochaine étape : Faire le bilan (référente de parcours, au plus tard le 2 août
      2025).

      Phase        État      Début       Fin
      ─────────────────────────────────────────────
      Préparation  terminée  10/01/2025  03/02/2025
      Emploi       en cours  03/02/2025  02/02/2026

      fait       10/01/2025  référente de parcou…  Recevoir la personne · convention
                                                   de la ville, art. 4
      fait       03/02/2025  association           Signer l'embauche · convention de
                                                   la ville, art. 4
      à faire    02/08/2025  référente de parcou…  Faire le bilan · convention de la
                                                   ville, art. 4 · jour non ouvré, le
                                                   suivant est le 4 août 2025
      "
    `);
    const json = JSON.parse((await cpro(["progress", dossier, ...jour, "--format", "json"])).out);
    expect(json.parcours).toMatchObject([
      { identifiant: "PEC-001", phase: "emploi", prochaine_etape: { libelle: "Faire le bilan", echeance: "2025-08-02" } },
      { identifiant: "PEC-002", etat: "en_retard", prochaine_etape: { echeance: "2025-06-01" } },
    ]);
    expect((await cpro(["progress", dossier, ...jour, "--format", "ics"])).out).toContain(
      "SUMMARY:PEC-001 · Faire le bilan (référente de parcours)",
    );
    expect((await cpro(["progress", dossier, ...jour, "--format", "html"])).out).toContain("Faire le bilan");
    const { out: qui } = await cpro(["progress", dossier, ...jour, "--who", "referente", "--late"]);
    expect(qui).toContain("référente de parcours");
  });

  it("se mêle à la VAE inversée et à la RAE", async () => {
    const mixte = dossierMixte();
    const { out, code } = await cpro(["validate", mixte, ...jour, ...sansCache, "--format", "json"]);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { regle: string; gravite: string }[] };
    expect(code).toBe(1);
    expect(diagnostics.filter(({ gravite }) => gravite === "erreur").map(({ regle }) => regle)).toContain("pec-entretien");
    const { parcours } = JSON.parse((await cpro(["progress", mixte, ...jour, "--format", "json"])).out);
    expect(parcours.map((un: { identifiant: string }) => un.identifiant)).toEqual(
      expect.arrayContaining(["PEC-001", "RAE-007", "EPE-001"]),
    );
    const { code: paie, out: paiements } = await cpro(["funding", mixte, ...jour]);
    expect([0, 1]).toContain(paie);
    expect(paiements).not.toContain("PEC-");
    rmSync(dirname(mixte), { recursive: true });
  });

  it("se lit dans un dossier en lecture seule", async () => {
    const ferme = dossierPropre();
    chmodSync(ferme, 0o555);
    const { err } = await cpro(["validate", ferme, ...jour]);
    expect(err).toBe("1 erreur dans 1 fichier sur 2.\n");
    chmodSync(ferme, 0o755);
  });

  it("se cherche aussi dans --dispositifs, pour toutes les commandes", async () => {
    const ailleurs = join(mkdtempSync(join(tmpdir(), "cpro-ailleurs-")), "à part");
    cpSync(join(dossier, "parcours"), join(ailleurs, "dossier"), { recursive: true });
    cpSync(join(dossier, "dispositifs"), join(ailleurs, "les nôtres"), { recursive: true });
    const ici = join(ailleurs, "dossier");
    const option = ["--dispositifs", join(ailleurs, "les nôtres")];
    expect((await cpro(["validate", ici, ...jour, ...sansCache])).out).toContain("Le dispositif « pec » est inconnu");
    expect((await cpro(["validate", ici, ...jour, ...sansCache, ...option])).err).toBe("1 erreur dans 1 fichier sur 2.\n");
    expect((await cpro([...option, "progress", ici, ...jour])).code).toBe(0);
    expect(await cpro(["progress", ici, ...jour, "--dispositifs", join(ailleurs, "rien")])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--dispositifs : le dossier .*rien n'existe pas\.\n→ /),
    });
    expect((await cpro(["progress", ici, ...jour, "--dispositifs", ici])).err).toContain("ne contient aucun dispositif");
  });

  it("compte dans ce que garde le cache de validate", async () => {
    const [ici, cache] = [dossierPropre(), mkdtempSync(join(tmpdir(), "cpro-cache-"))];
    const args = ["validate", ici, ...jour, "--cache-dir", cache];
    expect((await cpro(args)).err).toBe("1 erreur dans 1 fichier sur 2.\n");
    const fichier = join(ici, "dispositifs/pec/dispositif.yaml");
    writeFileSync(fichier, readFileSync(fichier, "utf8").replace("gravite: erreur", "gravite: avertissement"));
    expect((await cpro(args)).err).toBe("1 avertissement dans 1 fichier sur 2.\n");
    const forme = join(ici, "dispositifs/pec/parcours.schema.json");
    writeFileSync(forme, readFileSync(forme, "utf8").replace('"^P[0-9]{3}$"', '"^Q[0-9]{3}$"'));
    expect((await cpro(args)).err).toContain("1 erreur");
  });
});

it("ajv et ce qui lit une définition ne se chargent que pour qui a un dispositif à soi", async () => {
  for (const [dossier, attendu] of [
    ["fixtures/geiq-epe", false],
    [dossierPropre(), true],
  ] as const) {
    const NODE_V8_COVERAGE = mkdtempSync(join(tmpdir(), "cpro-charge-"));
    await cpro(["validate", dossier, ...jour, ...sansCache], { env: { NO_COLOR: "1", COLUMNS: "80", NODE_V8_COVERAGE } });
    const [charge = ""] = readdirSync(NODE_V8_COVERAGE);
    expect(readFileSync(join(NODE_V8_COVERAGE, charge), "utf8").includes("chunks/definir-"), dossier).toBe(attendu);
  }
});

describe("verifierPropre", () => {
  it("dit d'un dispositif ses fautes, puis celles de son exemple, puis les règles sans exemple", async () => {
    const pec = join(dossierPropre(), "dispositifs/pec");
    const { diagnostics, files } = await verifierPropre(pec, "2025-06-30");
    expect(diagnostics.map(({ severity, range, message }) => [severity, range.line, message])).toEqual([
      ["warning", expect.any(Number), "La règle « pec-poste » n'a pas d'exemple qui l'enfreint."],
    ]);
    expect(files).toBe(2);
    const regles = join(pec, "exemple/regles");
    cpSync(join(regles, "pec-entretien.ok.yaml"), join(regles, "pec-poste.ko.yaml"));
    cpSync(join(regles, "pec-entretien.ko.yaml"), join(regles, "pec-entretien.ok.yaml"));
    expect((await verifierPropre(pec, "2025-06-30")).diagnostics.map(({ message }) => message)).toEqual([
      "Cet exemple devait suivre la règle « pec-entretien » : L'embauche du 03/02/2025 n'a été précédée d'aucun entretien.",
      "Cet exemple devait enfreindre la règle « pec-poste », qui n'y trouve rien à redire.",
    ]);
  });

  it("s'arrête aux fautes de la définition", async () => {
    const pec = join(dossierPropre({ yaml: definition.replace("qui: referente", "qui: referent") }), "dispositifs/pec");
    const { counts, diagnostics } = await verifierPropre(pec, "2025-06-30");
    expect([counts, diagnostics[0]?.message]).toEqual([{ error: 1, warning: 0, info: 0 }, "L'acteur « referent » n'existe pas."]);
  });

  it("refuse ce qui n'est pas un dispositif", async () => {
    await expect(verifierPropre(dossierPropre(), "2025-06-30")).rejects.toThrow("ne contient aucun dispositif");
  });
});

/** A change in one file of the dispositif, and nothing else. */
type Faute = readonly [quoi: string, changes: { yaml?: [string, string]; json?: [string, string] }];

const fautes: readonly Faute[] = [
  ["une phase inconnue", { yaml: ["phase: emploi", "phase: emplois"] }],
  ["un acteur inconnu", { yaml: ["qui: association, reference: convention, debut", "qui: asso, reference: convention, debut"] }],
  ["un paramètre inconnu", { yaml: ["delai: pec-bilan", "delai: pec-bilans"] }],
  ["un paramètre qui n'est pas un délai", { yaml: ["delai: pec-bilan", "delai: pec-heures"] }],
  ["une référence inconnue", { yaml: ["    reference: convention\n  - id: pec-poste", "    reference: conventio\n  - id: pec-poste"] }],
  ["un chemin qui ne mène nulle part", { yaml: ["faite: [entretien_le]", "faite: [entretien_date]"] }],
  ["un chemin dans une liste", { yaml: ['faite: ["bilans[]/le"]', "faite: [bilans/le]"] }],
  ["un calcul inconnu", { yaml: ["chemin: calcul/formation", "chemin: calcul/formations"] }],
  ["une règle d'une autre famille", { yaml: ["regles: [commun/*]", "regles: [commun/*, contrat_pro/*]"] }],
  ["le nom d'un dispositif de cpro", { yaml: ["identifiant: pec", "identifiant: rae"] }],
  ["celui des fichiers qui n'en nomment aucun", { yaml: ["acteurs:", "par_defaut: true\nacteurs:"] }],
  ["une clé inconnue", { yaml: ["libelle: Parcours emploi compétences", "libele: Parcours emploi compétences"] }],
  [
    "une condition à deux attentes",
    { yaml: ["{ chemin: embauche/poste, present: true }", "{ chemin: embauche/poste, present: true, absent: true }"] },
  ],
  ["du YAML mal formé", { yaml: ["article: le", "article: [le"] }],
  ["du JSON mal formé", { json: ['"required": ["le", "fin"],', '"required": ["le", "fin",],'] }],
  ["une référence au dehors", { json: ['"#/$defs/abandon"', '"https://exemple.fr/abandon.json"'] }],
  ["une définition commune inconnue", { json: ["commun.schema.json#/$defs/abandon", "commun.schema.json#/$defs/abandons"] }],
  ["un motif sans longueur", { json: ['"maxLength": 8, ', ""] }],
  ["un motif qui peut ne jamais finir", { json: ["^P[0-9]{3}$", "^(P+)+$"] }],
  ["le dispositif d'un autre", { json: ['"const": "pec"', '"const": "cep"'] }],
  ["un mot que cpro ne lit pas", { json: ['"minLength": 1, "maxLength": 80', '"minLenght": 1, "maxLength": 80'] }],
  ["une feuille d'une rubrique inconnue", { json: ['["bilans[]"]', '["bilan[]"]'] }],
  ["une rubrique des contrats", { json: ['"embauche": {', '"contrat": {'] }],
];

function change(texte: string, [avant, apres]: [string, string] = ["", ""]): string {
  if (!texte.includes(avant)) throw new Error(`« ${avant} » n'est pas là`);
  return texte.replace(avant, () => apres);
}

describe("une faute dans le dispositif", () => {
  it.each(fautes)("%s est dite à sa ligne", async (_, { yaml, json }) => {
    const dossier = dossierPropre({ yaml: change(definition, yaml), json: change(schema, json) });
    const { code, out, err } = await cpro(["validate", dossier, ...jour, ...sansCache]);
    const [constats = "", suivent = ""] = dit(out, dossier).split(/(?=^…\/parcours\/PEC-001)/m);
    expect(constats.trim()).toMatchSnapshot();
    expect(suivent).toContain("Le dispositif « pec » comporte des erreurs : ce fichier n'a pas pu être vérifié.");
    expect([code, err.endsWith("fichiers sur 3.\n")]).toEqual([1, true]);
    rmSync(dirname(dossier), { recursive: true });
  });

  it("se dit dans tous les formats, et laisse le reste du dossier aux autres commandes", async () => {
    const dossier = dossierPropre({ yaml: change(definition, ["phase: emploi", "phase: emplois"]) });
    cpSync("fixtures/geiq-epe", join(dossier, "vae"), { recursive: true });
    for (const format of ["json", "sarif", "github", "junit"])
      expect((await cpro(["validate", dossier, ...jour, ...sansCache, "--format", format])).out, format).toContain(
        "La phase « emplois » n'existe pas.",
      );
    const { code, err, out } = await cpro(["progress", dossier, ...jour]);
    expect([code, dit(err, dossier)]).toEqual([
      1,
      "3 fichiers laissés de côté car ils comportent des erreurs : …/dispositifs/pec/dispositif.yaml, …/parcours/PEC-001.yaml, …/parcours/PEC-002.yaml. « cpro validate » dit lesquelles.\n",
    ]);
    expect(out).toContain("EPE-001");
  });

  it("sans schéma de ses parcours, ou d'un fichier qui n'est pas un dossier de dispositif", async () => {
    const dossier = dossierPropre();
    rmSync(join(dossier, "dispositifs/pec/parcours.schema.json"));
    mkdirSync(join(dossier, "dispositifs/vide"));
    const { out } = await cpro(["validate", dossier, ...jour, ...sansCache]);
    expect(out).toContain("Le schéma de ses parcours manque");
  });

  it("deux dossiers d'un même nom ne disent pas la même chose", async () => {
    const [un, autre] = [dossierPropre(), dossierPropre({ yaml: definition.replace("article: le", "article: la") })];
    const { out, code } = await cpro(["validate", un, "--dispositifs", join(autre, "dispositifs"), ...jour, ...sansCache]);
    expect(code).toBe(1);
    expect(out).toContain("Le dispositif « pec » est déjà celui de");
    const { err } = await cpro(["validate", un, "--dispositifs", join(dossierPropre(), "dispositifs"), ...jour, ...sansCache]);
    expect(err).toBe("1 erreur dans 1 fichier sur 2.\n");
  });
});
