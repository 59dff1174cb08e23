import type { Diagnostic, Severity } from "../../validate/diagnostic.ts";
import type { Report } from "../../validate/index.ts";

const gravites: Record<Severity, string> = { error: "erreur", warning: "avertissement", info: "info" };

/** The format cpro/validate/1: one document, also when there is nothing to say. */
export function renderJson({ files, diagnostics, counts }: Report): string {
  const { error, warning, info } = counts;
  const bilan = { erreurs: error, avertissements: warning, infos: info };
  return `${JSON.stringify({ format: "cpro/validate/1", fichiers: files, diagnostics: diagnostics.map(toJson), bilan }, null, 2)}\n`;
}

function toJson({ ruleId, severity, file, range, path, message, hint, references, keyword }: Diagnostic): Record<string, unknown> {
  return {
    regle: ruleId,
    ...(keyword === undefined ? {} : { motCle: keyword }),
    gravite: gravites[severity],
    fichier: file,
    ligne: range.line,
    colonne: range.column,
    finLigne: range.endLine,
    finColonne: range.endColumn,
    chemin: path,
    message,
    ...(hint === undefined ? {} : { conseil: hint }),
    references,
  };
}
