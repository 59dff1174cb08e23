import type { Document, ScalarTag, Tags } from "yaml";

/** YAML 1.2 and its own tags: `!!str 2024` is the text that it says. Those of other versions and programs are told, not guessed. */
export const knownTags = {
  resolveKnownTags: false,
  customTags: (tags: Tags): Tags => [...tags, timestamp, float],
};

/** A day or a moment, kept as the text that files of cpro have for a day. */
const timestamp: ScalarTag = {
  tag: "tag:yaml.org,2002:timestamp",
  default: false,
  resolve: (text, onError) => {
    if (!/^\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?$/.test(text)) onError(`not a timestamp: ${text}`);
    return text;
  },
};

/** The parser's own takes `!!float 12` for no number, as it has no point. */
const float: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: false,
  resolve: (text, onError) => {
    if (!/^[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?$/i.test(text)) onError(`not a number: ${text}`);
    return Number(text);
  },
};

/** Where a text asks for another version of YAML, in which « non » is no text and 2024-09-02 no day. */
export function directiveOf({ directives, errors, warnings }: Document.Parsed, text: string): { from: number; to: number } | undefined {
  const isOther =
    directives.yaml.version !== "1.2" || [...errors, ...warnings].some(({ message }) => /unsupported yaml version/i.test(message));
  const [line] = (isOther && /^%YAML.*$/m.exec(text)) || [];
  if (line === undefined) return undefined;
  const from = text.search(/^%YAML/m);
  return { from, to: from + line.trimEnd().length };
}
