// Writes plain block YAML as a careful person does: quotes only where a value would otherwise be read as something else.
const safeText = /^[A-Za-zÀ-ÿ«(][^\n\t"]*$/;
const misread = /^(true|false|null|yes|no|on|off|y|n|~)$/i;
const isoDay = /^\d{4}-\d\d-\d\d$/;

/** A value written as it is, for planted faults. */
export class Verbatim {
  constructor(text) {
    this.text = text;
  }
}

const isPlain = (text) => safeText.test(text) && !misread.test(text) && !/: | #|:$|\s$/.test(text);
const quote = (text) => (text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text.replaceAll("\\", "\\\\")}"`);
const entriesOf = (map) => Object.entries(map).filter(([, value]) => value !== undefined);

function scalar(value, inFlow = false) {
  if (value instanceof Verbatim) return value.text;
  if (typeof value !== "string") return String(value);
  if (isoDay.test(value) || (isPlain(value) && !(inFlow && /[,[\]{}]/.test(value)))) return value;
  return quote(value);
}

const isScalar = (value) => value === null || typeof value !== "object" || value instanceof Verbatim;

/** The text of a document, and the line (from 1) of each value by its JSON pointer. Undefined values are left out. */
export function toYaml(data, firstLines = []) {
  const out = [...firstLines];
  const lines = new Map();

  function writeMap(map, indent, pointer, lead = indent) {
    let prefix = lead;
    for (const [key, value] of entriesOf(map)) {
      writeValue(`${prefix}${key}:`, value, indent, `${pointer}/${key}`);
      prefix = indent;
    }
  }

  function writeValue(start, value, indent, pointer) {
    lines.set(pointer, out.length + 1);
    if (isScalar(value)) out.push(`${start} ${scalar(value)}`);
    else if (Array.isArray(value)) writeList(start, value, indent, pointer);
    else if (entriesOf(value).length === 0) out.push(`${start} {}`);
    else {
      out.push(start);
      writeMap(value, `${indent}  `, pointer);
    }
  }

  function writeList(start, list, indent, pointer) {
    const isShort = list.every((item) => isScalar(item) && String(item).length < 20);
    if (isShort) {
      out.push(`${start} [${list.map((item) => scalar(item, true)).join(", ")}]`);
      return;
    }
    out.push(start);
    list.forEach((item, index) => {
      lines.set(`${pointer}/${index}`, out.length + 1);
      if (isScalar(item)) out.push(`${indent}  - ${scalar(item)}`);
      else writeMap(item, `${indent}    `, `${pointer}/${index}`, `${indent}  - `);
    });
  }

  writeMap(data, "", "");
  return { text: `${out.join("\n")}\n`, lines };
}

/** A list worth writing: an optional empty one is left out. */
export const someOf = (list) => (list.length > 0 ? list : undefined);
