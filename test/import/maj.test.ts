import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { cpro, root } from "../cli/run.ts";
import { atelier, cellule, contenu, enregistrer, feuille, importer, octetsDe, ouvrir } from "./atelier.ts";

const base = atelier("maj");
afterAll(() => rmSync(base, { recursive: true }));

let tours = 0;
let dossier: string;
let fichier: string;
const lire = (nom: string): string => readFileSync(join(dossier, nom), "utf8");

beforeEach(() => {
  tours += 1;
  dossier = join(base, `dossier-${tours}`);
  fichier = join(base, `classeur-${tours}.xlsx`);
  cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
});

/** The lines that are not the same, from one text to the other, as `diff` would give them. */
function ecarts(avant: string, apres: string): string[] {
  const [uns, autres] = [avant.split("\n"), apres.split("\n")];
  return [
    ...uns.filter((ligne) => !autres.includes(ligne)).map((ligne) => `-${ligne}`),
    ...autres.filter((ligne) => !uns.includes(ligne)).map((ligne) => `+${ligne}`),
  ];
}

describe("cpro import --update", () => {
  test("change les seules valeurs changées, et garde les commentaires, l'ordre et l'écriture du reste", async () => {
    const classeur = await ouvrir(await octetsDe(dossier));
    const contrats = feuille(classeur, "Contrats");
    cellule(contrats, "contrat.conclu_le", 6).value = new Date("2024-08-29T00:00:00Z");
    cellule(contrats, "contrat.rupture.le", 6).value = new Date("2025-03-03T00:00:00Z");
    const sorties = feuille(classeur, "Sorties");
    cellule(sorties, "sortie.constatee_le", sorties.rowCount + 1).value = new Date("2025-06-01T00:00:00Z");
    sorties.getCell(sorties.rowCount, 1).value = "EPE-002";
    const avant = { un: lire("parcours/EPE-001.yaml"), deux: lire("parcours/EPE-002.yaml") };
    const { out, err } = await importer(await enregistrer(classeur, fichier), { output: dossier, update: true, yes: true });
    expect(out).toContain("- contrat.conclu_le : 2024-08-30");
    expect(out).toContain("+ contrat.conclu_le : 2024-08-29");
    expect(err).toContain("2 fichiers modifiés et 4 fichiers déjà à jour.");
    expect(ecarts(avant.un, lire("parcours/EPE-001.yaml"))).toEqual([
      "-  conclu_le: 2024-08-30 # signé aussi par sa mère : il est mineur",
      "+  conclu_le: 2024-08-29 # signé aussi par sa mère : il est mineur",
      "+  rupture:",
      "+    le: 2025-03-03",
    ]);
    expect(ecarts(avant.deux, lire("parcours/EPE-002.yaml"))).toEqual(["+sortie:", "+  constatee_le: 2025-06-01"]);
  });

  test("rien à changer : les fichiers restent tels quels, octet pour octet", async () => {
    const avant = Object.keys(contenu(dossier)).map((nom) => lire(nom));
    const { err, fin } = await importer(await enregistrer(await ouvrir(await octetsDe(dossier)), fichier), {
      output: dossier,
      update: true,
    });
    expect(fin).toBe("clean");
    expect(err).toContain("6 fichiers déjà à jour.");
    expect(Object.keys(contenu(dossier)).map((nom) => lire(nom))).toEqual(avant);
  });

  test("une liste prend la place de l'ancienne : une ligne ajoutée, une changée, une ôtée, les commentaires des autres gardés", async () => {
    const cle = "parcours/EPE-001.yaml";
    writeFileSync(join(dossier, cle), lire(cle).replace(/^(\s+facture: .*)$/m, "$1 # classée chez la comptable"));
    const classeur = await ouvrir(await octetsDe(dossier));
    const depenses = feuille(classeur, "Dépenses");
    const lignes = Array.from({ length: depenses.rowCount }, (_, rang) => rang + 1).filter(
      (rang) => depenses.getCell(rang, 1).value === "EPE-001",
    );
    const derniere = lignes.at(-1) ?? 0;
    depenses.spliceRows(derniere, 1);
    cellule(depenses, "financement.depenses[].montant", lignes[1] ?? 0).value = 1234.5;
    await importer(await enregistrer(classeur, fichier), { output: dossier, update: true, yes: true });
    const apres = parse(lire(cle)).financement.depenses;
    expect(apres).toHaveLength(lignes.length - 1);
    expect(apres[1].montant).toBe(1234.5);
    expect(lire(cle)).toContain("# classée chez la comptable");
  });

  test("une cellule vidée laisse la valeur du fichier, sauf --clear", async () => {
    const classeur = await ouvrir(await octetsDe(dossier));
    for (const cle of ["le", "initiative", "motif", "notifiee_le"])
      cellule(feuille(classeur, "Contrats"), `contrat.rupture.${cle}`, 9).value = null;
    await enregistrer(classeur, fichier);
    const sans = await importer(fichier, { output: dossier, update: true, yes: true });
    expect(sans.err).toContain("6 fichiers déjà à jour.");
    const avec = await importer(fichier, { output: dossier, update: true, clear: true, yes: true });
    expect(avec.out).toContain("- contrat.rupture.initiative : salarie");
    expect(parse(lire("parcours/EPE-004.yaml")).contrat.rupture).toBeUndefined();
    expect(avec.err).toContain("1 fichier modifié et 5 fichiers déjà à jour.");
  });

  test("sans terminal ni --yes, montre les changements, n'écrit rien et le dit (code 2)", async () => {
    const classeur = await ouvrir(await octetsDe(dossier));
    cellule(feuille(classeur, "Contrats"), "contrat.conclu_le", 6).value = new Date("2024-08-29T00:00:00Z");
    await enregistrer(classeur, fichier);
    const avant = lire("parcours/EPE-001.yaml");
    const { code, out, err } = await cpro(["import", fichier, "--output", dossier, "--update"], { input: "oui\n" });
    expect(code).toBe(2);
    expect(out).toContain("+ contrat.conclu_le : 2024-08-29");
    expect(err).toContain("--yes");
    expect(lire("parcours/EPE-001.yaml")).toBe(avant);
  });

  test("un fichier écrit avec des ancres est refusé plutôt qu'abîmé", async () => {
    const cle = "parcours/EPE-001.yaml";
    writeFileSync(
      join(dossier, cle),
      lire(cle).replace("debut: 2024-09-02", "debut: &jour 2024-09-02").replace("le: 2024-09-20", "le: *jour"),
    );
    const classeur = await ouvrir(await octetsDe(dossier));
    cellule(feuille(classeur, "Contrats"), "contrat.debut", 6).value = new Date("2024-09-03T00:00:00Z");
    const avant = lire(cle);
    const { fin, err } = await importer(await enregistrer(classeur, fichier), { output: dossier, update: true, yes: true });
    expect([fin, lire(cle)]).toEqual(["not-done", avant]);
    expect(err).toContain("Modifiez ce fichier à la main");
  });
});

