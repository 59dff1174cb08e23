import { formatNumber } from "../../words/french.ts";
import { formatEuros } from "../../words/money.ts";

/** A published value in words: « 1 234 », « 12,50 € », « s » when hidden, a dash for what does not exist. */
export function valueText({ valeur, secret }: { valeur: number | null; secret?: true | undefined }, unite: string | undefined): string {
  if (secret) return "s";
  if (valeur === null) return "–";
  return unite === "euros" ? formatEuros(Math.round(valeur * 100)) : formatNumber(valeur);
}

/** « 12,3 % » of a part between 0 and 1. */
export function rateText({ valeur, secret }: { valeur: number | null; secret?: true | undefined }): string {
  if (secret) return "s";
  return valeur === null ? "–" : `${formatNumber(Math.round(valeur * 1000) / 10)} %`;
}
