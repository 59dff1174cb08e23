import type { GraphiquePublie } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import type { Drawing } from "./drawing.ts";
import { labelOf, round } from "./scale.ts";

const [X, Y, OUTER, INNER] = [150, 140, 125, 68];

/** The parts of a whole as a ring, from the top clockwise; names and values beside it. */
export function ringSvg({ categories, series, unite }: GraphiquePublie): Drawing {
  const points = series[0]?.points ?? [];
  const total = points.reduce((sum, { valeur }) => sum + (valeur ?? 0), 0);
  let from = 0;
  const parts = points.map(({ valeur }, rank) => {
    const share = total === 0 ? 0 : (valeur ?? 0) / total;
    const path = arc(from, from + share);
    from += share;
    return share === 0 ? "" : `<path class="c${rank} part" d="${path}"/>`;
  });
  const keys = categories.map((name, rank) => {
    const y = 70 + 28 * rank;
    return `<rect class="c${rank}" x="330" y="${y - 11}" width="14" height="14"/><text x="352" y="${y}">${escapeHtml(name)} : ${labelOf(points[rank] ?? { valeur: null }, unite)}</text>`;
  });
  const nothing = total === 0 ? `<circle class="base" cx="${X}" cy="${Y}" r="${OUTER}" fill="none"/>` : "";
  return { height: 280, content: parts.join("") + nothing + keys.join("") };
}

/** A part of the ring between two shares of the turn; a whole turn stops just before its beginning, where SVG would draw nothing. */
function arc(from: number, to: number): string {
  const end = Math.min(to, from + 0.9999);
  const at = (share: number, radius: number): string => {
    const angle = 2 * Math.PI * share;
    return `${round(X + radius * Math.sin(angle))} ${round(Y - radius * Math.cos(angle))}`;
  };
  const large = end - from > 0.5 ? 1 : 0;
  return `M${at(from, OUTER)}A${OUTER} ${OUTER} 0 ${large} 1 ${at(end, OUTER)}L${at(end, INNER)}A${INNER} ${INNER} 0 ${large} 0 ${at(from, INNER)}Z`;
}
