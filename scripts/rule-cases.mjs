// Reads fixtures/rules: each case of a rule is one file, `<rule>/<case>.patch`, that shows only what matters.
//
//   12:8 erreur contrat-duree-maximale     what the rule says of it, `line:column severity rule`; nothing when it is right
//   --- parcours contrat                   a document of base/, with sections of base/ in place of its own
//   -  fin: 2025-08-29                     `-` a line that goes, ` ` one that stays, `+` one that comes after the line above
//   +  fin: 2027-09-02
//
// A case of several documents names each by a line `+++ a.yaml` under its `---`; places then begin with that name, `a.yaml:12:8`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../fixtures/rules/", import.meta.url));
const BASE = "base";

/** The rules that have cases, in order. */
export function ruleIds() {
  return readdirSync(folder)
    .filter((name) => name !== BASE)
    .sort();
}

/** The cases of a rule, in order. @throws Error that names the file whose patch does not apply. */
export function casesOf(rule) {
  const files = readdirSync(join(folder, rule)).sort();
  return files.map((file) => {
    try {
      return { rule, name: basename(file, ".patch"), ...readCase(readFileSync(join(folder, rule, file), "utf8")) };
    } catch (error) {
      throw new Error(`fixtures/rules/${rule}/${file}: ${error.message}`, { cause: error });
    }
  });
}

/** Every document of every case as `path`, `<rule>/<case>.yaml` or `<rule>/<case>/<file>`, and `text`. */
export function caseDocuments() {
  return ruleIds()
    .flatMap(casesOf)
    .flatMap(({ rule, name, documents }) =>
      documents.map(({ file, text }) => ({ path: file === undefined ? `${rule}/${name}.yaml` : `${rule}/${name}/${file}`, text })),
    );
}

/** Writes every document of every case, whole, under a folder. */
export function writeCases(to) {
  for (const { path, text } of caseDocuments()) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
}

/** What a case expects, and its documents. @throws Error when it has none, or has a patch that does not apply. */
export function readCase(text) {
  const [before = "", ...parts] = `\n${text.replace(/\n$/, "")}`.split("\n--- ");
  if (parts.length === 0) throw new Error("no document: a line `--- <base>` begins one");
  const documents = parts.map((part) => readDocument(part.split("\n")));
  if (documents.length > 1 && documents.some(({ file }) => file === undefined))
    throw new Error("several documents, one without `+++ <file>`");
  return { expected: before.split("\n").slice(1), documents };
}

function readDocument([names, ...lines]) {
  const [base, ...sections] = names.split(" ").map(baseLines);
  const start = sections.reduce(withSection, base);
  const file = /^\+\+\+ (.+)$/.exec(lines[0] ?? "")?.[1];
  const patch = file === undefined ? lines : lines.slice(1);
  return { ...(file === undefined ? {} : { file }), text: `${patched(start, patch).join("\n")}\n` };
}

function baseLines(name) {
  return readFileSync(join(folder, BASE, `${name}.yaml`), "utf8")
    .replace(/\n$/, "")
    .split("\n");
}

/** A document whose section of the same key is another one. */
function withSection(document, section) {
  const key = /^\w+:/.exec(section[0])?.[0];
  const from = document.findIndex((line) => key !== undefined && line.startsWith(key));
  if (from === -1) throw new Error(`the base has no section ${key}`);
  const length = document.slice(from + 1).findIndex((line) => !line.startsWith(" "));
  return document.toSpliced(from, length === -1 ? document.length : length + 1, ...section);
}

/** Lines after a patch, whose ` ` and `-` lines must each stand once in what follows the line before. */
function patched(base, patch) {
  const result = [];
  let rest = base;
  for (const [sign = "", line] of patch.map((each) => [each[0], each.slice(1)])) {
    if (!" -+".includes(sign) || sign === "") throw new Error(`« ${sign}${line} » begins with none of « - », « + » and a space`);
    if (sign !== "+") {
      const places = rest.flatMap((each, at) => (each === line ? [at] : []));
      if (places.length !== 1) throw new Error(`« ${line} » stands ${places.length} times in what is left of the base`);
      result.push(...rest.slice(0, places[0]));
      rest = rest.slice(places[0] + 1);
    }
    if (sign !== "-") result.push(line);
  }
  return [...result, ...rest];
}
