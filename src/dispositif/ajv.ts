import type { Ajv, CodeKeywordDefinition, Options, _ as template } from "ajv";
import type addFormats from "ajv-formats";

/** The packages, which the build loads ahead of time and a run only for a dispositif of its user's own. */
interface Paquets {
  Ajv: typeof Ajv;
  _: typeof template;
  addFormats: typeof addFormats.default;
}

type Format = (texte: string) => boolean;

/** An ajv that reads schemas as cpro does. The keywords used are the same in every draft; ajv's default one makes shorter code than its 2020-12 one. */
export function ajvDe({ Ajv: Class, _, addFormats: add }: Paquets, formats: { date: Format; legible: Format }, options: Options = {}): Ajv {
  const ajv = new Class({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    ...options,
  });
  add(ajv, ["email"]);
  ajv.removeKeyword("uniqueItems").addKeyword(uniqueItems(_));
  // Our own: ajv's makes five strings of each date, and a parcours has thirty of them.
  return ajv.addFormat("date", formats.date).addFormat("legible", formats.legible);
}

/** ajv's compares each item of a list with all the others when a reference says what they are; ours are texts and numbers. */
function uniqueItems(_: Paquets["_"]): CodeKeywordDefinition {
  return {
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    error: { message: "must not have duplicate items", params: _`{}` },
    code(cxt) {
      if (cxt.schema) cxt.fail(_`new Set(${cxt.data}).size < ${cxt.data}.length`);
    },
  };
}

const copies = /vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\)/g;
const joined = `function joined(known, more) {
  if (known === null) return more;
  for (const error of more) known.push(error);
  return known;
}
`;

/** Code of ajv's, which copies all errors found so far at each item that has some: with a hundred thousand, for minutes. */
export function enTempsLineaire(code: string): string {
  const lineaire = code.replaceAll(copies, "joined(vErrors, $1.errors)");
  if (lineaire.includes(".concat(")) throw new Error("le code qu'ajv produit n'est plus celui qui était attendu");
  return lineaire === code ? code : `${lineaire}\n${joined}`;
}