describe("sans --update", () => {
  test("un fichier qui dit autre chose n'est pas remplacé ; --force le remplace ; le même n'est pas touché", async () => {
    const classeur = await ouvrir(await octetsDe(dossier));
    cellule(feuille(classeur, "Contrats"), "contrat.conclu_le", 6).value = new Date("2024-08-29T00:00:00Z");
    await enregistrer(classeur, fichier);
    const refus = await importer(fichier, { output: dossier });
    expect(refus.fin).toBe("not-done");
    expect(refus.err).toContain(`Ce fichier existe déjà et dit autre chose : ${join(dossier, "parcours/EPE-001.yaml")}`);
    const force = await importer(fichier, { output: dossier, force: true });
    expect(force.err).toContain("1 fichier écrit et 5 fichiers déjà à jour.");
    expect(parse(lire("parcours/EPE-001.yaml")).contrat.conclu_le).toBe("2024-08-29");
  });

  test("un identifiant ne mène jamais hors du dossier", async () => {
    const classeur = await ouvrir(await octetsDe(dossier));
    for (const sheet of classeur.worksheets) {
      sheet.eachRow((row) => {
        if (row.getCell(1).value === "EPE-005") row.getCell(1).value = "../../EPE/005";
      });
    }
    mkdirSync(join(base, "seul"), { recursive: true });
    await importer(await enregistrer(classeur, fichier), { output: join(base, "seul") });
    expect(Object.keys(contenu(join(base, "seul")))).toContain("parcours/EPE-005.yaml");
  });
});
