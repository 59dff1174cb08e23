import type { Sheets } from "../../sheets/explain.ts";

const gravites = { error: "erreur", warning: "avertissement", info: "info" } as const;

/** The format cpro/explain/1. */
export function renderJson({ rules, parameters }: Sheets): string {
  const regles = rules.map(({ id, theme, document, severity, summary, eligibility, references, example }) => ({
    id,
    theme,
    document,
    gravite: gravites[severity],
    resume: summary,
    eligibilite: eligibility,
    references,
    ...(example === undefined ? {} : { exemple: example }),
  }));
  const parametres = parameters.map(({ name, label, unit, checked_on, values }) => ({
    nom: name,
    libelle: label,
    unite: unit,
    verifie_le: checked_on,
    valeurs: values.map(({ from, value, reference }) => ({ a_partir_du: from, valeur: value, reference })),
  }));
  return `${JSON.stringify({ format: "cpro/explain/1", regles, parametres }, null, 2)}\n`;
}
