import type { Dispositif } from "../dispositif/modele.ts";
import type { ParcoursConclu } from "../dossier/faits.ts";
import type { Dossier, FicheDocument, FicheProjet, Parcours, ParcoursDocument } from "../dossier/load.ts";
import type { Path } from "../dossier/place.ts";
import type { Numeroter } from "../dossier/porteurs.ts";
import type { Demarche } from "../generated/demarche.js";
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
  /** The dispositif whose rules these are. */
  dispositif: Dispositif;
  /** The fiche of a parcours, when it names one that the dossier holds. */
  ficheOf(parcours: Pick<ParcoursCommun, "fiche">): FicheProjet | undefined;
  /** What the structure of a parcours does for itself, when the parcours names it and the dossier holds it. */
  demarcheOf(parcours: Pick<ParcoursCommun, "demarche">): Demarche | undefined;
  /** An identifiant that porteurs number as they like, made that of its porteur. */
  numeroter: Numeroter;
}

type Rubriques = Pick<Parcours, "entreprise" | "financement">;

/** What a parcours of any dispositif may hold under the names of this house, none of it certain but who it is about. */
export interface ParcoursCommun
  extends Pick<Parcours, "identifiant" | "beneficiaire">,
    Partial<Omit<Parcours, "identifiant" | "beneficiaire" | keyof Rubriques>> {
  entreprise?: Partial<NonNullable<Rubriques["entreprise"]>>;
  financement?: Partial<NonNullable<Rubriques["financement"]>>;
  /** Where a person who has no contract is followed, and who does it. */
  structure?: { siret?: string; departement?: string };
  prestataire?: { siret?: string };
  /** The identifiant of what its structure does for itself. */
  demarche?: string;
}

/** A contrat de professionnalisation of any dispositif that has them, once concluded. */
export type ParcoursDeContrat = ParcoursCommun & Pick<ParcoursConclu, "contrat" | "entreprise" | "opco" | "tuteur" | "financement">;

interface Checks<P> {
  fiche: (fiche: FicheProjet, context: Context) => Iterable<Finding>;
  parcours: (parcours: P, context: Context) => Iterable<Finding>;
  /** A parcours that has entered its dispositif. */
  entree: (parcours: P, context: Context) => Iterable<Finding>;
  demarche: (demarche: Demarche, context: Context) => Iterable<Finding>;
  dossier: (dossier: Dossier, context: Context) => Iterable<DossierFinding>;
}

export type Scope = keyof Checks<never>;

/** The data of most rules: those of a contract, concluded where the rule waits for the entry. */
type ParcoursOf<S extends Scope> = S extends "entree" ? ParcoursConclu : Parcours;

/** A rule on data of its own names their type by that of `check`'s parameter. */
export interface RuleOf<S extends Scope, P = ParcoursOf<S>> {
  /** French kebab-case, the file's name. */
  id: string;
  /** Its folder, by which a dispositif calls it; for a rule that a dispositif states itself, that dispositif. */
  famille: string;
  /** What the rule looks at. */
  scope: S;
  severity: Severity;
  /** One French sentence: the obligation. */
  summary: string;
  /** Of the law, or of the dispositif that states the rule. */
  references: readonly (ReferenceId | Reference)[];
  /** A parcours that breaks it is not eligible: computed and shown by `funding`, left out of the totals. */
  eligibility?: true;
  check: Checks<P>[S];
}

/** A rule whose own data the engine no longer tells apart: a dispositif calls only rules that its schema suits. */
export type Rule = { [S in Scope]: RuleOf<S> }[Scope];

/** Declares a rule: identity at run time, checking and inference at compile time. */
export function defineRule<S extends Scope, P = ParcoursOf<S>>(rule: RuleOf<S, P>): Rule {
  return rule as unknown as Rule;
}
