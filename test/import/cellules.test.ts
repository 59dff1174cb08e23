import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbook, Worksheet } from "exceljs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { root } from "../cli/run.ts";
import { atelier, cellule, contenu, enregistrer, feuille, importer, octetsDe, ouvrir } from "./atelier.ts";
import { refaire, sur } from "./corpus/parties.ts";

const dossier = atelier("cellules");
afterAll(() => rmSync(dossier, { recursive: true }));

const source = "fixtures/geiq-epe";
const fichier = join(dossier, "classeur.xlsx");
let octets: Uint8Array;
let sortie: string;
let tours = 0;
let classeur: Workbook;
let contrats: Worksheet;
let entreprises: Worksheet;
let parcours: Worksheet;
let depenses: Worksheet;

beforeAll(async () => {
  octets = await octetsDe(join(root, source));
});

beforeEach(async () => {
  tours += 1;
  sortie = join(dossier, `sortie-${tours}`);
  classeur = await ouvrir(octets);
  [contrats, entreprises, parcours, depenses] = ["Contrats", "Entreprises", "Parcours", "Dépenses"].map((nom) =>
    feuille(classeur, nom),
  ) as [Worksheet, Worksheet, Worksheet, Worksheet];
});

describe("ce qui se comprend", () => {
  test("les habitudes du tableur : dates en toutes lettres, virgules, espaces, SIRET en nombre, formules, cellules masquées", async () => {
    const attendu = contenu(join(root, source));
    cellule(contrats, "contrat.conclu_le", 6).value = "30/08/2024";
    cellule(contrats, "contrat.debut", 6).value = "2 septembre 2024";
    cellule(contrats, "contrat.fin", 6).value = "1er mars 2026";
    cellule(entreprises, "entreprise.siret", 6).value = 99900010200015;
    cellule(entreprises, "employeur.siret", 6).value = "999 000 011 00018\u00a0";
    cellule(entreprises, "entreprise.denomination", 6).value = {
      richText: [{ text: "Chaudronnerie " }, { text: "Exemple du Laonnois", font: { bold: true } }],
    };
    cellule(entreprises, "entreprise.naf", 6).value = "25.11Z";
    cellule(parcours, "beneficiaire.sexe", 6).value = " HOMME\u00a0 ";
    cellule(parcours, "beneficiaire.niveau_entree", 6).value = 3;
    cellule(parcours, "beneficiaire.situation_avant", 6).value = "eleve (scolaire)";
    const montant = cellule(depenses, "financement.depenses[].montant", 6);
    montant.value = `${String(montant.value).replace(".", ",")} €`;
    const autre = cellule(depenses, "financement.depenses[].montant", 7);
    autre.value = { formula: "1+1", result: Number(autre.value) };
    parcours.getRow(7).hidden = true;
    feuille(classeur, "Modalités").spliceColumns(3, 0, []);
    const { fin, err } = await importer(await enregistrer(classeur, fichier), { output: sortie });
    expect(err).toContain("Parcours : 1 ligne masquée, importée comme les autres.");
    expect(fin).toBe("clean");
    expect(contenu(sortie)).toEqual(attendu);
  });

  test("des colonnes renommées, déplacées ou sans leur clé cachée", async () => {
    const attendu = contenu(join(root, source));
    cellule(contrats, "contrat.debut", 5).value = "Date d'embauche";
    for (const [nom, ici, la] of [
      ["Contrats", 3, 9],
      ["Parcours", 5, 6],
    ] as const) {
      const sheet = feuille(classeur, nom);
      sheet.eachRow((row) => {
        const [un, deux] = [ici, la].map((index) => ({ value: row.getCell(index).value, style: row.getCell(index).style }));
        Object.assign(row.getCell(ici), deux);
        Object.assign(row.getCell(la), un);
      });
    }
    entreprises.spliceRows(1, 1);
    const fiche = feuille(classeur, "Fiche projet");
    fiche.spliceColumns(1, 1);
    const tableur = feuille(classeur, "Tuteurs");
    tableur.name = "Les tuteurs";
    const { fin, out } = await importer(await enregistrer(classeur, fichier), { output: sortie });
    expect(out).not.toContain("erreur");
    expect(fin).toBe("clean");
    expect(contenu(sortie)).toEqual(attendu);
  });

  test("l'identifiant fusionné sur plusieurs lignes d'une liste", async () => {
    depenses.mergeCells("A6:A8");
    const { fin } = await importer(await enregistrer(classeur, fichier), { output: sortie });
    expect(fin).toBe("clean");
    expect(contenu(sortie)).toEqual(contenu(join(root, source)));
  });
});

