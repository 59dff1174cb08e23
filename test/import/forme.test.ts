import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../cli/run.ts";
import { atelier, contenu, importer, octetsDe } from "./atelier.ts";
import { type Parties, refaire, sur } from "./corpus/parties.ts";

const dossier = atelier("forme");
afterAll(() => rmSync(dossier, { recursive: true }));

const source = join(root, "fixtures/geiq-epe");
let octets: Uint8Array;
let tours = 0;
beforeAll(async () => {
  octets = await octetsDe(source);
});

async function lire(...etapes: ((parties: Parties) => Parties)[]) {
  tours += 1;
  const fichier = join(dossier, `${tours}.xlsx`);
  writeFileSync(
    fichier,
    refaire(octets, (parties) => etapes.reduce((etat, etape) => etape(etat), parties)),
  );
  const sortie = join(dossier, `sortie-${tours}`);
  return { ...(await importer(fichier, { output: sortie })), fichiers: contenu(sortie) };
}

const [CLASSEUR, LIENS, TEXTES, STYLES] = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/sharedStrings.xml",
  "xl/styles.xml",
] as const;
const [PARCOURS, DEPENSES] = ["xl/worksheets/sheet9.xml", "xl/worksheets/sheet17.xml"] as const;
const MONTANT = /<c r="C6"([^>]*)><v>950<\/v><\/c>/;
const TEXTE = "<t>Chaudronnerie Exemple du Laonnois</t>";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (reste: string): string => `<Relationship ${reste}/></Relationships>`;

