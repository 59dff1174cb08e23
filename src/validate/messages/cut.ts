import { count } from "../../words/french.ts";
import type { Severity } from "../diagnostic.ts";

/** What is told of one file: nobody reads more, and a file with more is most often not what it should be. */
const MOST_TOLD = 1000;

/** The findings of a file that are not told one by one: the first of a severity, and how many there are. */
export interface Others<F> {
  first: F;
  severity: Severity;
  number: number;
}

const order: readonly Severity[] = ["error", "warning", "info"];

/** The findings of one file that are to be told, errors before the rest, and those that are only counted. */
export function cut<F>(findings: readonly F[], severityOf: (finding: F) => Severity): { told: readonly F[]; others: Others<F>[] } {
  if (findings.length <= MOST_TOLD) return { told: findings, others: [] };
  const ranked = order.flatMap((severity) => findings.filter((finding) => severityOf(finding) === severity));
  const rest = ranked.slice(MOST_TOLD);
  const others = order.flatMap((severity) => {
    const hidden = rest.filter((finding) => severityOf(finding) === severity);
    const [first] = hidden;
    return first === undefined ? [] : [{ first, severity, number: hidden.length }];
  });
  return { told: ranked.slice(0, MOST_TOLD), others };
}

const words: Record<Severity, [singular: string, plural: string]> = {
  error: ["autre erreur", "autres erreurs"],
  warning: ["autre avertissement", "autres avertissements"],
  info: ["autre information", "autres informations"],
};

/** What is said of findings that are only counted. */
export function othersMessage({ severity, number }: Others<unknown>): { message: string; hint: string } {
  return {
    message: `… et ${count(number, ...words[severity])} dans ce fichier.`,
    hint: "Corrigez d'abord ce qui précède, puis relancez la vérification.",
  };
}
