/** « 1 erreur », « 3 erreurs » ; the plural is given when it is not a plain s. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(number)} ${Math.abs(number) >= 2 ? plural : singular}`;
}

let numbers: Intl.NumberFormat | undefined;

/** « 1 234,5 ». The engine's formatter is made at first need: loading its data costs a start as much as checking a file. */
export function formatNumber(number: number): string {
  if (Number.isSafeInteger(number) && number >= 0) return grouped(String(number));
  numbers ??= new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
  return numbers.format(number);
}

let factors: Intl.NumberFormat | undefined;

/** « 10,354839 »: months or hours that a formula multiplies, with what it takes to find its amount again by hand. */
export function formatFactor(number: number): string {
  factors ??= new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 6 });
  return factors.format(number);
}

/** Digits between two spaces. */
const GROUP = 3;
const NARROW_SPACE = "\u202f";

/** Digits in groups of three, with the space that French puts between. */
export function grouped(digits: string): string {
  let [rest, groups] = [digits, ""];
  for (; rest.length > GROUP; rest = rest.slice(0, -GROUP)) groups = `${NARROW_SPACE}${rest.slice(-GROUP)}${groups}`;
  return rest + groups;
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

/** « de la RAE », « du CQP », « de l'AFEST ». */
export function du(article: "la" | "le" | "l'", nom: string): string {
  return { la: `de la ${nom}`, le: `du ${nom}`, "l'": `de l'${nom}` }[article];
}
