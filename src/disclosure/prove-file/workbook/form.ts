import type { Tag } from "../xml.ts";

/** The elements that a part may have, and what each of their attributes may say. */
export type Form = ReadonlyMap<string, ReadonlyMap<string, RegExp>>;

/** One element a line, then its attributes: « row r=\d+ spans ». One that is not said more of may say anything without a digit. */
export function formOf(lines: string): Form {
  const elements = lines.trim().split(/\s*\n\s*/);
  return new Map(elements.map((line) => elementOf(line.split(" "))));
}

function elementOf([name = "", ...attributes]: readonly string[]): [string, Map<string, RegExp>] {
  return [
    name,
    new Map(
      attributes.map((one) => {
        const [attribute = "", ...values] = one.split("=");
        return [attribute, values.length === 0 ? /^\P{N}*$/u : new RegExp(`^(${values.join("=")})$`)];
      }),
    ),
  ];
}

/** The names of the formats themselves, with the years they have in them. */
const FORMATS =
  /^http:\/\/(schemas\.openxmlformats\.org\/[a-zA-Z-]+\/2006(\/[a-zA-Z-]+)*|purl\.org\/dc\/(elements\/1\.1|terms|dcmitype)\/|www\.w3\.org\/2001\/XMLSchema-instance|schemas\.microsoft\.com\/office\/spreadsheetml\/20(09\/9|10\/11|15\/02)\/(ac|main))$/;

/** What an element says that its form does not know. */
export function tagFaults(form: Form, { name, attributes }: Tag): string[] {
  const known = form.get(name);
  if (known === undefined) return [name === "!" ? "commentaire" : `élément ${name}`];
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    const isRight = /^xmlns(:[a-z]+|:x1[45](ac)?|:x16r2)?$/.test(attribute) ? FORMATS.test(value) : known.get(attribute)?.test(value);
    return isRight ? [] : [`${name}, attribut ${attribute} : ${value}`];
  });
}

/** How numbers are written: in French, as counts, euros or rates. */
export const FORMAT = /^\[\$-40C\](#,##0|#,##0\.00" €"|#,##0" €"|0\.0 %)$/;
