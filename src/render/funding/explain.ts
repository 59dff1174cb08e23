import type { Funding } from "../../funding/funding.ts";
import type { Amount, FinancementParcours, ForfaitAnnuel } from "../../funding/index.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { largest } from "../../words/largest.ts";
import { formatEuros } from "../../words/money.ts";
import { shorten } from "../terminal/shorten.ts";
import { style } from "../terminal/style.ts";
import { lectureText } from "./lecture.ts";
import { articles, formulaText, mainAmounts, stepsOf } from "./step.ts";

/** Longer labels, which come from free texts, are cut: a step is one line. */
const LONGEST_LABEL = 60;

/** The tree of each parcours, one line a step: label, amount, formula with its numbers, article. */
export function explainText({ parcours, lecture, date }: Funding): string {
  const head = `${lectureText(lecture)}\nTrésorerie au ${formatDay(date)}`;
  return `${[head, ...parcours.map(parcoursText)].join("\n\n")}\n`;
}

interface Step {
  name: string;
  amount: Amount;
  depth: number;
}

function parcoursText(parcours: FinancementParcours): string {
  const { identifiant, fiche, motifs } = parcours;
  const steps = mainAmounts(parcours).flatMap((amount) => stepsUnder(amount, "", ""));
  const names = largest(steps.map(({ name }) => name.length));
  const amounts = largest(steps.map(({ amount }) => formatEuros(amount.cents).length));
  const title = `${style.bold(shorten(identifiant, LONGEST_LABEL))} (fiche ${shorten(fiche, LONGEST_LABEL)})`;
  const warning = motifs.length === 0 ? [] : [style.yellow(`Non éligible, hors du total : ${motifs.join(", ")}`)];
  const annees = parcours.annees.map(anneeText);
  return [title, ...warning, ...annees, ...steps.map((step) => stepLine(step, names, amounts))].join("\n");
}

function anneeText({ annee, debut, fin, mois }: ForfaitAnnuel): string {
  return `Année ${annee} du contrat : du ${formatDay(debut)} au ${formatDay(fin)}, ${formatNumber(mois)} mois`;
}

function stepLine({ name, amount, depth }: Step, names: number, amounts: number): string {
  const label = name.padEnd(names);
  const euros = formatEuros(amount.cents).padStart(amounts);
  const line = [depth === 0 ? style.bold(label) : label, euros, formulaText(amount), style.dim(articles(amount.references))];
  return line
    .filter((cell) => cell !== "")
    .join("  ")
    .trimEnd();
}

function stepsUnder(amount: Amount, branch: string, trunk: string): Step[] {
  const name = `${branch}${shorten(amount.label, LONGEST_LABEL)}`;
  const below = stepsOf(amount);
  const children = below.flatMap((part, index) => {
    const isLast = index === below.length - 1;
    return stepsUnder(part, `${trunk}${isLast ? "└ " : "├ "}`, `${trunk}${isLast ? "  " : "│ "}`);
  });
  return [{ name, amount, depth: branch.length }, ...children];
}
