import { MARGIN, type Proved, type ProvedValue } from "./proved.ts";

type Table = Proved["tables"][number];

/** Rates that published figures do not give, and curves and bars that show no published cells: they were made of something else. */
export function derivedFaults(proved: Proved): string[] {
  const { taux, graphiques } = proved;
  const rates = taux.filter((rate) => !isSame(rate, rateOf(rate, proved)));
  const series = graphiques.flatMap(({ titre, categories, series: all }) =>
    all.filter(({ points }) => !isShown(points, categories, proved)).map(({ libelle }) => `graphique ${titre}, ${libelle}`),
  );
  return [...hiddenFaults(proved), ...rates.map(({ libelle }) => libelle), ...series];
}

/** What is hidden has no number with it. */
function hiddenFaults({ tables, figures, taux, graphiques }: Proved): string[] {
  const points = graphiques.flatMap(({ series }) => series.flatMap((one) => one.points));
  const hidden = [...tables.flatMap(({ cellules }) => cellules), ...figures, ...taux, ...points].filter(({ secret }) => secret);
  return hidden.filter(({ valeur }) => valeur !== null).map(({ valeur }) => `valeur masquée : ${valeur}`);
}

const isSame = (one: ProvedValue, other: ProvedValue | undefined): boolean =>
  one.valeur === other?.valeur && (one.secret ?? false) === (other.secret ?? false);

function rateOf({ numerateur, denominateur }: Proved["taux"][number], { figures }: Proved): ProvedValue | undefined {
  const [above, below] = [numerateur, denominateur].map(({ id }) => figures.find((figure) => figure.id === id));
  if (above === undefined || below === undefined) return undefined;
  if (above.secret || below.secret) return { valeur: null, secret: true };
  return { valeur: below.valeur ? (above.valeur ?? 0) / below.valeur : null };
}

/** Half-years side by side show this one's total of some table; what they show of the others was published then. */
function isShown(points: readonly ProvedValue[], categories: readonly string[], { semestre, tables }: Proved): boolean {
  if (categories.includes(semestre.id)) {
    const now = points[categories.indexOf(semestre.id)] ?? { valeur: null };
    return tables.some(({ cellules }) => cellules.some((cell) => cell.mesure === "semestre" && isTotal(cell.codes) && isSame(now, cell)));
  }
  return tables.some((table) => slicesOf(table, categories).some((slice) => points.every((point, rank) => isSame(point, slice[rank]))));
}

const isTotal = (codes: Readonly<Record<string, string>>): boolean => Object.values(codes).every((code) => code === MARGIN);

/** The cells of a table along each of its dimensions that has some of these categories, for each choice of the rest; nothing where it has none. */
function slicesOf({ dimensions, cellules }: Table, labels: readonly string[]): (ProvedValue | undefined)[][] {
  return dimensions.flatMap(({ id, categories }) => {
    const codes = labels.map((label) => categories.find(({ libelle }) => libelle === label)?.code);
    if (codes.every((code) => code === undefined)) return [];
    const slices = new Map<string, Map<string, ProvedValue>>();
    for (const cell of cellules) {
      const { [id]: code = "", ...others } = cell.codes;
      const rest = JSON.stringify([cell.mesure, others]);
      slices.set(rest, (slices.get(rest) ?? new Map<string, ProvedValue>()).set(code, cell));
    }
    return [...slices.values()].map((slice) => codes.map((code) => (code === undefined ? { valeur: null } : slice.get(code))));
  });
}
