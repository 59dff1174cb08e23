import type { Decoupage } from "../../dispositif/bilan.ts";
import { arreteAu, lireSemestre } from "../../words/semestres.ts";
import { visible } from "../../words/visible.ts";
import { estDe } from "../count/synthese.ts";
import { ENSEMBLE } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { relireEcrit } from "../regroupement/fichier.ts";
import { type Regroupement, termesReunis } from "../regroupement/index.ts";
import type { Diffusion } from "./diffusion.ts";
import { type TableAttendue, tablesAttendues } from "./nomenclature-publiee.ts";
import type { CellulePubliee } from "./publiee.ts";

type TableLue = Diffusion["tables"][number];

/** The first thing in a record that cannot be so, with its place; nothing when all of it can. */
export function incoherence(
  definition: Definition,
  { semestre, date, arrete_au, parametres, tables, synthese }: Diffusion,
): string | undefined {
  if (arrete_au !== arreteAu(lireSemestre(semestre), date)) return "« arrete_au » : ce n'est pas le dernier jour compté à cette date.";
  const regroupement = relireEcrit(parametres.regroupement);
  const faux = contradiction(definition, tables, parametres.decoupage ?? undefined, regroupement);
  if (faux !== undefined) return faux;
  return parametres.secret?.methode === "arrondi" ? undefined : chiffresCles(definition, synthese, { tables, regroupement });
}

/** The same of the tables alone. */
export function contradiction(
  definition: Definition,
  tables: readonly TableLue[],
  selon: Decoupage | undefined,
  regroupement?: Regroupement,
): string | undefined {
  const attendues = tablesAttendues(definition, selon, regroupement);
  if (tables.map(({ id }) => id).join() !== attendues.map(({ id }) => id).join()) return "« tables » : ce ne sont pas tous les tableaux.";
  for (const [rang, table] of tables.entries()) {
    const attendue = attendues[rang];
    const faux = attendue && (forme(table, attendue) ?? additions(definition, table));
    if (faux !== undefined) return `« tables[${rang}]${faux.ou} » (${table.id}) : ${faux.quoi}`;
  }
  return undefined;
}

interface Faux {
  ou: string;
  quoi: string;
}

/** Every cell has the codes of its table, and stands once. */
function forme({ dimensions, cellules }: TableLue, attendue: TableAttendue): Faux | undefined {
  if (dimensions.join() !== attendue.dimensions.map(({ id }) => id).join())
    return { ou: ".dimensions", quoi: "ce ne sont pas les siennes." };
  const vues = new Set<string>();
  for (const [rang, { mesure, codes }] of cellules.entries()) {
    const ou = `.cellules[${rang}].codes`;
    if (Object.keys(codes).join() !== dimensions.join()) return { ou, quoi: "ce ne sont pas les dimensions du tableau." };
    const autre = attendue.dimensions.find((une) => une.codes !== undefined && !une.codes.has(codes[une.id] ?? ""));
    if (autre !== undefined) return { ou: `${ou}.${autre.id}`, quoi: `« ${visible(codes[autre.id] ?? "")} » n'est pas une catégorie.` };
    const cle = nomDe(mesure, Object.values(codes));
    if (vues.has(cle)) return { ou, quoi: "cette case est deux fois dans le tableau." };
    vues.add(cle);
  }
  return undefined;
}

/** Every number can be one of its table, and every total that is shown is the sum of its parts, or no less where some are hidden. */
function additions({ indicateurs }: Definition, { id, dimensions, cellules }: TableLue): Faux | undefined {
  const grandeur = indicateurs.find((un) => un.id === id)?.grandeur;
  const rangs = new Map(cellules.map((cellule, rang) => [cellule, rang]));
  const ou = (cellule: CellulePubliee): string => `.cellules[${rangs.get(cellule)}].valeur`;
  const impossible = cellules.find(({ valeur }) => valeur !== null && !estPossible(valeur, grandeur?.type));
  if (impossible !== undefined) return { ou: ou(impossible), quoi: "ce n'est pas un nombre possible." };
  if (grandeur === undefined || !(grandeur.type === "effectif" || grandeur.type === "somme" || "dernier" in grandeur)) return undefined;
  const faux = dimensions
    .flatMap((dimension) => sommes(cellules, dimension))
    .find((somme) => !tombeJuste(somme, grandeur.type === "somme"));
  return faux && { ou: ou(faux.total), quoi: "ce total n'est pas la somme de ses parties." };
}

/** What is hidden of amounts may be less than nothing. */
function tombeJuste({ total, parts }: Somme, isSigned: boolean): boolean {
  if (total.valeur === null) return true;
  const reste = parts.reduce((jusque, { valeur }) => jusque - Math.round((valeur ?? 0) * 100), Math.round(total.valeur * 100));
  return parts.every(({ valeur }) => valeur !== null) ? reste === 0 : isSigned || reste >= 0;
}

interface Somme {
  total: CellulePubliee;
  parts: CellulePubliee[];
}

/** Numbers of persons and enterprises are whole; sums of euros and of hours have two decimals. */
function estPossible(valeur: number, type: string | undefined): boolean {
  if (type === "moyenne" || type === "somme") return Math.abs(valeur * 100 - Math.round(valeur * 100)) < 1e-3;
  return Number.isInteger(valeur) && valeur >= 0;
}

/** The totals of a dimension, each with what it adds up. */
function sommes(cellules: readonly CellulePubliee[], dimension: string): Somme[] {
  const groupes = new Map<string, { total?: CellulePubliee; parts: CellulePubliee[] }>();
  for (const cellule of cellules) {
    const cle = nomDe(
      cellule.mesure,
      Object.entries(cellule.codes).map(([id, code]) => (id === dimension ? "" : code)),
    );
    const groupe = groupes.get(cle) ?? { parts: [] };
    groupes.set(cle, groupe);
    if (cellule.codes[dimension] === ENSEMBLE) groupe.total = cellule;
    else groupe.parts.push(cellule);
  }
  return [...groupes.values()].flatMap(({ total, parts }) => (total === undefined ? [] : [{ total, parts }]));
}

/** The figures of « Synthèse » say what the tables say. */
function chiffresCles(
  definition: Definition,
  synthese: Diffusion["synthese"],
  { tables, regroupement }: { tables: readonly TableLue[]; regroupement: Regroupement | undefined },
): string | undefined {
  for (const { id, termes } of definition.figures) {
    const montre = synthese[id];
    const parts = termesReunis(definition, termes, regroupement).map((terme) => {
      const cellules = tables.find((une) => une.id === terme.table)?.cellules ?? [];
      return { valeur: cellules.find((une) => estDe(une, terme))?.valeur ?? null, moins: terme.moins };
    });
    if (typeof montre !== "number" || parts.some(({ valeur }) => valeur === null)) continue;
    const somme = parts.reduce((total, { valeur, moins }) => total + (moins ? -1 : 1) * (valeur ?? 0), 0);
    if (Math.round(somme * 100) !== Math.round(montre * 100)) return `« synthese.${id} » : ce n'est pas ce que disent les tableaux.`;
  }
  return undefined;
}

function nomDe(mesure: string, codes: readonly string[]): string {
  return JSON.stringify([mesure, ...codes]);
}
