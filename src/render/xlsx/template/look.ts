import type { Alignment, Style } from "exceljs";
import type { Champ, Requis } from "../../../saisie/champs.ts";
import { formats, looks } from "../style.ts";

const solid = (argb: string) => ({ type: "pattern" as const, pattern: "solid" as const, fgColor: { argb } });
const family = looks.body.font.name;
const white = "FFFFFFFF";
const thin = { style: "thin" as const, color: { argb: "FFFFFFFF" } };

/** Headings, from what must be filled in to what may. */
const headings = {
  toujours: { color: white, fill: "FF1F3A5F" },
  ensuite: { color: white, fill: "FF56789E" },
  facultatif: { color: "FF1F3A5F", fill: "FFDCE5F0" },
};

const locked: Partial<Style> = { protection: { locked: true } };

export function headingStyle(requis: Requis | undefined): Partial<Style> {
  const { color, fill } = headings[requis === "toujours" ? "toujours" : requis === undefined ? "facultatif" : "ensuite"];
  return {
    ...locked,
    font: { name: family, size: 10, bold: true, color: { argb: color } },
    fill: solid(fill),
    alignment: { vertical: "middle", horizontal: "left", wrapText: true, indent: 1 },
    border: { left: thin, right: thin, top: thin, bottom: thin },
  };
}

/** The mark of a heading that must be filled in. */
export function markOf(requis: Requis | undefined): string {
  if (requis === undefined) return "";
  return requis === "toujours" ? " *" : " (*)";
}

/** What the sheets of each kind of document are known by. */
export const colours = { fiche: "FF1F3A5F", parcours: "FF2E7D5B" };

export function bandStyle(kind: keyof typeof colours): Partial<Style> {
  return {
    ...locked,
    font: { name: family, size: 10, bold: true, color: { argb: colours[kind] } },
    alignment: { vertical: "middle", horizontal: "left" },
    border: { bottom: { style: "medium", color: { argb: colours[kind] } }, right: thin },
  };
}

export const frameStyles = {
  key: { ...locked, font: { name: family, size: 8, color: { argb: "FF9AA5B1" } } },
  title: { ...locked, font: looks.title.font, alignment: { vertical: "middle" as const } },
  note: { ...locked, font: looks.subtitle.font, alignment: { vertical: "middle" as const } },
  help: {
    ...locked,
    font: looks.note.font,
    alignment: { vertical: "middle" as const, horizontal: "left" as const, wrapText: true, indent: 1 },
  },
} satisfies Record<string, Partial<Style>>;

const numberFormats: Record<Champ["type"], string> = {
  texte: "@",
  texte_long: "General",
  lignes: "General",
  code: "@",
  jour: "dd/mm/yyyy",
  montant: formats.euros,
  nombre: "#,##0.##",
  entier: "#,##0",
  oui_non: "@",
  choix: "@",
};

const horizontals: Partial<Record<Champ["type"], Alignment["horizontal"]>> = { jour: "center", oui_non: "center" };

/** A cell to be filled in: the only ones that the protection of the sheet leaves open. Codes are texts, so that no zero is lost. */
export function entryStyle({ type, chemin }: Champ, { isExemple = false } = {}): Partial<Style> {
  const horizontal = horizontals[type];
  return {
    numFmt: chemin.at(-1) === "idcc" ? "0" : numberFormats[type],
    font: isExemple ? { ...looks.note.font, size: 10 } : { name: family, size: 10 },
    ...(isExemple ? { fill: solid("FFF6F4EA") } : {}),
    alignment: { vertical: "top", wrapText: type === "texte_long", ...(horizontal === undefined ? {} : { horizontal }) },
    protection: { locked: false },
  };
}
