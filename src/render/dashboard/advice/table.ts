import type { RegroupementDit } from "../../../dashboard/index.ts";
import type { Conseil, Montre } from "../../../secrecy/index.ts";
import { count, formatNumber } from "../../../words/french.ts";
import { table } from "../../terminal/table.ts";
import { wrap } from "../../terminal/wrap.ts";

const WIDTH = 80;

const columns = [
  { header: "Conseil" },
  { header: "Nombres montrés", align: "right" },
  { header: "Part", align: "right" },
  { header: "Personnes", align: "right" },
] as const;

const confidential = "À ne pas diffuser : ces conseils sont tirés des vraies valeurs, y compris de celles qui sont masquées.";

const purpose =
  "Chaque conseil se suffit ; du premier au dernier, de moins en moins de catégories sont réunies. Aucun ne fait perdre de nombre ni de personne à la lecture. Pour publier selon l'un d'eux, gardez-les dans un fichier et donnez son numéro ; les semestres suivants se publient avec le même fichier.";

const lessSplit = "Publier sans --by region laisse aussi moins de petits effectifs à masquer.";

/** What to type to keep the advice, and to publish with it. */
export interface Commands {
  keep: string;
  publish: string;
}

/** What to tell less apart, the best first, for who holds the data; in 80 columns, save for commands. */
export function adviceTable(conseil: Conseil, commands: Commands): string {
  const { avant, conseils, decoupage } = conseil;
  const rows = conseils.map(({ apres }, rank) => [String(rank + 1), ...changes(avant, apres)]);
  const found = [table(columns, rows), ...conseils.map(({ dit }, rank) => lines(rank + 1, dit).join("\n"))];
  const how = [paragraph(purpose), `  ${commands.keep}\n  ${commands.publish}`];
  const split = decoupage === undefined ? [] : [paragraph(lessSplit)];
  const body = rows.length === 0 ? [paragraph(none(conseil))] : [...found, ...how];
  return `${[paragraph(confidential), paragraph(beforeText(conseil)), ...body, ...split].join("\n\n")}\n`;
}

function beforeText({ semestre, avant: { cells, persons } }: Conseil): string {
  const shown = `${count(cells.shown, "nombre montré", "nombres montrés")} sur ${formatNumber(cells.all)}, zéros à part (${share(cells)} %)`;
  return `${semestre.libelle} : ${shown} ; ils comptent ${share(persons)} % des personnes, tous tableaux confondus.`;
}

function none({ avant: { cells }, compares }: Conseil): string {
  if (cells.shown === cells.all) return "Rien n'est masqué : il n'y a rien à gagner à réunir des catégories.";
  return `Aucun des ${formatNumber(compares)} regroupements comparés ne montrerait davantage.`;
}

/** What is made one, a dimension a line, by the name of what it makes; then what is no longer told. */
function lines(rank: number, { dimensions, sans, mesures }: RegroupementDit): string[] {
  const entries = [
    ...dimensions.map(({ libelle, reunies }) => `${libelle} : ${reunies.map((une) => `« ${une.libelle} »`).join(", ")}`),
    ...sans.map(({ table, libelle }) => `Tableau ${table} : sans « ${libelle} »`),
    ...(mesures ? ["Tous les tableaux : cumul seul, sans le semestre"] : []),
  ];
  return [`Conseil ${rank} :`, ...entries.flatMap((entry) => tied(entry, WIDTH, "  "))];
}

function changes(before: Montre, after: Montre): string[] {
  return [
    `${formatNumber(before.cells.shown)} → ${formatNumber(after.cells.shown)}`,
    `${share(before.cells)} → ${share(after.cells)} %`,
    `${share(before.persons)} → ${share({ shown: after.persons.shown, all: before.persons.all })} %`,
  ];
}

/** « 98,2 », always with its decimal, for shares stand under one another; 100 is said of the whole only. */
function share({ shown, all }: Montre["cells"]): string {
  const tenths = all === 0 ? 1000 : Math.floor((shown / all) * 1000);
  return (tenths / 10).toFixed(1).replace(".", ",");
}

function paragraph(text: string): string {
  return tied(text, WIDTH).join("\n");
}

/** Lines, none of which begins with a sign that belongs to the word before it, nor ends with one of the word after. */
function tied(text: string, width: number, first?: string): string[] {
  const whole = text.replaceAll(/ (?=[%»:;])|(?<=«) /g, "\u00a0");
  return wrap(whole, width, first).map((line) => line.replaceAll("\u00a0", " "));
}
