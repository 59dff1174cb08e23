/** « 1 erreur », « 3 erreurs » ; the plural is given when it is not a plain s. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(number)} ${Math.abs(number) >= 2 ? plural : singular}`;
}

let numbers: Intl.NumberFormat | undefined;

/** « 1 234,5 ». The formatter is made at first need: loading its data costs a start as much as checking a file. */
export function formatNumber(number: number): string {
  if (Number.isInteger(number) && number >= 0 && number < 1000) return String(number);
  numbers ??= new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
  return numbers.format(number);
}

/** « rncp, bloc ou cqp ». */
export function list(items: readonly (string | number)[], link: "et" | "ou" = "ou"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${link} ${items.at(-1)}`;
}

/** « 1er », « 6e ». */
export function ordinal(rank: number): string {
  return rank === 1 ? "1er" : `${formatNumber(rank)}e`;
}
