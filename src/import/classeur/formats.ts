import { FEUILLES } from "./paquet/espaces.ts";
import { type Balise, lireXml } from "./paquet/xml.ts";

/** What a number is shown as: itself, a day, or a time (« 36:00 » for one and a half). */
export type Nature = "nombre" | "jour" | "heure";

/** The formats that have no code in the file, by their numbers. */
const [JOURS, HEURES] = [
  [
    [14, 17],
    [22, 22],
    [27, 31],
    [36, 36],
    [50, 54],
    [57, 58],
    [71, 74],
    [77, 77],
    [81, 81],
  ],
  [
    [18, 21],
    [32, 35],
    [45, 47],
    [55, 56],
    [75, 76],
    [78, 80],
  ],
] as const;

/** What each style of a workbook shows numbers as, in the order that cells refer to. */
export function lireFormats(partie: string, octets: Uint8Array): Nature[] {
  const codes = new Map<number, string>();
  const styles: Record<string, Balise[]> = { cellXfs: [], cellStyleXfs: [], numFmts: [] };
  let liste: string | undefined;
  lireXml(partie, octets, FEUILLES, {
    enfants: { "": ["styleSheet"], cellXfs: ["xf"], cellStyleXfs: ["xf"], numFmts: ["numFmt"] },
    ouvre(balise) {
      if (Object.hasOwn(styles, balise.nom)) liste = balise.nom;
      else if (balise.nom === "xf") styles[liste ?? ""]?.push(balise);
      // Those of conditional formats, elsewhere, are no cell's.
      else if (balise.nom === "numFmt" && liste === "numFmts")
        codes.set(Number(balise.attribut("numFmtId")), balise.attribut("formatCode") ?? "");
    },
    ferme(nom) {
      if (nom === liste) liste = undefined;
    },
  });
  const natures = new Map<number, Nature>();
  return (styles.cellXfs ?? []).map((style) => {
    const base = styles.cellStyleXfs?.[Number(style.attribut("xfId") ?? 0)];
    const format = Number(style.attribut("numFmtId") ?? base?.attribut("numFmtId") ?? 0);
    const nature = natures.get(format) ?? natureDe(format, codes.get(format));
    natures.set(format, nature);
    return nature;
  });
}

function natureDe(numero: number, code: string | undefined): Nature {
  if (code !== undefined) return natureDuCode(code);
  const isDans = (plages: readonly (readonly [number, number])[]): boolean => plages.some(([de, a]) => numero >= de && numero <= a);
  if (isDans(JOURS)) return "jour";
  return isDans(HEURES) ? "heure" : "nombre";
}

/**
 * By the letters of a format that stand for something: those in quotation marks, escaped, used as padding or in brackets do not,
 * nor do those of a name.
 */
function natureDuCode(code: string): Nature {
  const duree = /\[(h+|m+|s+)\]/i;
  const natures = code
    .replaceAll(/"[^"]*"?|[\\_*]./gs, "")
    .split(";")
    .map((section): Nature => {
      if (duree.test(section)) return "heure";
      const lettres = section.replaceAll(/\[[^\]]*\]|general|standard|am\/pm|a\/p/gi, "").replaceAll(/s\.0+/gi, "s");
      // Digits to fill: a number, whatever stands around them.
      if (/[0#?]/.test(lettres)) return "nombre";
      if (/[yd]/i.test(lettres)) return "jour";
      if (/[hs]/i.test(lettres)) return "heure";
      return /[me]/i.test(lettres) ? "jour" : "nombre";
    });
  return natures.find((nature) => nature !== "nombre") ?? "nombre";
}
