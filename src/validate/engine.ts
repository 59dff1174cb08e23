import type { Dispositif } from "../dispositif/modele.ts";
import { estEntre } from "../dispositif/parcours.ts";
import {
  type DemarcheDocument,
  type DossierMixte,
  demarchesById,
  type FicheDocument,
  fichesById,
  type ParcoursBase,
  type ParcoursDocument,
} from "../dossier/load.ts";
import { parPorteur } from "../dossier/porteurs.ts";
import type { Day } from "../words/dates.ts";
import { derogated, IDLE_DEROGATION, idleDerogation } from "./derogations.ts";
import type { Severity } from "./diagnostic.ts";
import { dispositifOf, type Part, partsOf } from "./parts.ts";
import type { Context, Finding, ParcoursCommun, Rule, RuleOf, Scope } from "./rule.ts";

type AnyDocument = FicheDocument | ParcoursDocument<ParcoursBase> | DemarcheDocument;

/** A finding with what the engine knows of it, not yet placed in the text. */
export interface RuleFinding extends Finding {
  ruleId: string;
  severity: Severity;
  references: Rule["references"];
  document: AnyDocument;
}

/** The rules that serve a dispositif. */
type RulesOf = (dispositif: Dispositif) => readonly Rule[];

/**
 * Runs over documents that have the right shape the rules of the dispositif of each, then applies the derogations that the documents
 * declare.
 */
export function runRules(rulesOf: RulesOf, dossier: DossierMixte, date: Day): RuleFinding[] {
  const fiches = fichesById(dossier);
  const demarches = demarchesById(dossier);
  const commun: Omit<Context, "dispositif"> = {
    date,
    demarcheOf: ({ demarche }) => (demarche === undefined ? undefined : demarches.get(demarche)),
    ficheOf: ({ fiche }) => (fiche === undefined ? undefined : fiches.get(fiche)),
    numeroter: parPorteur(fiches.values()),
  };
  const findings: RuleFinding[] = [];
  for (const part of partsOf(dossier)) {
    const rules = rulesOf(part.dispositif);
    const context: Context = { ...commun, dispositif: part.dispositif };
    const take: Take = ({ id, severity, references }, document, found) => {
      for (const finding of found) findings.push({ severity, ...finding, ruleId: id, references, document });
    };
    runOnEach(rules, part, context, take);
    runOnAll(rules, part, context, take);
  }
  return withDerogations(findings, dossier, rulesOf, commun);
}

type Take = (rule: Rule, document: AnyDocument, found: Iterable<Finding>) => void;

const ofScope = <S extends Scope>(rules: readonly Rule[], scope: S): RuleOf<S>[] =>
  rules.filter((rule) => rule.scope === scope) as unknown as RuleOf<S>[];

function runOnEach(rules: readonly Rule[], { dispositif, dossier }: Part, context: Context, take: Take): void {
  const siens = <D extends AnyDocument>(documents: readonly D[]): D[] => documents.filter((one) => dispositifOf(one) === dispositif);
  const run = <S extends Scope, D extends AnyDocument>(scope: S, documents: readonly D[]): void => {
    const ofTheirs = ofScope(rules, scope);
    for (const document of documents)
      for (const rule of ofTheirs) take(rule as Rule, document, rule.check(document.data as never, context));
  };
  run("fiche", siens(dossier.fiches));
  run("demarche", siens(dossier.demarches));
  run("parcours", dossier.parcours);
  run(
    "entree",
    dossier.parcours.filter(({ data }) => estEntre(dispositif, data)),
  );
}

/** A fiche that parcours of another dispositif follow is shown to their rules too, but judged by those of its own. */
function runOnAll(rules: readonly Rule[], { dispositif, ensemble }: Part, context: Context, take: Take): void {
  for (const rule of ofScope(rules, "dossier")) {
    for (const { document, ...finding } of rule.check(ensemble, context)) {
      if (dispositifOf(document) === dispositif) take(rule, document, [finding]);
    }
  }
}

function withDerogations(
  findings: RuleFinding[],
  dossier: DossierMixte,
  rulesOf: RulesOf,
  context: Pick<Context, "ficheOf">,
): RuleFinding[] {
  const documents = [...dossier.fiches, ...dossier.parcours];
  const derogating = documents.filter(({ data }) => data.derogations !== undefined && data.derogations.length > 0);
  if (derogating.length === 0) return findings;
  const settled = findings.map((finding) => {
    const derogation = derogationsDe(finding.document)?.find(({ regle }) => regle === finding.ruleId);
    return derogation === undefined ? finding : { ...finding, ...derogated(finding, derogation) };
  });
  const brokenBy = new Map(derogating.map((document): [AnyDocument, Set<string>] => [document, new Set()]));
  for (const { document, ruleId } of findings) brokenBy.get(document)?.add(ruleId);
  const suivies = new Set(dossier.parcours.map(({ data }) => data.fiche));
  for (const document of derogating) {
    const ruleIds = rulesOf(dispositifOf(document)).map(({ id }) => id);
    for (const [index, derogation] of (document.data.derogations ?? []).entries()) {
      const isKnown = ruleIds.includes(derogation.regle);
      if (brokenBy.get(document)?.has(derogation.regle) || (isKnown && !isWhole(document, suivies, context))) continue;
      settled.push({
        ...idleDerogation(derogation, index, ruleIds),
        ruleId: IDLE_DEROGATION,
        severity: "warning",
        references: [],
        document,
      });
    }
  }
  return settled;
}

function derogationsDe({ data }: AnyDocument): ParcoursBase["derogations"] {
  return "derogations" in data ? data.derogations : undefined;
}

/** Whether a file is read with those that rules compare it to: alone, it may seem to respect a rule that could not be checked. */
function isWhole(document: AnyDocument, suivies: ReadonlySet<string | undefined>, context: Pick<Context, "ficheOf">): boolean {
  if (document.kind === "parcours") return namesNoFiche(document.data) || context.ficheOf(document.data) !== undefined;
  return suivies.has(document.data.identifiant);
}

/** A dispositif may have no fiche: nothing then lacks beside a parcours. */
const namesNoFiche = ({ fiche }: Pick<ParcoursCommun, "fiche">): boolean => fiche === undefined;
