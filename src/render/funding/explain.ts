import type { Funding } from "../../funding/funding.ts";
import type { Amount, FinancementParBases, FinancementParcours, ForfaitAnnuel } from "../../funding/index.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { largest } from "../../words/largest.ts";
import { formatEuros } from "../../words/money.ts";
import { shorten } from "../terminal/shorten.ts";
import { style } from "../terminal/style.ts";
import { parDispositif } from "./bases.ts";
import { lectureText } from "./lecture.ts";
import { articles, formulaText, mainAmounts, mainAmountsOfBases, stepsOf } from "./step.ts";

/** Longer labels, which come from free texts, are cut: a step is one line. */
const LONGEST_LABEL = 60;

/** The tree of each parcours, one line a step: label, amount, formula with its numbers, article. */
export function explainText({ parcours, autres, lecture, date }: Funding): string {
  const tresorerie = `Trésorerie au ${formatDay(date)}`;
  const head = parcours.length === 0 && autres.length > 0 ? tresorerie : `${lectureText(lecture)}\n${tresorerie}`;
  const montres = parDispositif(autres).flat();
  return `${[head, ...parcours.map(parcoursText), ...montres.map(parBasesText)].join("\n\n")}\n`;
}

function parBasesText(parcours: FinancementParBases): string {
  const { libelle, manques } = parcours;
  const remarques = manques.map((manque) => style.yellow(`Rien n'est dû : ${manque}`));
  return arbre(parcours, `– ${libelle}`, { remarques, amounts: mainAmountsOfBases(parcours) });
}

interface Step {
  name: string;
  amount: Amount;
  depth: number;
}

function parcoursText(parcours: FinancementParcours): string {
  const { fiche, annees } = parcours;
  return arbre(parcours, `(fiche ${shorten(fiche, LONGEST_LABEL)})`, { remarques: annees.map(anneeText), amounts: mainAmounts(parcours) });
}

function arbre(
  { identifiant, motifs }: { identifiant: string; motifs: readonly string[] },
  precision: string,
  { remarques, amounts: trees }: { remarques: readonly string[]; amounts: readonly Amount[] },
): string {
  const steps = trees.flatMap((amount) => stepsUnder(amount, "", ""));
  const names = largest(steps.map(({ name }) => name.length));
  const amounts = largest(steps.map(({ amount }) => formatEuros(amount.cents).length));
  const title = `${style.bold(shorten(identifiant, LONGEST_LABEL))} ${precision}`;
  const warning = motifs.length === 0 ? [] : [style.yellow(`Non éligible, hors du total : ${motifs.join(", ")}`)];
  return [title, ...warning, ...remarques, ...steps.map((step) => stepLine(step, names, amounts))].join("\n");
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
