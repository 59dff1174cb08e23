import { strToU8 } from "fflate";
import { type Parties, refaire, renomme, sur, surCellules, surFeuilles, textesPartages } from "./parties.ts";

type Variante = (octets: Uint8Array) => Uint8Array;

const change =
  (...etapes: ((parties: Parties) => Parties)[]): Variante =>
  (octets) =>
    refaire(octets, (parties) => etapes.reduce((etat, etape) => etape(etat), parties));

const CLASSEUR = "xl/workbook.xml";
const LIENS = "xl/_rels/workbook.xml.rels";
const DATE = /<numFmt numFmtId="(\d+)" formatCode="dd\/mm\/yyyy[^"]*"\/>/;

/** Whether a style shows a number as a date in the workbook of `cpro template`. */
function stylesDeDate({ "xl/styles.xml": xml = "" }: Parties): Set<string> {
  const numero = DATE.exec(xml)?.[1] ?? "14";
  const xfs = [...(/<cellXfs.*?<\/cellXfs>/s.exec(xml)?.[0] ?? "").matchAll(/<xf [^>]*?numFmtId="(\d+)"/g)];
  return new Set(xfs.flatMap(([, format], rang) => (format === numero || format === "14" ? [String(rang)] : [])));
}

const styleDe = (attributs: string): string => / s="(\d+)"/.exec(attributs)?.[1] ?? "0";
const valeurDe = (dedans: string): string => /<v>(.*?)<\/v>/s.exec(dedans)?.[1] ?? "";
const jourDe = (serie: string): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(serie)) * 86_400_000).toISOString().slice(0, 10);
const estNombre = (attributs: string, dedans: string): boolean =>
  (!/ t="/.test(attributs) || / t="n"/.test(attributs)) && dedans.includes("<v>");

function surDates(ecrire: (serie: string, attributs: string, r: string) => string): (parties: Parties) => Parties {
  return (parties) => {
    const dates = stylesDeDate(parties);
    return surCellules(({ r, attributs, dedans }) =>
      estNombre(attributs, dedans) && dates.has(styleDe(attributs))
        ? ecrire(valeurDe(dedans), attributs, r)
        : `<c r="${r}"${attributs}>${dedans}</c>`,
    )(parties);
  };
}

const isoDates = surDates(
  (serie, attributs, r) => `<c r="${r}"${attributs.replace(/ t="n"/, "")} t="d"><v>${jourDe(serie)}T00:00:00</v></c>`,
);

const enLigne =
  (habille: (texte: string) => string, type = "inlineStr"): ((parties: Parties) => Parties) =>
  (parties) => {
    const textes = textesPartages(parties);
    return surCellules(({ r, attributs, dedans }) =>
      attributs.includes('t="s"')
        ? `<c r="${r}"${attributs.replace('t="s"', `t="${type}"`)}>${habille(textes[Number(valeurDe(dedans))] ?? "")}</c>`
        : `<c r="${r}"${attributs}>${dedans}</c>`,
    )(parties);
  };

const sansTextes = (parties: Parties): Parties => {
  const { "xl/sharedStrings.xml": _, ...reste } = parties;
  return sur(LIENS, (xml) => xml.replace(/<Relationship [^>]*sharedStrings[^>]*\/>/, ""))(reste);
};

const de1904 = (dit: string): Variante =>
  change(
    surDates((serie, attributs, r) => `<c r="${r}"${attributs}><v>${Number(serie) - 1462}</v></c>`),
    sur(CLASSEUR, (xml) => xml.replace("<workbookPr", `<workbookPr date1904="${dit}"`)),
  );

const strict = (parties: Parties): Parties =>
  Object.fromEntries(
    Object.entries(parties).map(([nom, xml]) => [
      nom,
      xml
        .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ]),
  );

const prefixe = (xml: string): string => xml.replaceAll(/<(\/?)(?=[a-zA-Z]+[ />])/g, "<$1x:").replace("xmlns=", "xmlns:x=");

/** Cells one after the other from A, the empty ones included; rows too. */
const sansPlaces = surFeuilles((xml) =>
  xml.replace(/<sheetData>.*<\/sheetData>/s, (donnees) => {
    let attendue = 1;
    return donnees.replaceAll(/<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs, (_, r: string, attributs: string, cellules = "") => {
      const vides = "<row/>".repeat(Number(r) - attendue);
      attendue = Number(r) + 1;
      let colonne = 1;
      const serrees = cellules.replaceAll(/<c r="([A-Z]+)\d+"/g, (__: string, lettres: string) => {
        const rang = [...lettres].reduce((somme, lettre) => somme * 26 + lettre.charCodeAt(0) - 64, 0);
        const trous = "<c/>".repeat(rang - colonne);
        colonne = rang + 1;
        return `${trous}<c`;
      });
      return `${vides}<row${attributs.replace(/ spans="[^"]*"/, "")}>${serrees}</row>`;
    });
  }),
);

/** What other writers make of the same workbook: each gives the same files. */
export const memes: Record<string, Variante> = {
  "la partie principale sous un autre nom": change(
    (parties) => renomme(parties, { [CLASSEUR]: "xl/workbook22.xml", [LIENS]: "xl/_rels/workbook22.xml.rels" }),
    sur("_rels/.rels", (xml) => xml.replace("xl/workbook.xml", "xl/workbook22.xml")),
    sur("[Content_Types].xml", (xml) => xml.replace("/xl/workbook.xml", "/xl/workbook22.xml")),
  ),
  "des cibles absolues": change(
    sur("_rels/.rels", (xml) => xml.replace('Target="xl/', 'Target="/xl/')),
    sur(LIENS, (xml) => xml.replaceAll('Target="', 'Target="/xl/')),
  ),
  "des feuilles dans un autre dossier, à un nom avec espaces et accents": change(
    (parties) => renomme(parties, { "xl/worksheets/sheet9.xml": "données/feuille neuf.xml" }),
    sur(LIENS, (xml) => xml.replace("worksheets/sheet9.xml", "../donn%C3%A9es/feuille%20neuf.xml")),
  ),
  "tout à la racine du paquet": change(
    (parties) => renomme(parties, { [CLASSEUR]: "classeur.xml", [LIENS]: "_rels/classeur.xml.rels" }),
    sur("_rels/.rels", (xml) => xml.replace("xl/workbook.xml", "./classeur.xml")),
    sur("_rels/classeur.xml.rels", (xml) => xml.replaceAll('Target="', 'Target="xl/')),
  ),
  "des noms en majuscules dans le zip": change((parties) =>
    Object.fromEntries(Object.entries(parties).map(([nom, xml]) => [nom.startsWith("xl/worksheets/") ? nom.toUpperCase() : nom, xml])),
  ),
  "un espace de noms préfixé": change(surFeuilles(prefixe), sur(CLASSEUR, prefixe), sur("xl/sharedStrings.xml", prefixe)),
  "ni lignes ni cellules numérotées": change(sansPlaces),
  "des dates ISO": change(isoDates),
  "la forme stricte, dates ISO comprises": change(isoDates, strict),
  "le calendrier de 1904, écrit 1": de1904("1"),
  "le calendrier de 1904, écrit true": de1904("true"),
  "des textes dans leurs cellules, sans liste": change(
    enLigne((texte) => `<is><t xml:space="preserve">${texte}</t></is>`),
    sansTextes,
  ),
  "des textes avec leur prononciation": change(
    enLigne((texte) => `<is><r><t xml:space="preserve">${texte}</t></r><rPh sb="0" eb="1"><t>XX</t></rPh></is>`),
  ),
  "des textes partagés avec leur prononciation": change(
    sur("xl/sharedStrings.xml", (xml) => xml.replaceAll("</si>", '<rPh sb="0" eb="1"><t>YY</t></rPh><phoneticPr fontId="1"/></si>')),
  ),
  "des textes en plusieurs morceaux": change(
    enLigne((texte) => `<is><r><t xml:space="preserve"></t></r><r><rPr><b/></rPr><t xml:space="preserve">${texte}</t></r></is>`),
  ),
  "des formules qui donnent un texte": change(enLigne((texte) => `<f>CONCATENATE(&quot;&quot;)</f><v>${texte}</v>`, "str")),
  "des dates données par des formules, en texte": change(
    surDates(
      (serie, attributs, r) => `<c r="${r}"${attributs.replace(/ t="n"/, "")} t="str"><f>TEXT(A1,"")</f><v>${jourDe(serie)}</v></c>`,
    ),
  ),
  "des formules qui donnent un texte vide": change(
    surFeuilles((xml) => xml.replace(/(<c r="[A-Z]+\d+" s="\d+")\/>/g, '$1 t="str"><f>IF(1,"")</f><v></v></c>')),
  ),
  "des lettres écrites par leur code": change(
    sur("xl/sharedStrings.xml", (xml) =>
      xml.replaceAll(/(<t[^>]*>)([^<&]+)/g, (_, t: string, texte: string) => `${t}${texte.replaceAll("e", "_x0065_")}`),
    ),
  ),
  "des dates aux mois en lettres, dans la langue du poste": change(
    sur("xl/styles.xml", (xml) => xml.replaceAll(/formatCode="dd\/mm\/yyyy[^"]*"/g, 'formatCode="[$-40C]d\\ mmmm\\ yyyy;@"')),
  ),
  "des montants dont le format a des lettres": change(
    sur("xl/styles.xml", (xml) =>
      xml.replaceAll(
        /formatCode="(?:\[[^\]]*\])?#,##0.00[^"]*"/g,
        'formatCode="[Red][&gt;=1000]#,##0.00\\ \\h&quot; dont dh&quot;;General\\ \\d"',
      ),
    ),
  ),
  "des parties en UTF-16": (octets) =>
    refaire(
      octets,
      (parties) =>
        Object.fromEntries(Object.entries(parties).map(([nom, xml]) => [nom, xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')])),
      (xml) => new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le")),
    ),
  "une marque d'ordre, des commentaires et des CDATA": (octets) =>
    refaire(
      octets,
      (parties) =>
        surFeuilles((xml) => xml.replaceAll("<sheetData>", "<!-- <row r='1'> --><sheetData>"))(
          sur("xl/sharedStrings.xml", (xml) => xml.replaceAll(/(<t[^>]*>)([^<&]+)<\/t>/g, "$1<![CDATA[$2]]></t>"))(parties),
        ),
      (xml) => strToU8(`\ufeff${xml}`),
    ),
  "un zip sans compression": (octets) => refaire(octets, (parties) => parties, strToU8, 0),
  "des extensions d'un autre programme": change(
    surFeuilles((xml) =>
      xml
        .replace("<worksheet", '<worksheet xmlns:z="urn:exemple:z"')
        .replaceAll("</row>", '<z:row r="1"><z:c r="A1"><z:v>9</z:v></z:c></z:row></row>')
        .replaceAll("</c>", "<extLst><ext><z:v>8</z:v></ext></extLst></c>"),
    ),
  ),
  "un classeur avec macros": change(
    sur("[Content_Types].xml", (xml) =>
      xml.replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      ),
    ),
  ),
  "des feuilles très masquées, dans un autre ordre": change(
    sur(CLASSEUR, (xml) =>
      xml
        .replace(
          /<sheets>(.*)<\/sheets>/s,
          (_, liste: string) => `<sheets>${(liste.match(/<sheet .*?\/>/g) ?? []).reverse().join("")}</sheets>`,
        )
        .replaceAll('state="visible"', 'state="veryHidden"'),
    ),
  ),
  "une feuille de graphique": change(
    sur(CLASSEUR, (xml) => xml.replace("</sheets>", '<sheet name="Graphique" sheetId="99" r:id="rId999"/></sheets>')),
    sur(LIENS, (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      ),
    ),
  ),
};

const PARCOURS = "xl/worksheets/sheet9.xml";
const fusions = (ref: string): Variante =>
  change(sur(PARCOURS, (xml) => xml.replace("</sheetData>", `</sheetData><mergeCells><mergeCell ${ref}/></mergeCells>`)));
const cellule = (motif: RegExp, par: string, partie = PARCOURS): Variante => change(sur(partie, (xml) => xml.replace(motif, par)));
const TEXTE_EN_C7 = /<c r="C7"( s="\d+")? t="s"><v>\d+<\/v><\/c>/;

/** What does not hold together, or cannot be told: refused, with its place. */
export const refus: Record<string, [Variante, RegExp]> = {
  "sans styles, des dates sont des nombres": [
    change(
      (parties) => Object.fromEntries(Object.entries(parties).filter(([nom]) => nom !== "xl/styles.xml")),
      sur(LIENS, (xml) => xml.replace(/<Relationship [^>]*styles[^>]*\/>/, "")),
    ),
    /est un nombre, pas une date/,
  ],
  "une feuille annoncée et absente": [
    change((parties) => Object.fromEntries(Object.entries(parties).filter(([nom]) => nom !== "xl/worksheets/sheet17.xml"))),
    /abîmé : sa feuille « Dépenses » n'y est pas/,
  ],
  "une feuille sans lien": [
    change(sur(LIENS, (xml) => xml.replace(/<Relationship [^>]*sheet17[^>]*\/>/, ""))),
    /sa feuille « Dépenses » n'y est pas/,
  ],
  "une feuille dans un autre fichier": [
    change(sur(LIENS, (xml) => xml.replace('Target="worksheets/sheet17.xml"', 'Target="file:///ailleurs.xml" TargetMode="External"'))),
    /sa feuille « Dépenses » se trouve ailleurs/,
  ],
  "la liste des textes absente": [
    change((parties) => Object.fromEntries(Object.entries(parties).filter(([nom]) => nom !== "xl/sharedStrings.xml"))),
    /la partie « xl\/sharedStrings.xml » y manque/,
  ],
  "la liste des textes sans lien": [
    change(sansTextes),
    /la cellule \w+ de la feuille « [^»]+ » renvoie à des textes qu'il ne contient pas/,
  ],
  "un texte hors de la liste": [
    cellule(TEXTE_EN_C7, '<c r="C7" t="s"><v>99999</v></c>'),
    /Parcours!C7 {2}erreur {2}.*renvoie au texte n° 99999/,
  ],
  "un type inconnu": [cellule(TEXTE_EN_C7, '<c r="C7" t="zz"><v>1</v></c>'), /Parcours!C7 {2}erreur {2}.*son type « zz » n'existe pas/],
  "un style inconnu": [
    cellule(TEXTE_EN_C7, '<c r="C7" s="9999"><v>1</v></c>'),
    /Parcours!C7 {2}erreur {2}.*le format de ce nombre n'est pas dans le classeur/,
  ],
  "un nombre qui n'en est pas un": [
    cellule(TEXTE_EN_C7, '<c r="C7"><v>12,5</v></c>'),
    /Parcours!C7 {2}erreur {2}.*« 12,5 » n'est pas un nombre/,
  ],
  "un booléen qui n'en est pas un": [cellule(TEXTE_EN_C7, '<c r="C7" t="b"><v>2</v></c>'), /Parcours!C7 {2}erreur {2}.*ni vrai ni faux/],
  "une date ISO qui n'en est pas une": [
    cellule(TEXTE_EN_C7, '<c r="C7" t="d"><v>2024</v></c>'),
    /Parcours!C7 {2}erreur {2}.*« 2024 » n'est pas une date/,
  ],
  "une date ISO dans un montant": [
    cellule(/<c r="C7"[^>]*>.*?<\/c>/, '<c r="C7" t="d"><v>2024-02-01</v></c>', "xl/worksheets/sheet17.xml"),
    /Dépenses!C7 {2}erreur {2}La cellule contient une date/,
  ],
  "un signe que les fichiers ne peuvent pas contenir": [
    cellule(TEXTE_EN_C7, '<c r="C7" t="inlineStr"><is><t>a_x0000_b</t></is></c>'),
    /Parcours!C7 {2}erreur {2}.*U\+0000/,
  ],
  "une moitié de caractère": [
    cellule(TEXTE_EN_C7, '<c r="C7" t="inlineStr"><is><t>a_xD800_b</t></is></c>'),
    /Parcours!C7 {2}erreur {2}.*U\+D800/,
  ],
  "deux cellules à la même place": [cellule(TEXTE_EN_C7, "$&$&"), /a deux cellules C7/],
  "deux lignes au même numéro": [cellule(/<row r="8"/, '<row r="7"'), /a deux lignes 7|a une cellule/],
  "une cellule hors de sa ligne": [cellule(/<c r="C7"/, '<c r="C77"'), /a une cellule « C77 » dans sa ligne 7/],
  "une ligne hors de toute feuille": [cellule(/<\/sheetData>/, '<row r="4294967295"/></sheetData>'), /au-delà de 200.000 lignes/],
  "une cellule très loin": [
    cellule(/<\/sheetData>/, '<row r="1000000"><c r="A1000000"><v>1</v></c></row></sheetData>'),
    /au-delà de 200.000 lignes/,
  ],
  "une colonne très loin": [
    cellule(/<\/sheetData>/, '<row r="900"><c r="ZZZ900"><v>1</v></c></row></sheetData>'),
    /a une cellule « ZZZ900 »|colonnes/,
  ],
  "une fusion immense, entre apostrophes": [fusions("ref='A1:XFD1048576'"), /20.000 cellules fusionnées/],
  "une fusion immense, avec des dollars": [fusions('ref="$A$1:$XFD$1048576"'), /20.000 cellules fusionnées/],
  "une fusion immense, en entités": [fusions('ref="&#65;1&#x3A;XFD1048576"'), /20.000 cellules fusionnées/],
  "une fusion immense, avec des espaces": [fusions('ref = " A1:XFD1048576 "'), /20.000 cellules fusionnées/],
  "une fusion illisible": [fusions('ref="A1:B2:C3"'), /fusionne les cellules « A1:B2:C3 »/],
  "un type de document": [cellule(/<worksheet/, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'), /abîmé : le XML de sa partie/],
  "une entité inconnue": [cellule(TEXTE_EN_C7, '<c r="C7" t="inlineStr"><is><t>&b;</t></is></c>'), /abîmé : le XML de sa partie/],
  "des octets qui ne sont pas de l'UTF-8": [
    (octets) =>
      refaire(
        octets,
        (parties) => parties,
        (xml) => (xml.includes("<sst") ? new Uint8Array(Buffer.from(xml, "latin1")) : strToU8(xml)),
      ),
    /abîmé : le XML de sa partie « xl\/sharedStrings.xml »/,
  ],
  "une heure": [
    change(sur("xl/styles.xml", (xml) => xml.replaceAll(/formatCode="dd\/mm\/yyyy[^"]*"/g, 'formatCode="[h]:mm"'))),
    /erreur {2}La cellule montre une heure ou une durée/,
  ],
  "un document Word renommé": [
    change(sur("[Content_Types].xml", (xml) => xml.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main"))),
    /est un document Word/,
  ],
  "un octet changé dans une partie": [
    (octets) => {
      const stockes = Buffer.from(refaire(octets, (parties) => parties, strToU8, 0));
      const la = stockes.indexOf("<sheetData>", stockes.indexOf(PARCOURS));
      stockes[stockes.indexOf("<v>", la) + 3] = 0x39;
      stockes[stockes.indexOf("<v>", la) + 4] = 0x39;
      return new Uint8Array(stockes);
    },
    /ne peut pas être décompressée/,
  ],
};
