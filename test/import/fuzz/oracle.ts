import type { Parties } from "../corpus/parties.ts";
import { attribut } from "./cellule.ts";

/** What a cell holds by ECMA-376 (part 1, 18.3.1.4, 18.18.11 and 18.8.30). */
export type Dite = { texte: string } | { nombre: number } | { jour: string } | { booleen: boolean } | "vide";

/** The formats of dates of the workbook that is filled in, and those that need no code. */
const JOURS = new Set([14, 15, 16, 17, 22, 166]);
const HEURES = new Set([18, 19, 20, 21, 45, 46, 47]);

/** Reads a cell; undefined for one that says nothing the standard gives a meaning to. */
export function dite(xml: string, parties: Parties): Dite | undefined {
  const [, attributs = "", dedans = ""] = /^<c ([^>]*?)(?:\/>|>(.*)<\/c>)$/s.exec(xml) ?? [];
  const type = attribut(attributs, "t") ?? "n";
  const is = /<is>(.*)<\/is>/s.exec(dedans)?.[1];
  const v = /<v>(.*)<\/v>/s.exec(dedans)?.[1] ?? (dedans.includes("<v/>") ? "" : undefined);
  if (is !== undefined) return type === "inlineStr" && v === undefined ? texte(is) : undefined;
  // A formula without a value was never calculated.
  if (v === undefined || (v === "" && type !== "str")) return dedans.includes("<f") ? undefined : "vide";
  return typee(type, v, attribut(attributs, "s") ?? "0", parties);
}

function typee(type: string, v: string, style: string, parties: Parties): Dite | undefined {
  if (type === "n") return nombre(v, style, parties);
  if (type === "s") return partage(v, parties);
  if (type === "str") return contenu(denote(v));
  if (type === "b") return { "1": { booleen: true }, true: { booleen: true }, "0": { booleen: false }, false: { booleen: false } }[v];
  const jour = type === "d" ? /^(\d{4}-\d\d-\d\d)(T[\d:.]+)?$/.exec(v)?.[1] : undefined;
  return jour === undefined || Number.isNaN(Date.parse(jour)) ? undefined : { jour };
}

function nombre(v: string, style: string, parties: Parties): Dite | undefined {
  const valeur = Number(v);
  if (!/^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\s*$/.test(v) || !Number.isFinite(valeur)) return undefined;
  const xfs = [...(/<cellXfs.*?<\/cellXfs>/s.exec(parties["xl/styles.xml"] ?? "")?.[0] ?? "").matchAll(/<xf numFmtId="(\d+)"/g)];
  const format = /^\d+$/.test(style) ? xfs[Number(style)]?.[1] : undefined;
  if (format === undefined || HEURES.has(Number(format))) return undefined;
  return JOURS.has(Number(format)) ? jourDe(valeur) : { nombre: valeur };
}

/** The day of a serial of the calendar of 1900, after the 29 February that never was. */
export function jourDe(serie: number): Dite | undefined {
  if (serie < 61 || serie >= 2_958_466) return undefined;
  return { jour: new Date(Date.UTC(1899, 11, 30) + Math.floor(serie) * 86_400_000).toISOString().slice(0, 10) };
}

/** The XML of each shared text. */
export function textesPartages(parties: Parties): string[] {
  return [...(parties["xl/sharedStrings.xml"] ?? "").matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, si = ""]) => si);
}

function partage(v: string, parties: Parties): Dite | undefined {
  const si = /^\d+$/.test(v) ? textesPartages(parties)[Number(v)] : undefined;
  return si === undefined ? undefined : texte(si);
}

/** The runs of a text, without how it is pronounced. */
function texte(dedans: string): Dite {
  const morceaux = dedans.replaceAll(/<rPh.*?<\/rPh>/gs, "").matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs);
  return contenu([...morceaux].map(([, morceau = ""]) => denote(morceau)).join(""));
}

const contenu = (dit: string): Dite => (dit === "" ? "vide" : { texte: dit });

const ENTITES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const denote = (xml: string): string => xml.replaceAll(/&(amp|lt|gt|quot|apos);/g, (tout, nom: string) => ENTITES[nom] ?? tout);

export const note = (dit: string): string => dit.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The plainest cell that says so: a text written in it, a day as a person types it, a number as it is. */
export function simple(r: string, dit: Dite): string {
  if (dit === "vide") return "";
  if ("nombre" in dit) return `<c r="${r}"><v>${dit.nombre}</v></c>`;
  if ("booleen" in dit) return `<c r="${r}" t="b"><v>${dit.booleen ? 1 : 0}</v></c>`;
  return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${note("jour" in dit ? dit.jour : dit.texte)}</t></is></c>`;
}
