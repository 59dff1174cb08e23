import { createHash } from "node:crypto";
import { formFaults } from "./mould.ts";
import type { Proved } from "./proved.ts";

/** A name, then the number that it has; or the digest that a record ends with. */
const VALUES = /(": |\n "empreinte": ")(-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?=,?\n)|[0-9a-f]{64}(?="\n\}\n$))/g;

/** What stands where in a dashboard for programs that was not proved, or that is not as in its mould. */
export function jsonFaults(text: string, mould: string, proved: Proved): string[] {
  const { synthese, tables } = documentOf(proved);
  const taux = Object.fromEntries(proved.taux.map(({ id, valeur }) => [id, { valeur }]));
  return faultsIn(text, mould, () => ({ synthese: { ...synthese, taux }, tables }));
}

/** The same of the record of a publication, which ends with the digest of all the rest. */
export function recordFaults(text: string, mould: string, proved: Proved): string[] {
  return faultsIn(text, mould, (read) => {
    const rest = JSON.stringify({ ...read, empreinte: undefined });
    return { ...documentOf(proved), empreinte: createHash("sha256").update(rest).digest("hex") };
  });
}

function faultsIn(text: string, mould: string, expect: (read: object) => object): string[] {
  const cast = leavesOf(JSON.parse(mould));
  const isNumber = ([at, value]: [string, unknown]): boolean => typeof value === "number" || at === ".empreinte";
  const form = formFaults("document", text, mould, { values: VALUES, read: [...cast].filter(isNumber).length });
  // A document that has its mould's form can be read as the mould can: only its numbers are its own.
  if (form.length > 0) return form;
  const read: object = JSON.parse(text);
  const [leaves, expected] = [leavesOf(read), leavesOf(expect(read))];
  const odd = [...leaves].filter(([at, value]) => value !== (expected.has(at) ? expected : cast).get(at));
  const missing = [...expected.keys()].filter((at) => !leaves.has(at));
  return [...odd.map(([at, value]) => `${at} : ${JSON.stringify(value)}`), ...missing.map((at) => `${at} manque`)];
}

/** What the proved values are called by, and what they are. */
function documentOf({ tables, figures }: Proved): { synthese: object; tables: object[] } {
  return {
    synthese: Object.fromEntries(figures.map(({ id, valeur }) => [id, valeur])),
    tables: tables.map(({ id, cellules }) => ({
      id,
      cellules: cellules.map(({ mesure, codes, valeur, secret, effectif }) => ({ mesure, codes, valeur, secret, effectif })),
    })),
  };
}

/** Every value by its place; a list or an entry without any is one too, for its name says something. */
function leavesOf(value: unknown, at = "", leaves: Map<string, unknown> = new Map()): Map<string, unknown> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 && value !== undefined) leaves.set(at, typeof value === "object" ? JSON.stringify(value) : value);
  for (const [name, one] of entries) leavesOf(one, `${at}.${name}`, leaves);
  return leaves;
}
