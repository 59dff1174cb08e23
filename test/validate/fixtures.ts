import { type CaseDocument, caseDocuments, type RuleCase } from "../../scripts/rule-cases.mjs";
import { dossierOf } from "../../src/dossier/load.ts";
import { readBytes, type Source } from "../../src/dossier/source.ts";
import { checkDossier } from "../../src/validate/index.ts";

/** The day of the check; a document's first line may say another: `# --date 2024-09-01`. */
const DATE = "2025-06-30";
const words = { error: "erreur", warning: "avertissement", info: "info" };

/** Every document of every case of a rule, as if it stood whole in fixtures/rules. */
export function ruleSources(): Source[] {
  return caseDocuments().map(({ path, text }) => readBytes(`fixtures/rules/${path}`, Buffer.from(text)));
}

/** What cpro finds in a case: `[file:]line:column severity rule`, the file only when there are several. */
export async function foundLines({ documents }: RuleCase): Promise<string[]> {
  const [{ file: named, text } = { text: "" }] = documents;
  const exemplaires = Number(/^# --exemplaires (\d+)$/m.exec(text)?.[1] ?? 1);
  const checked = exemplaires > 1 ? copies(text, exemplaires) : documents;
  const sources = checked.map(({ file = "", text }) => readBytes(file, Buffer.from(text)));
  const dossier = await dossierOf({ sources, lost: [] }, true);
  const { diagnostics } = await checkDossier(dossier, { date: /^# --date (.*)$/m.exec(text)?.[1] ?? DATE });
  return diagnostics.map(({ ruleId, severity, file, range }) => {
    const place = `${named === undefined ? "" : `${file}:`}${range.line}:${range.column}`;
    return `${place} ${words[severity]} ${ruleId}`;
  });
}

/** A ceiling of thousands of parcours is tried on as many copies of one: `# --exemplaires 5001`. */
function copies(text: string, exemplaires: number): CaseDocument[] {
  return Array.from({ length: exemplaires }, (_, index) => ({
    file: `${index + 1}.yaml`,
    text: text.replace(/^identifiant: .*$/m, `identifiant: EX-${String(index + 1).padStart(4, "0")}`),
  }));
}
