import { formatNumber } from "../../../words/french.ts";
import type { Proved, ProvedValue } from "../proved.ts";

/** What stands in a drawing: an element, its class, where it is, the turns of its line, and what it says. */
export interface Shape {
  tag: string;
  kind?: string;
  at?: Readonly<Record<string, number>>;
  line?: readonly number[];
  says?: string;
}

/** The shapes in their order, and the height of it all; all drawings are as wide. */
export interface Drawing {
  height: number;
  shapes: Shape[];
}

export type Chart = Proved["graphiques"][number];

/** What a chart is drawn with: its ticks from zero to the end of its axis, and how many lines its longest name takes. */
export interface Setting {
  ticks: readonly number[];
  end: number;
  lines: number;
}

/** How large a value is drawn: what is hidden or missing is not. */
export const size = ({ valeur }: ProvedValue): number => valeur ?? 0;
/** A bar, or the key of a series. */
export const box = (rank: number, x: number, y: number, width: number, height: number): Shape => ({
  tag: "rect",
  kind: `c${rank}`,
  at: { x, y, width, height },
});
/** A text, where it stands. */
export const text = (x: number, y: number, says: string, kind = ""): Shape => ({ tag: "text", kind, at: { x, y }, says });
/** A straight line. */
export const line = (kind: string, x1: number, x2: number, y1: number, y2: number): Shape => ({
  tag: "line",
  kind,
  at: { x1, x2, y1, y2 },
});

/** What is written at a value. */
export function label({ valeur, secret }: ProvedValue, unite: string): string {
  if (secret) return "s";
  if (valeur === null) return "";
  return unite === "euros" ? `${formatNumber(Math.round(valeur))} €` : formatNumber(valeur);
}
