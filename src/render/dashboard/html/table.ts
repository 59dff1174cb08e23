import type { Mesure, TableauDeBord, TablePubliee } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import { blocks, type Column, cellAt, ensemble, layout } from "../layout.ts";
import { periode } from "../periode.ts";
import { valueText } from "../values.ts";

/** A table of the dashboard, or two when its measures do not fit side by side. */
export function tableHtml(table: TablePubliee, report: TableauDeBord): string {
  return blocks(table)
    .map((columns, rank, all) => blockHtml(table, columns, report, all.length > 1 ? rank : undefined))
    .join("\n");
}

function blockHtml(table: TablePubliee, columns: readonly Column[], report: TableauDeBord, rank: number | undefined): string {
  const measures: Record<Mesure, string> = { semestre: periode(report), cumul: "Cumul depuis le début" };
  const { rows, across } = layout(table);
  const valueAt = cellAt(table);
  const of = rank === undefined ? "" : ` : ${measures[columns[0]?.mesure ?? "cumul"].toLowerCase()}`;
  const title = `${table.id} – ${table.titre}${of}`;
  const body = [...rows.categories, ensemble].map(({ code, libelle }) => {
    const cells = columns.map((column) => {
      const cell = valueAt(code, column);
      const text = cell === undefined ? "" : mark(valueText(cell, table.unite));
      return column.code === ensemble.code ? `<td class="total">${text}</td>` : `<td>${text}</td>`;
    });
    return `<tr${code === ensemble.code ? ' class="total"' : ""}><th scope="row">${escapeHtml(libelle)}</th>${cells.join("")}</tr>`;
  });
  const head = headHtml(rows.libelle, across?.libelle, columns, measures);
  const note = `En ${table.unite}, pour ${table.population}.`;
  return scrolled(
    title,
    `<table><caption>${escapeHtml(title)}<span>${escapeHtml(note)}</span></caption><thead>${head}</thead><tbody>${body.join("")}</tbody></table>`,
  );
}

/** What may be wider than a phone can be scrolled with the keyboard too. */
export function scrolled(title: string, content: string): string {
  return `<div class="defile" role="region" aria-label="${escapeHtml(title)}" tabindex="0">${content}</div>`;
}

/** « s » says what it means to those who hear it. */
function mark(text: string): string {
  return text === "s" ? '<abbr title="valeur masquée">s</abbr>' : escapeHtml(text);
}

function headHtml(rows: string, across: string | undefined, columns: readonly Column[], measures: Record<Mesure, string>): string {
  if (across === undefined) {
    const titles = columns.map(({ mesure }) => `<th scope="col">${escapeHtml(measures[mesure])}</th>`);
    return `<tr><th scope="col">${escapeHtml(rows)}</th>${titles.join("")}</tr>`;
  }
  const groups = [...new Set(columns.map(({ mesure }) => mesure))].map(
    (mesure) =>
      `<th scope="colgroup" colspan="${columns.filter((column) => column.mesure === mesure).length}">${escapeHtml(`${measures[mesure]}, ${across.toLowerCase()}`)}</th>`,
  );
  const titles = columns.map(
    ({ libelle, code }) => `<th scope="col"${code === ensemble.code ? ' class="total"' : ""}>${escapeHtml(libelle)}</th>`,
  );
  return `<tr><th scope="col" rowspan="2">${escapeHtml(rows)}</th>${groups.join("")}</tr><tr>${titles.join("")}</tr>`;
}
