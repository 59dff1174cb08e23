/** A number that was proved safe to show, or what stands for it: null and `secret` when hidden, null alone when there is none. */
export interface ProvedValue {
  valeur: number | null;
  secret?: true | undefined;
}

interface ProvedTable {
  id: string;
  titre: string;
  unite: string;
  dimensions: readonly { id: string; libelle: string; categories: readonly { code: string; libelle: string }[] }[];
  cellules: readonly (ProvedValue & { mesure: string; codes: Readonly<Record<string, string>>; effectif?: number })[];
}

/** Categories made one, tables that go without a dimension, and the measures published if not all. */
interface Grouping {
  reunions: readonly { dimension: string; codes: readonly string[] }[];
  sans: readonly { table: string; dimension: string }[];
  mesures?: readonly string[];
}

/** Everything that the secrecy was proved on, and so all that a file may show. */
export interface Proved {
  semestre: { id: string };
  /** The thresholds, which the file may say too. */
  secret?: { persons: number; enterprises: number; dominance: number; arrondi?: { base: number; ecart: number } | undefined } | undefined;
  /** What the tables do not tell apart. */
  regroupement?: Grouping | undefined;
  tables: readonly ProvedTable[];
  figures: readonly (ProvedValue & { id: string; libelle: string })[];
  taux: readonly (ProvedValue & { id: string; libelle: string; numerateur: { id: string }; denominateur: { id: string } })[];
  graphiques: readonly {
    genre: string;
    titre: string;
    unite: string;
    categories: readonly string[];
    series: readonly { libelle: string; points: readonly ProvedValue[] }[];
  }[];
}

export const MARGIN = "ensemble";

/** The table whose title this is. */
export function titled<T extends { id: string }>(title: string, tables: readonly T[]): T | undefined {
  return tables.find(({ id }) => title.startsWith(`${id} – `));
}

/** Whether a text or number stands rightly for a proved value. `margin` is what the file's way of writing numbers may round. */
export function standsFor(shown: string | number | undefined, { valeur, secret }: ProvedValue, margin = 0, scale = 1): boolean {
  if (secret) return shown === "s";
  if (valeur === null) return shown === "–";
  return typeof shown === "number" && Math.abs(shown - valeur * scale) <= margin;
}

/** A proved cell by its table, its measure and the words or codes of its row and column. */
export function cellFinder(
  table: ProvedTable,
  by: "code" | "libelle",
): (mesure: string, names: readonly string[]) => ProvedValue | undefined {
  const words = table.dimensions.map(
    ({ categories }) => new Map(categories.map(({ code, libelle }) => [code, by === "code" ? code : libelle])),
  );
  const margin = by === "code" ? MARGIN : "Ensemble";
  const cells = new Map(
    table.cellules.map((cell) => {
      const names = table.dimensions.map(({ id }, rank) => words[rank]?.get(cell.codes[id] ?? "") ?? margin);
      return [JSON.stringify([cell.mesure, ...names]), cell];
    }),
  );
  return (mesure, names) => cells.get(JSON.stringify([mesure, ...names]));
}
