import type { ParcoursConclu } from "../dossier/faits.ts";
import type { Dossier, FicheDocument, FicheProjet, Parcours, ParcoursDocument } from "../dossier/load.ts";
import type { Path } from "../dossier/place.ts";
import type { Numeroter } from "../dossier/porteurs.ts";
import type { Reference, ReferenceId } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import type { Severity } from "./diagnostic.ts";

/** What a rule finds: a place in the data and a sentence. It knows no line, file, colour or format. */
export interface Finding {
  at: Path;
  /** The value (by default) or the key. */
  on?: "key" | "value";
  message: string;
  hint?: string;
  /** Only when it differs from the rule's, e.g. an error of the dossier that is but a warning for one file alone. */
  severity?: Severity;
}

/** A finding of a rule on the whole dossier also says in which document. */
export interface DossierFinding extends Finding {
  document: FicheDocument | ParcoursDocument;
}

/** What a rule may know besides the data it checks. */
export interface Context {
  /** The day of the check, never read from the clock. */
  date: Day;
  /** The fiche of a parcours, when the dossier holds it. */
  ficheOf(parcours: Parcours): FicheProjet | undefined;
  /** An identifiant that porteurs number as they like, made that of its porteur. */
  numeroter: Numeroter;
}

interface Checks {
  fiche: (fiche: FicheProjet, context: Context) => Iterable<Finding>;
  parcours: (parcours: Parcours, context: Context) => Iterable<Finding>;
  /** A parcours whose contract is concluded. */
  contrat: (parcours: ParcoursConclu, context: Context) => Iterable<Finding>;
  dossier: (dossier: Dossier, context: Context) => Iterable<DossierFinding>;
}

export type Scope = keyof Checks;

export interface RuleOf<S extends Scope> {
  /** French kebab-case, the file's name. */
  id: string;
  /** What the rule looks at. */
  document: S;
  severity: Severity;
  /** One French sentence: the obligation. */
  summary: string;
  /** Of the law, or of the dispositif that states the rule. */
  references: readonly (ReferenceId | Reference)[];
  /** A parcours that breaks it is not eligible: computed and shown by `funding`, left out of the totals. */
  eligibility?: true;
  check: Checks[S];
}

export type Rule = { [S in Scope]: RuleOf<S> }[Scope];

/** Declares a rule: identity at run time, checking and inference at compile time. */
export function defineRule<S extends Scope>(rule: RuleOf<S>): RuleOf<S> {
  return rule;
}