describe("ce qui est refusé à sa cellule, sans rien écrire", () => {
  async function refus(): Promise<string> {
    const { fin, out, err } = await importer(await enregistrer(classeur, fichier), { output: sortie });
    expect(fin).toBe("problems");
    expect(err).toContain("Rien n'a été écrit");
    expect(contenu(sortie)).toEqual({});
    return out;
  }

  test("un code abîmé par le tableur : zéro perdu, chiffres perdus, date à la place d'un texte", async () => {
    cellule(entreprises, "entreprise.siret", 6).value = 9990001020001;
    cellule(entreprises, "entreprise.siret", 7).value = "9,99000102E+13";
    cellule(entreprises, "entreprise.siret", 8).value = 99900010200015.5;
    cellule(parcours, "beneficiaire.departement", 6).value = 2;
    const facture = cellule(depenses, "financement.depenses[].facture", 6);
    Object.assign(facture, { style: { numFmt: "dd/mm/yyyy" }, value: new Date("2024-02-01T00:00:00Z") });
    const out = await refus();
    const siret = cellule(entreprises, "entreprise.siret", 6).address;
    expect(out).toContain(`Entreprises!${siret}  erreur  Le SIRET « 9990001020001 » compte 13 chiffres au lieu de 14.  schema`);
    expect(out).toMatch(/Entreprises!\w7 {2}erreur .*des chiffres sont perdus/);
    expect(out).toMatch(/Entreprises!\w8 {2}erreur .*des chiffres sont perdus/);
    expect(out).toMatch(/Parcours!\w+6 {2}erreur {2}« 2 » n'a pas la forme attendue pour « departement »/);
    expect(out).toMatch(/Dépenses!\w6 {2}erreur {2}Le tableur a changé ce texte en date/);
  });

  test("des dates et des nombres qui ne se lisent pas, ou de deux façons", async () => {
    cellule(contrats, "contrat.conclu_le", 6).value = "31/02/2024";
    cellule(contrats, "contrat.debut", 6).value = "02/09/24";
    Object.assign(cellule(contrats, "contrat.fin", 6), { style: {}, value: 46082 });
    cellule(depenses, "financement.depenses[].montant", 6).value = "1.250";
    cellule(depenses, "financement.depenses[].montant", 7).value = "douze";
    cellule(parcours, "beneficiaire.rqth", 6).value = "peut-être";
    const out = await refus();
    expect(out).toMatch(/Contrats!\w6 {2}erreur {2}« 31\/02\/2024 » n'est pas une date/);
    expect(out).toMatch(/Contrats!\w6 {2}erreur {2}« 02\/09\/24 » n'est pas une date/);
    expect(out).toMatch(/Contrats!\w6 {2}erreur {2}« 46082 » est un nombre, pas une date/);
    expect(out).toMatch(/Dépenses!\w6 {2}erreur {2}« 1\.250 » peut se lire 1250 ou 1,250/);
    expect(out).toMatch(/Dépenses!\w7 {2}erreur {2}« douze » ne convient pas pour « montant »/);
    expect(out).toMatch(/Parcours!\w6 {2}erreur {2}« peut-être » ne convient pas pour « rqth »/);
  });

  test("une formule en erreur ou sans valeur, des cellules fusionnées", async () => {
    cellule(contrats, "contrat.debut", 6).value = { error: "#DIV/0!" };
    cellule(contrats, "contrat.fin", 6).value = { formula: "A1+1" } as never;
    const fin = cellule(contrats, "contrat.conclu_le", 7);
    contrats.mergeCells(`${fin.address}:${fin.address.replace("7", "8")}`);
    const out = await refus();
    expect(out).toMatch(/Contrats!\w6 {2}erreur {2}La formule de cette cellule donne l'erreur #DIV\/0!/);
    expect(out).toMatch(/Contrats!\w6 {2}erreur {2}La formule de cette cellule n'a pas de valeur enregistrée/);
    expect(out.match(/Contrats!\w[78] {2}erreur {2}Cette cellule est fusionnée/g)).toHaveLength(2);
    expect(out).not.toContain("La clé « debut »");
  });

  test("un identifiant fusionné qui en cache un autre, ou une formule en erreur à sa place", async () => {
    const financements = feuille(classeur, "Financements");
    const cache = financements.getCell("A7").value;
    expect(cache).not.toEqual(financements.getCell("A6").value);
    depenses.getCell("A6").value = { error: "#N/A" };
    await enregistrer(classeur, fichier);
    const fusionne = refaire(readFileSync(fichier), (parties) =>
      sur("xl/worksheets/sheet18.xml", (xml) =>
        xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A6:A7"/></mergeCells>'),
      )(parties),
    );
    writeFileSync(fichier, fusionne);
    const { fin, out } = await importer(fichier, { output: sortie });
    expect([fin, contenu(sortie)]).toEqual(["problems", {}]);
    expect(out).toMatch(
      /Financements!A7 {2}erreur {2}Cette cellule est fusionnée avec d'autres \(à partir de A6\), et cache une autre valeur/,
    );
    expect(out).toMatch(/Dépenses!A6 {2}erreur {2}La formule de cette cellule donne l'erreur #N\/A/);
  });

  test("une valeur, une clé ou un identifiant manquants, à la cellule où les écrire", async () => {
    cellule(parcours, "beneficiaire.sexe", 6).value = null;
    cellule(parcours, "identifiant", 10).value = null;
    cellule(contrats, "identifiant", 7).value = "EPE-02";
    cellule(depenses, "identifiant", 6).value = null;
    cellule(depenses, "financement.depenses[].composante", 7).value = "pédagogie";
    parcours.getCell("A9").value = "EPE-003";
    const out = await refus();
    const sexe = cellule(parcours, "beneficiaire.sexe", 6).address;
    expect(out).toContain(`Parcours!${sexe}  erreur  La clé « sexe » (Sexe) manque dans « beneficiaire ».  schema`);
    expect(out).toContain("Parcours!A9  erreur  L'identifiant « EPE-003 » figure déjà en Parcours!A8.");
    expect(out).toContain("Parcours!A10  erreur  La clé « identifiant » (Identifiant du parcours) manque.");
    expect(out).toMatch(/Contrats!A7 {2}erreur {2}L'identifiant « EPE-02 » ne figure pas.*\n {3}→ Vouliez-vous dire « EPE-00\d » \?/);
    expect(out).toContain("Dépenses!A6  erreur  Cette ligne est remplie sans l'identifiant du parcours.");
    expect(out).toMatch(/Dépenses!B7 {2}erreur {2}« pédagogie » n'est pas une valeur admise pour « composante »/);
  });

  test("une colonne dont le nom est presque juste, ou qui est là deux fois", async () => {
    cellule(contrats, "contrat.debut", 5).value = "Debut du contrats";
    cellule(contrats, "contrat.debut", 1).value = null;
    const doublee = cellule(contrats, "contrat.fin", 1).value;
    contrats.getCell(1, 30).value = doublee;
    contrats.getCell(6, 30).value = "x";
    const out = await refus();
    expect(out).toMatch(
      /Contrats!\w5 {2}erreur {2}La colonne « Debut du contrats » est inconnue\..*\n {3}→ Vouliez-vous dire « Début du contrat » \?/,
    );
    expect(out).toContain("Contrats!AD5  erreur  La colonne « Fin de l'action de professionnalisation » figure déjà en Contrats!");
  });
});

test("une faute de droit est dite à sa cellule et n'empêche pas d'écrire, sauf --strict", async () => {
  const debut = cellule(contrats, "contrat.conclu_le", 6);
  debut.value = new Date("2026-03-12T00:00:00Z");
  const strict = await importer(await enregistrer(classeur, fichier), { output: sortie, strict: true });
  expect(strict.fin).toBe("problems");
  expect(contenu(sortie)).toEqual({});
  const { fin, out } = await importer(await enregistrer(classeur, fichier), { output: sortie });
  expect(out).toContain(
    `Contrats!${debut.address}  erreur  Le contrat est conclu le 12 mars 2026, après la fin de l'expérimentation (28 février 2026).  contrat-fenetre`,
  );
  expect(fin).toBe("problems");
  expect(Object.keys(contenu(sortie))).toHaveLength(6);
});

test("--partial écrit ce qui est juste et nomme ce qui reste", async () => {
  cellule(parcours, "beneficiaire.sexe", 7).value = "?";
  const { fin, err } = await importer(await enregistrer(classeur, fichier), { output: sortie, partial: true });
  expect(fin).toBe("problems");
  expect(err).toContain("Laissé de côté : EPE-002 (Parcours!A7)");
  const noms = Object.keys(contenu(sortie));
  expect(noms).toHaveLength(5);
  expect(noms).not.toContain("parcours/EPE-002.yaml");
});

test("une colonne personnelle est laissée de côté, et c'est dit", async () => {
  parcours.getCell("P5").value = "Mes remarques";
  parcours.getCell("P6").value = "à rappeler";
  const { fin, err } = await importer(await enregistrer(classeur, fichier), { output: sortie });
  expect(fin).toBe("clean");
  expect(err).toContain("Parcours!P5 « Mes remarques »");
});
