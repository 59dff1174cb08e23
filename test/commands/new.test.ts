import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cpro new "));
  cpSync(`${root}fixtures/geiq-epe`, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => cpro(["new", ...args], { cwd: folder });
const minimum = [
  ...["--identifiant", "EPE-006", "--fiche", "HDF-GEIQ-EPE-2024", "--beneficiaire.date_naissance", "03/04/2005"],
  ...["--beneficiaire.sexe", "femme", "--beneficiaire.departement", "02", "--beneficiaire.niveau_entree", "3"],
];

describe("cpro new, sans terminal", () => {
  it("dit d'un coup toutes les options qui manquent, et ne demande rien", async () => {
    const { code, out, err } = await run("parcours", "--contrat.debut", "2024-09-02", "--certification.nature", "bloc");
    expect(code).toBe(2);
    expect(out).toBe("");
    for (const option of ["identifiant", "beneficiaire.sexe", "certification.blocs", "contrat.fin", "tuteur.volontaire"]) {
      expect(err).toContain(`  --${option} : `);
    }
    // Required only with another answer, or not at all.
    for (const option of ["beneficiaire.mois_inscription", "beneficiaire.rqth", "contrat.debut", "sortie"])
      expect(err).not.toContain(`--${option} `);
  });

  it("demande les mois d'inscription d'un demandeur d'emploi, comme le schéma", async () => {
    const { code, err } = await run("parcours", ...minimum, "--beneficiaire.situation_avant", "demandeur_emploi");
    expect(code).toBe(2);
    expect(err).toContain("Il manque 1 réponse");
    expect(err).toContain("--beneficiaire.mois_inscription");
  });

  it("écrit un parcours que validate accepte, avec les listes données élément par élément", async () => {
    const { code, err } = await run(
      "parcours",
      ...minimum,
      ...["--beneficiaire.situation_avant", "salarie", "--beneficiaire.rqth", "oui", "--phases.information.debut", "2025-01-06"],
      ...["--financement.depenses", '{composante: annexes, montant: 120.5, facture: "F-1"}'],
      ...["--financement.depenses", "{composante: pedagogique, montant: 10}", "--phases.accompagnement.ecarts", "Lecture d'un plan ; Tri"],
    );
    expect({ code, err }).toEqual({ code: 0, err: `Écrit : ${join("parcours", "EPE-006.yaml")}\n` });
    const texte = readFileSync(join(folder, "parcours", "EPE-006.yaml"), "utf8");
    expect(texte).toContain("# yaml-language-server: $schema=../.cpro/parcours.schema.json\n");
    expect(texte).toContain("  date_naissance: 2005-04-03\n");
    expect(texte).toContain("    ecarts:\n      - Lecture d'un plan\n      - Tri\n");
    expect(texte).toContain("    - composante: pedagogique\n      montant: 10\n");
    expect((await cpro(["validate", folder, "--date", "2025-06-30", "--no-cache"])).code).toBe(0);
    expect(existsSync(join(folder, ".cpro", "parcours.schema.json"))).toBe(true);
  });

  it("n'écrit pas par-dessus un fichier qui existe", async () => {
    const before = readFileSync(join(folder, "parcours", "EPE-001.yaml"), "utf8");
    const { code, err } = await run("parcours", ...minimum.with(1, "EPE-001"), "--beneficiaire.situation_avant", "salarie");
    expect(code).toBe(2);
    expect(err).toContain("existe déjà : rien n'a été écrit");
    expect(readFileSync(join(folder, "parcours", "EPE-001.yaml"), "utf8")).toBe(before);
  });

  it("refuse d'un coup les réponses que le schéma refuse, et n'écrit rien", async () => {
    const { code, err } = await run(
      "parcours",
      ...minimum.with(5, "30/02/2005").with(9, "Aisne"),
      "--beneficiaire.situation_avant",
      "salarie",
    );
    expect(code).toBe(2);
    expect(err).toContain("« 30/02/2005 » n'est pas une date");
    expect(err).toContain("« Aisne »");
    expect(existsSync(join(folder, "parcours", "EPE-006.yaml"))).toBe(false);
  });

  it("écrit ce qu'une règle reproche, le dit, et finit par 1", async () => {
    const { code, err } = await run(
      "fiche",
      "--identifiant",
      "AUTRE/1",
      "--porteur.type",
      "geiq",
      "--porteur.denomination",
      "X",
      "--porteur.siret",
      "900 000 001 00013",
    );
    expect(code).toBe(1);
    expect(err).toContain("fiche-siret");
    expect(existsSync(join(folder, "fiche-AUTRE-1.yaml"))).toBe(true);
  });

  it("montre une option par question dans son aide", async () => {
    const { code, out } = await run("parcours", "--help");
    expect(code).toBe(0);
    expect(out).toContain("--beneficiaire.situation_avant <valeur>");
    expect(out).toContain("au choix : scolaire, etudiant");
  });
});

describe("cpro init", () => {
  it("commence un dossier, deux fois sans rien y changer", async () => {
    const neuf = join(folder, "neuf");
    expect((await cpro(["init", neuf, "--editor"])).code).toBe(0);
    const files = readdirSync(neuf, { recursive: true, encoding: "utf8" }).sort();
    expect(files).toContain(join(".cpro", "parcours.schema.json"));
    expect(files).toContain(join(".vscode", "settings.json"));
    expect(statSync(join(neuf, "parcours")).isDirectory()).toBe(true);
    writeFileSync(join(neuf, "fiche.yaml"), "format: cpro/fiche-projet/1\n");
    expect((await cpro(["init", neuf, "--editor"])).err).toContain("existe déjà");
    expect(readFileSync(join(neuf, "fiche.yaml"), "utf8")).toBe("format: cpro/fiche-projet/1\n");
  });

  it("laisse une page qui dit la suite, avec des commandes qui existent", async () => {
    const neuf = join(folder, "page");
    await cpro(["init", neuf, "--yes"]);
    const page = readFileSync(join(neuf, "README.md"), "utf8");
    const nommees = [...page.matchAll(/`cpro ([a-z ]+)`/g)].map(([, commande = ""]) => commande);
    expect(nommees).toEqual(["validate", "new parcours", "template", "import", "progress"]);
    for (const commande of nommees) expect((await cpro([...commande.split(" "), "--help"])).code, commande).toBe(0);
  });

  it("laisse une fiche à remplir, dont validate dit ce qui manque", async () => {
    const neuf = join(folder, "neuf");
    await cpro(["init", neuf, "--yes"]);
    const { out, err } = await cpro(["validate", neuf, "--no-cache"]);
    for (const cle of ["identifiant", "type", "denomination", "siret"]) expect(out).toContain(`${cle}:`);
    expect(err).toContain("4 erreurs");
  });
});
