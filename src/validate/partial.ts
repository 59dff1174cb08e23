import { formeDe, type Modele } from "../dispositif/catalogue.ts";
import { type Kind, shapeErrors } from "../dispositif/forme.ts";
import { schemaAt } from "../dispositif/schema-node.ts";
import { type FicheDocument, type ParcoursBase, type ParcoursDocument, readText } from "../dossier/entry.ts";
import type { DossierMixte } from "../dossier/load.ts";
import type { Path } from "../dossier/place.ts";
import { valeurA } from "../dossier/write/modifier.ts";
import { type Reference, reference } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import type { Severity } from "./diagnostic.ts";
import { runRules } from "./engine.ts";
import { schemaMessages } from "./messages/schema.ts";
import { dispositifOf } from "./parts.ts";
import { reglesDe } from "./regles.ts";
import type { Finding, Rule } from "./rule.ts";

/** What the schema or a rule says of one answer. */
export interface AnswerFinding extends Pick<Finding, "message" | "hint"> {
  /** A rule's id, or `schema`: then the answer cannot be kept, for no file may hold it. */
  ruleId: string;
  severity: Severity;
  references: readonly Reference[];
}

/** A document being filled in. */
export interface Draft {
  kind: Kind;
  modele: Modele;
  file: string;
  data: Readonly<Record<string, unknown>>;
}

/**
 * What `validate` would say at one place of a document that is not complete yet, inside its dossier. A rule that looks at something
 * that is still to be answered is left for later.
 */
export async function checkAnswer(draft: Draft, at: Path, dossier: DossierMixte, date: Day): Promise<AnswerFinding[]> {
  const pointer = at.map((step) => `/${step}`).join("");
  const isHere = (place: string): boolean => place === pointer || place.startsWith(`${pointer}/`);
  const errors = shapeErrors(formeDe(draft.modele, draft.kind), draft.data);
  const here = errors.filter(({ keyword, instancePath }) => keyword !== "required" && isHere(instancePath));
  if (here.length > 0) return shapeFindings(draft, here);
  const missing = errors
    .filter(({ keyword }) => keyword === "required")
    .map(({ instancePath, params }) => [...instancePath.split("/").slice(1), String(params.missingProperty)]);
  const document = documentOf(draft, [...missing, ...toCome(draft, at)]);
  return reglesDe(dispositifOf(document))
    .flatMap((rule) => findingsOf(rule, document, dossier, date))
    .filter((finding) => isHere(finding.at.map((step) => `/${step}`).join("")));
}

async function shapeFindings({ kind, modele, data }: Draft, errors: ReturnType<typeof shapeErrors>): Promise<AnswerFinding[]> {
  // JSON is YAML too, and a message may quote the text.
  const text = JSON.stringify(data, null, 2);
  const reading = await readText(text);
  if ("faults" in reading) throw new Error("des données écrites en JSON ne se lisent pas");
  return schemaMessages(formeDe(modele, kind), Buffer.from(text), reading.places(), errors).map(({ message, hint }) => ({
    ruleId: "schema",
    severity: "error",
    references: [],
    message,
    ...(hint === undefined ? {} : { hint }),
  }));
}

type AnyDocument = FicheDocument | ParcoursDocument<ParcoursBase>;

/** Thrown by the data themselves when a rule reads what is still to be answered. */
class NotYet extends Error {
  override name = "NotYet";
}

/** The optional keys beside an answer, in the rubrics that hold it: they may still be given. Whole rubrics are asked for apart. */
function toCome({ kind, modele, data }: Draft, at: Path): Path[] {
  return at.slice(1).flatMap((_, depth) => {
    const parent = at.slice(0, depth + 1);
    const places = Object.keys(schemaAt(formeDe(modele, kind), parent).properties ?? {}).map((key) => [...parent, key]);
    return places.filter((place) => valeurA(data, place) === undefined);
  });
}

/** The document with, at each place that is still missing, something that stops who looks at it. */
function documentOf({ kind, modele, file, data }: Draft, missing: readonly Path[]): AnyDocument {
  const copy = structuredClone(data);
  for (const place of missing) {
    Object.defineProperty(valeurA(copy, place.slice(0, -1)), String(place.at(-1)), {
      configurable: true,
      get() {
        throw new NotYet();
      },
    });
  }
  const base = { file, bytes: Buffer.alloc(0), modele };
  // The schema found nothing else to say: what is there has its shape, and what is missing cannot be read.
  return kind === "fiche"
    ? { ...base, kind, data: copy as unknown as FicheDocument["data"] }
    : { ...base, kind, data: copy as unknown as ParcoursDocument["data"] };
}

function findingsOf(rule: Rule, document: AnyDocument, dossier: DossierMixte, date: Day): (AnswerFinding & Pick<Finding, "at">)[] {
  const others = rule.scope === "dossier" ? dossier.parcours : [];
  const inside: DossierMixte = {
    ...dossier,
    fiches: document.kind === "fiche" ? [...dossier.fiches, document] : dossier.fiches,
    parcours: document.kind === "parcours" ? [...others, document] : others,
  };
  try {
    return runRules(() => [rule], inside, date)
      .filter((finding) => finding.document === document && finding.ruleId === rule.id)
      .map(({ document: _, on: __, ...finding }) => ({ ...finding, references: rule.references.map(reference) }));
  } catch (error) {
    if (error instanceof NotYet) return [];
    throw error;
  }
}
