import { type Mutation, surPartie } from "./mutant.ts";
import { note } from "./oracle.ts";

const STYLES = "xl/styles.xml";
const DATE = /formatCode="dd\/mm\/yyyy"/;
const MONTANT = /formatCode="[^"]*€[^"]*"/;

/** By ECMA-376, 18.8.31: what letters stand for outside quotation marks, escapes, brackets and named formats. */
const deJours = [
  "dd/mm/yyyy",
  "d\\ mmmm\\ yyyy",
  "[$-40C]dddd\\ d\\ mmmm\\ yyyy;@",
  "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  "yyyy\\-mm\\-dd",
  "mmm\\-yy",
  "DD/MM/YYYY",
  'd" h 0 #"/mm/yyyy',
  "[Red]dd/mm/yyyy",
  "[Color10]dd/mm/yy",
  "dd/mm/yyyy\\ hh:mm",
  "dd/mm/yyyy hh:mm:ss.000",
  "m/d/yy h:mm AM/PM",
  '"0.00"yyyy',
  "\\0dd/mm",
  "_-dd/mm/yyyy_-",
  "*0dd/mm/yyyy",
  "[$-40C]mmmmm",
  'yyyy"年"m"月"d"日"',
  '\\"dd/mm/yyyy\\"',
];
const deNombres = [
  "General",
  "0",
  "0.00",
  "#,##0",
  "0%",
  "0.00E+00",
  "##0.0E+0",
  "# ?/?",
  "@",
  '0.00" jours d hm"',
  "0.00\\ \\d\\h\\y",
  "[Red]0.00;[Blue]-0.00",
  "[>=1000]0.00;[Yellow]0",
  '"dd/mm/yyyy "0',
  "[$€-40C]\\ #,##0.00",
  "[$dh-380A]#,##0.00",
  '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  "#,##0.00_d",
  "*d0.00",
  "GENERAL",
  "general\\ \\d",
  "Standard",
  "[Magenta]General",
  '#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"',
  "0.00_y_m_d",
  "\\y0",
  '"d\\"0.00',
];
const dHeures = ["h:mm", "[h]:mm", "[hh]:mm:ss", "mm:ss.0", "hh:mm AM/PM", "[mm]:ss", "[s]", 'h\\ "d"', "[$-40C]h:mm", "ss"];

/** A code without what the text of an attribute must not hold. */
const enAttribut = (code: string): string => `formatCode="${note(code).replaceAll('"', "&quot;")}"`;
const codes = (motif: RegExp, liste: readonly string[], attendu: "memes" | "refus"): Mutation =>
  surPartie(STYLES, (xml, hasard) => xml.replace(motif, () => enAttribut(hasard.choix(liste))), attendu);
/** Gives a format that is known by its number to what had one by its code. */
const numeros = (avant: number, liste: readonly number[], attendu: "memes" | "refus"): Mutation =>
  surPartie(STYLES, (xml, hasard) => xml.replaceAll(`<xf numFmtId="${avant}"`, `<xf numFmtId="${hasard.choix(liste)}"`), attendu);

/** What styles say that numbers are. */
export const formats: Record<string, Mutation> = {
  "des dates sous un autre format de date": codes(DATE, deJours, "memes"),
  "des dates sous un format de nombre": codes(DATE, deNombres, "refus"),
  "des dates sous un format d'heure": codes(DATE, dHeures, "refus"),
  "des montants sous un autre format de nombre": codes(MONTANT, deNombres, "memes"),
  "des montants sous un format de date": codes(MONTANT, deJours, "refus"),
  "des montants sous un format d'heure": codes(MONTANT, dHeures, "refus"),
  "des dates sous un format numéroté": numeros(166, [14, 15, 16, 17, 22], "memes"),
  "des dates sous un format numéroté de nombre": numeros(166, [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 48, 49], "refus"),
  "des dates sous un format numéroté d'heure": numeros(166, [18, 19, 20, 21, 45, 46, 47], "refus"),
  "des montants sous un format numéroté": numeros(165, [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 48, 49], "memes"),
  "des montants sous un format numéroté de date": numeros(165, [14, 15, 16, 17, 22], "refus"),
  "un format sans son code": surPartie(
    STYLES,
    (xml, hasard) => xml.replace(`<numFmt numFmtId="${164 + hasard.entier(3)}"`, '<numFmt numFmtId="199"'),
    "memes ou refus",
  ),
  "un format défini deux fois": surPartie(
    STYLES,
    (xml, hasard) =>
      xml.replace(
        "</numFmts>",
        `<numFmt numFmtId="${164 + hasard.entier(3)}" ${enAttribut(hasard.choix([...deJours, ...deNombres, ...dHeures]))}/></numFmts>`,
      ),
    "memes ou refus",
  ),
  "le format d'une mise en forme conditionnelle": surPartie(
    STYLES,
    (xml, hasard) =>
      xml.replace(
        '<dxfs count="0"/>',
        `<dxfs count="1"><dxf><numFmt numFmtId="${164 + hasard.entier(3)}" ${enAttribut(hasard.choix([...deJours, ...deNombres]))}/></dxf></dxfs>`,
      ),
    "memes",
  ),
  "un style qui tient son format de sa base": surPartie(STYLES, (xml) => xml.replaceAll('<xf numFmtId="166" ', "<xf "), "memes ou refus"),
  "un style sans application de son format": surPartie(
    STYLES,
    (xml) => xml.replaceAll('applyNumberFormat="1"', 'applyNumberFormat="0"'),
    "memes",
  ),
  "des styles d'un autre programme": surPartie(
    STYLES,
    (xml) => xml.replace(/<cellXfs count="\d+">/, '$&<z:xf xmlns:z="urn:z" numFmtId="0"/><!-- <xf numFmtId="0"/> -->'),
    "memes",
  ),
  "des styles coupés": surPartie(
    STYLES,
    (xml, hasard) => xml.replace(/(<cellXfs.*?)((?:<xf (?:(?!<xf ).)*?){8})(<\/cellXfs>)/s, hasard.entier(2) > 0 ? "$1$3" : "$1$3$2"),
    "memes ou refus",
  ),
};
