import { referenceDe } from "../dispositif/droit.ts";
import { dispositifs } from "../dispositif/modele.ts";
import { UserError } from "../errors.ts";
import { lectures, silences } from "../funding/lectures.ts";
import { examples } from "../generated/examples.ts";
import { type Parameter, type ParameterName, parameters, type Reference, reference, valueAt } from "../legal/index.ts";
import { reglesDonnees } from "../validate/regle-donnee.ts";
import type { Rule, Scope } from "../validate/rule.ts";
import { rules, themes } from "../validate/rules/index.ts";
import { type Day, formatDay, isBeyondMonths } from "../words/dates.ts";
import { list } from "../words/french.ts";
import { nearest } from "../words/suggest.ts";

/** What a rule looks at, as cpro/explain/1 has always called it. */
const documents = {
  fiche: "fiche",
  parcours: "parcours",
  entree: "contrat",
  demarche: "demarche",
  dossier: "dossier",
} as const satisfies Record<Scope, string>;

/** A rule with all that can be said of it. */
export interface RuleSheet extends Pick<Rule, "id" | "severity" | "summary"> {
  theme: string;
  document: (typeof documents)[Scope];
  eligibility: boolean;
  references: Reference[];
  /** Lines of a file that breaks the rule, and of one that keeps it. */
  example?: { ko: string; ok?: string };
}

/** A legal parameter with its values and their sources. */
export interface ParameterSheet extends Pick<Parameter, "label" | "unit" | "checked_on"> {
  name: string;
  values: { from: string; value: number | string; reference: Reference }[];
}

export interface Sheets {
  rules: RuleSheet[];
  parameters: ParameterSheet[];
}

/** A reading of the texts: its name, its title, what it decides. */
export interface LectureSheet {
  nom: string;
  titre: string;
  choix: { nom: string; valeur: string; texte: string; raison: string; autre: string; references: Reference[] }[];
}

/** The readings of the texts, and what is done in each where the texts are silent. */
export function lecturesSheets(): { lectures: LectureSheet[]; silences: typeof silences } {
  const sheets = Object.entries(lectures).map(([nom, { titre, ...choix }]) => ({
    nom,
    titre,
    choix: Object.entries(choix).map(([cle, { references, ...choice }]) => ({
      nom: cle,
      ...choice,
      references: references.map(reference),
    })),
  }));
  return { lectures: sheets, silences };
}

/**
 * The sheet of one rule or parameter, or all of them when no subject is given; with a date, a parameter has the value of that day only.
 * @throws UserError when nothing bears that name, or when a parameter has no value yet on that day.
 */
export function lookUp(subject: string | undefined, date?: Day): Sheets {
  const all: Sheets = { rules: ruleSheets(), parameters: parameterSheets() };
  if (subject === undefined) return all;
  const found: Sheets = {
    rules: all.rules.filter(({ id }) => id === subject),
    parameters: all.parameters.filter(({ name }) => name === subject),
  };
  if (date !== undefined && found.parameters.length > 0) return { ...found, parameters: found.parameters.map((one) => at(date, one)) };
  if (found.rules.length + found.parameters.length > 0) return found;
  const autre = duDispositif(subject);
  if (autre !== undefined) return autre;
  const names = [...rules.map(({ id }) => id), ...Object.keys(parameters)];
  const near = nearest(subject, names) ?? names.filter((name) => name.includes(subject)).slice(0, 5);
  const advice =
    near.length === 0 ? "« cpro explain » les présente tous." : `Vouliez-vous dire ${list([near].flat().map((name) => `« ${name} »`))} ?`;
  throw new UserError(`Ni règle ni paramètre ne s'appelle « ${subject} ».`, advice);
}

/** A figure of the law that nobody has read again for so many months may no longer be the law's. */
const MOIS_DE_CONFIANCE = 6;

/** What to warn of on a day: the parameters shown that were last checked too long before; nothing when none was. */
export function aRelire({ parameters: shown }: Sheets, date: Day): string | undefined {
  const anciens = shown.filter(({ checked_on }) => isBeyondMonths(checked_on, MOIS_DE_CONFIANCE, date));
  const [premier] = anciens;
  if (premier === undefined) return undefined;
  const depuis = anciens.reduce((day, { checked_on }) => (checked_on < day ? checked_on : day), premier.checked_on);
  const quoi =
    anciens.length === 1 ? `Le paramètre « ${premier.name} » n'a pas été relu` : `${anciens.length} paramètres n'ont pas été relus`;
  return `${quoi} depuis plus de ${MOIS_DE_CONFIANCE} mois (vérification du ${formatDay(depuis)}) : comparez au texte avant de vous y fier.`;
}

/** A rule or a figure that one of cpro's dispositifs states itself. */
function duDispositif(subject: string): Sheets | undefined {
  for (const dispositif of Object.values(dispositifs)) {
    const { libelle, parametres = {} } = dispositif;
    const rule = reglesDonnees(dispositif).find(({ id }) => id === subject);
    if (rule !== undefined) {
      const { id, severity, summary, references } = rule;
      const sheet = { theme: libelle, id, document: "parcours" as const, severity, summary, eligibility: false };
      return { rules: [{ ...sheet, references: references.map(reference) }], parameters: [] };
    }
    const { label, unit, checked_on, values = [] } = parametres[subject] ?? {};
    if (label === undefined || unit === undefined || checked_on === undefined) continue;
    const dated = values.map(({ from, value, reference: source }) => ({ from, value, reference: referenceDe(dispositif, source) }));
    return { rules: [], parameters: [{ name: subject, label, unit, checked_on, values: dated }] };
  }
  return undefined;
}

function at(date: Day, { values, ...sheet }: ParameterSheet): ParameterSheet {
  const inForce = valueAt(sheet.name as ParameterName, date);
  const from = values.findLast((value) => value.from <= date)?.from ?? date;
  return { ...sheet, values: [{ from, value: inForce.value, reference: reference(inForce.reference) }] };
}

function ruleSheets(): RuleSheet[] {
  return themes.flatMap(({ titre, rules: ofTheme }) =>
    ofTheme.map(({ id, scope, severity, summary, references, eligibility = false }) => {
      const example = examples[id];
      const sheet = { theme: titre, id, document: documents[scope], severity, summary, eligibility, references: references.map(reference) };
      return example === undefined ? sheet : { ...sheet, example };
    }),
  );
}

function parameterSheets(): ParameterSheet[] {
  return (Object.keys(parameters) as ParameterName[]).map((name) => {
    const { label, unit, checked_on, values } = parameters[name];
    return {
      name,
      label,
      unit,
      checked_on,
      values: values.map(({ from, value, reference: id }) => ({ from, value, reference: reference(id) })),
    };
  });
}
