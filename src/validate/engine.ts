import { isConclu } from "../dossier/faits.ts";
import { type Dossier, type FicheDocument, fichesById, type ParcoursDocument } from "../dossier/load.ts";
import { parPorteur } from "../dossier/porteurs.ts";
import { derogated, IDLE_DEROGATION, idleDerogation } from "./derogations.ts";
import type { Severity } from "./diagnostic.ts";
import type { Context, Finding, Rule, RuleOf, Scope } from "./rule.ts";

type AnyDocument = FicheDocument | ParcoursDocument;

/** A finding with what the engine knows of it, not yet placed in the text. */
export interface RuleFinding extends Finding {
  ruleId: string;
  severity: Severity;
  document: AnyDocument;
}

/** Runs the rules over documents that have the right shape, then applies the derogations that the documents declare. */
export function runRules(rules: readonly Rule[], dossier: Dossier, date: string): RuleFinding[] {
  const fiches = fichesById(dossier);
  const context: Context = { date, ficheOf: (parcours) => fiches.get(parcours.fiche), numeroter: parPorteur(fiches.values()) };
  const of = <S extends Scope>(scope: S): RuleOf<S>[] => rules.filter((rule) => rule.document === scope) as unknown as RuleOf<S>[];
  const findings: RuleFinding[] = [];
  const take = (rule: Rule, document: AnyDocument, found: Iterable<Finding>): void => {
    for (const finding of found) findings.push({ severity: rule.severity, ...finding, ruleId: rule.id, document });
  };

  const [onFiche, onParcours, onContrat, onDossier] = [of("fiche"), of("parcours"), of("contrat"), of("dossier")];
  for (const document of dossier.fiches) for (const rule of onFiche) take(rule, document, rule.check(document.data, context));
  for (const document of dossier.parcours) {
    const { data } = document;
    for (const rule of onParcours) take(rule, document, rule.check(data, context));
    if (isConclu(data)) for (const rule of onContrat) take(rule, document, rule.check(data, context));
  }
  for (const rule of onDossier) {
    for (const { document, ...finding } of rule.check(dossier, context)) take(rule, document, [finding]);
  }
  return withDerogations(findings, dossier, rules, context);
}

function withDerogations(findings: RuleFinding[], dossier: Dossier, rules: readonly Rule[], context: Context): RuleFinding[] {
  const documents = [...dossier.fiches, ...dossier.parcours];
  const derogating = documents.filter(({ data }) => data.derogations !== undefined && data.derogations.length > 0);
  if (derogating.length === 0) return findings;
  const settled = findings.map((finding) => {
    const derogation = finding.document.data.derogations?.find(({ regle }) => regle === finding.ruleId);
    return derogation === undefined ? finding : { ...finding, ...derogated(finding, derogation) };
  });
  const ruleIds = rules.map(({ id }) => id);
  const brokenBy = new Map(derogating.map((document): [AnyDocument, Set<string>] => [document, new Set()]));
  for (const { document, ruleId } of findings) brokenBy.get(document)?.add(ruleId);
  const suivies = new Set(dossier.parcours.map(({ data }) => data.fiche));
  for (const document of derogating) {
    for (const [index, derogation] of (document.data.derogations ?? []).entries()) {
      const isKnown = ruleIds.includes(derogation.regle);
      if (brokenBy.get(document)?.has(derogation.regle) || (isKnown && !isWhole(document, suivies, context))) continue;
      settled.push({ ...idleDerogation(derogation, index, ruleIds), ruleId: IDLE_DEROGATION, severity: "warning", document });
    }
  }
  return settled;
}

/** Whether a file is read with those that rules compare it to: alone, it may seem to respect a rule that could not be checked. */
function isWhole(document: AnyDocument, suivies: ReadonlySet<string>, context: Context): boolean {
  if (document.kind === "parcours") return context.ficheOf(document.data) !== undefined;
  return suivies.has(document.data.identifiant);
}
