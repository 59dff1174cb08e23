import { rejouer } from "../../entretien/derouler.ts";
import type { Question, Reponses } from "../../entretien/questions.ts";
import { style } from "../../render/terminal/style.ts";
import { type AnswerFinding, checkAnswer } from "../../validate/partial.ts";
import type { Chantier } from "./chantier.ts";

const gravites = { error: style.red("erreur"), warning: style.yellow("avertissement"), info: style.cyan("information") };

/** What `validate` says at the place of an answer, worded for the person who gives it. */
export async function constater(
  question: Question,
  reponses: Reponses,
  { kind, forme, modele, dossier, options, fichierDe }: Chantier,
): Promise<(AnswerFinding & { texte: string })[]> {
  if (question.sorte !== "champ") return [];
  const { data } = rejouer(forme, reponses);
  const findings = await checkAnswer({ kind, modele, file: fichierDe(data), data }, question.chemin, dossier, options.date);
  return findings.map((finding) => ({ ...finding, texte: enPhrases(finding) }));
}

function enPhrases({ ruleId, severity, message, hint, references }: AnswerFinding): string {
  if (ruleId === "schema") return [message, hint].filter(Boolean).join(" ");
  const pourquoi = references.map(({ titre }) => titre).join(" ; ");
  return [`  ${gravites[severity]}  ${message}  ${style.dim(ruleId)}`, hint && `  → ${hint}`, pourquoi && `  ${style.dim(pourquoi)}`]
    .filter(Boolean)
    .join("\n");
}
