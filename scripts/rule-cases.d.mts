/** A document of a case, whole; it has a file name when the case has several. */
export interface CaseDocument {
  file?: string;
  text: string;
}

export interface CaseContent {
  /** `[file:]line:column severity rule` of each place where the rule speaks. */
  expected: string[];
  documents: CaseDocument[];
}

export interface RuleCase extends CaseContent {
  rule: string;
  name: string;
}

export function ruleIds(): string[];
export function casesOf(rule: string): RuleCase[];
export function caseDocuments(): { path: string; text: string }[];
export function writeCases(to: string): void;
export function readCase(text: string): CaseContent;
