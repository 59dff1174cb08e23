import type { Conseil, Montre } from "../../../dashboard/index.ts";
import { count, formatNumber } from "../../../french.ts";
import { shorten } from "../../terminal/shorten.ts";
import { table } from "../../terminal/table.ts";
import { wrap } from "../../terminal/wrap.ts";

const WIDTH = 80;
/** What the numbers leave to names. */
const NAMES = 32;

const columns = [
  { header: "Réunir" },
  { header: "Nombres montrés", align: "right" },
  { header: "Part", align: "right" },
  { header: "Personnes", align: "right" },
] as const;

const confidential = "À ne pas diffuser : ces conseils sont tirés des vraies valeurs, y compris de celles qui sont masquées.";

const purpose =
  "Chaque regroupement est essayé seul, sur tous les tableaux : les gains ne s'ajoutent pas. Les catégories sont les mêmes d'un semestre à l'autre, et aucune option ne les change (« cpro dashboard --dictionary » les liste) : ces conseils servent à en proposer de plus larges pour les prochaines publications.";

const lessSplit = "Publier sans --by region laisse aussi moins de petits effectifs à masquer.";

/** What to make one, the best first, for who holds the data; in 80 columns. */
export function adviceTable(conseil: Conseil): string {
  const { avant, regroupements, decoupage } = conseil;
  const rows = regroupements.flatMap((regroupement) => lines(regroupement, avant));
  const found = rows.length === 0 ? [paragraph(none(conseil))] : [table(columns, rows), paragraph(purpose)];
  const split = decoupage === undefined ? [] : [paragraph(lessSplit)];
  return `${[paragraph(confidential), paragraph(beforeText(conseil)), ...found, ...split].join("\n\n")}\n`;
}

function beforeText({ semestre, avant: { cells, persons } }: Conseil): string {
  const shown = `${count(cells.shown, "nombre montré", "nombres montrés")} sur ${formatNumber(cells.all)}, zéros à part (${share(cells)} %)`;
  return `${semestre.libelle} : ${shown} ; ils comptent ${share(persons)} % des personnes, tous tableaux confondus.`;
}

function none({ avant: { cells }, essayes, possibles }: Conseil): string {
  if (cells.shown === cells.all) return "Rien n'est masqué : il n'y a rien à gagner à réunir des catégories.";
  const tried =
    possibles > essayes
      ? ` des ${essayes} regroupements essayés, les plus prometteurs sur ${possibles},`
      : " regroupement de deux catégories";
  return `Aucun${tried} ne montrerait davantage.`;
}

/** The numbers beside the name of the dimension; under it, what to make one and where. */
function lines({ libelle, categories: [a, b], tables, apres }: Conseil["regroupements"][number], before: Montre): string[][] {
  const under = [`« ${a.libelle} »`, `et « ${b.libelle} »`, `(${tables.join(", ")})`].flatMap((text) => tied(text, NAMES, "  "));
  return [[shorten(libelle, NAMES), ...changes(before, apres)], ...under.map((line) => [shorten(line, NAMES), "", "", ""])];
}

function changes(before: Montre, after: Montre): string[] {
  return [
    `${formatNumber(before.cells.shown)} → ${formatNumber(after.cells.shown)}`,
    `${share(before.cells)} → ${share(after.cells)} %`,
    `${share(before.persons)} → ${share(after.persons)} %`,
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