/** What another program could leave unread, or read otherwise: a value would be lost, or become another. */
const refus: Record<string, [(parties: Parties) => Parties, RegExp]> = {
  "deux valeurs dans une cellule": [
    sur(DEPENSES, (xml) => xml.replace(MONTANT, '<c r="C6"$1><v>950</v><v>0</v></c>')),
    /la cellule C6 de la feuille « Dépenses » a deux valeurs/,
  ],
  "une cellule au nom inconnu": [
    sur(DEPENSES, (xml) => xml.replace(MONTANT, '<C r="C6"$1><v>950</v></C>')),
    /sa partie « xl\/worksheets\/sheet17\.xml » a un « C » mal placé/,
  ],
  "une valeur au nom inconnu": [sur(DEPENSES, (xml) => xml.replace(MONTANT, '<c r="C6"$1><V>950</V></c>')), /a un « V » mal placé/],
  "une feuille d'un autre espace de noms": [
    sur(DEPENSES, (xml) => xml.replace(/ xmlns="[^"]*"/, ' xmlns="urn:exemple"')),
    /sheet17\.xml » a un « worksheet » mal placé/,
  ],
  "une feuille sans tableau": [
    sur(DEPENSES, (xml) => xml.replaceAll(/<(\/?)sheetData>/g, "<$1donnees>")),
    /la feuille « Dépenses » n'a pas de tableau/,
  ],
  "une feuille de la liste au nom inconnu": [
    sur(CLASSEUR, (xml) => xml.replace('<sheet sheetId="17"', '<Sheet sheetId="17"')),
    /« xl\/workbook\.xml » a un « Sheet » mal placé/,
  ],
  "un texte partagé écrit deux fois": [sur(TEXTES, (xml) => xml.replace(TEXTE, `${TEXTE}<t>Autre</t>`)), /dit un texte deux fois/],
  "un texte partagé au nom inconnu": [sur(TEXTES, (xml) => xml.replace(TEXTE, "<T>Autre</T>")), /a un « T » mal placé/],
  "deux feuilles pour une partie": [
    sur(LIENS, (xml) => xml.replace("sheet16.xml", "sheet17.xml")),
    /ses feuilles « Suivi » et « Dépenses » sont la même partie/,
  ],
  "deux liens au même nom": [
    sur(LIENS, (xml) =>
      xml.replace("</Relationships>", relation(`Id="rId20" Type="${RELATION}/worksheet" Target="worksheets/sheet18.xml"`)),
    ),
    /workbook\.xml\.rels » a deux liens « rId20 »/,
  ],
  "deux listes de textes": [
    sur(LIENS, (xml) => xml.replace("</Relationships>", relation(`Id="rId99" Type="${RELATION}/sharedStrings" Target="autre.xml"`))),
    /il a deux parties « sharedStrings »/,
  ],
  "une feuille de cellules qui se dit de graphique": [
    sur(LIENS, (xml) => xml.replace(/worksheet"( Target="worksheets\/sheet17)/, 'chartsheet"$1')),
    /rien ne dit si sa feuille « Dépenses » a des cellules/,
  ],
  "deux parties principales": [
    sur("_rels/.rels", (xml) =>
      xml.replace("</Relationships>", relation(`Id="rId99" Type="${RELATION}/officeDocument" Target="autre.xml"`)),
    ),
    /il a deux parties « officeDocument »/,
  ],
  "un calendrier inconnu": [
    sur(CLASSEUR, (xml) => xml.replace("<workbookPr", '<workbookPr date1904="on"')),
    /son calendrier \(« on »\) n'est ni celui de 1900, ni celui de 1904/,
  ],
  "une fusion à moitié lisible": [
    sur(PARCOURS, (xml) => xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A6:ZZZZ9"/></mergeCells>')),
    /fusionne les cellules « A6:ZZZZ9 »/,
  ],
};

const memes: Record<string, (parties: Parties) => Parties> = {
  "une extension dans l'espace de noms des feuilles": sur(DEPENSES, (xml) =>
    xml.replace(MONTANT, '<c r="C6"$1><v>950</v><extLst><ext uri="x"><v>9</v></ext></extLst></c>'),
  ),
  "une cellule en deux versions, dont la dernière est pour tous": sur(DEPENSES, (xml) =>
    xml.replace(
      MONTANT,
      (cellule) =>
        `<mc:AlternateContent><mc:Choice xmlns:z="urn:z" Requires="z"><c r="C6"><v>9</v></c></mc:Choice><mc:Fallback>${cellule}</mc:Fallback></mc:AlternateContent>`,
    ),
  ),
  "une feuille de la fiche sous un nom de feuille de parcours": sur(CLASSEUR, (xml) =>
    xml.replace('name="Tuteurs"', 'name="@"').replace('name="Fiche suivi"', 'name="Tuteurs"').replace('name="@"', 'name="Fiche suivi"'),
  ),
  "un élément au nom d'une propriété de JavaScript": sur(STYLES, (xml) =>
    xml.replace("</styleSheet>", "<constructor><xf/></constructor></styleSheet>"),
  ),
  "le format d'une mise en forme conditionnelle": sur(STYLES, (xml) =>
    xml.replace('<dxfs count="0"/>', '<dxfs count="1"><dxf><numFmt numFmtId="166" formatCode="0.00"/></dxf></dxfs>'),
  ),
};

describe("ce qui se lirait de deux façons, ou pas du tout, est refusé", () => {
  test.each(Object.keys(refus))("%s", async (nom) => {
    const [etape, message] = refus[nom] ?? [(parties) => parties, /^$/];
    const { fin, err, fichiers } = await lire(etape);
    expect([fin, err, fichiers]).toEqual(["not-done", expect.stringMatching(message), {}]);
  });
});

describe("ce qui ne change rien à ce que disent les cellules", () => {
  test.each(Object.keys(memes))("%s", async (nom) => {
    const { fin, fichiers } = await lire(memes[nom] ?? ((parties) => parties));
    expect([fin, fichiers]).toEqual(["clean", contenu(source)]);
  });
});

test("une partie qui porte dans le zip un autre nom que dans son annuaire est refusée", async () => {
  const fichier = join(dossier, "deux-noms.xlsx");
  const zip = Buffer.from(refaire(octets, (parties) => parties));
  zip.write("xl/worksheets/sheet18.xml", zip.indexOf("xl/worksheets/sheet17.xml"));
  writeFileSync(fichier, zip);
  const { fin, err } = await importer(fichier, { output: join(dossier, "sortie-deux-noms") });
  expect([fin, err]).toEqual(["not-done", expect.stringContaining("sa partie « xl/worksheets/sheet17.xml » y porte deux noms")]);
});

test("un code de caractère coupé entre deux morceaux d'un texte n'en est pas un", async () => {
  const { fichiers } = await lire(sur(TEXTES, (xml) => xml.replace(TEXTE, "<r><t>Chaudronnerie _x00</t></r><r><t>41_</t></r>")));
  expect(fichiers["parcours/EPE-001.yaml"]).toMatchObject({ entreprise: { denomination: "Chaudronnerie _x0041_" } });
});
