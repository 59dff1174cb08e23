import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { root } from "../cli/run.ts";

/** The parcours and fiches of the fixtures, as their authors wrote them. */
export function fixtureTexts(): string[] {
  const files = readdirSync(`${root}fixtures`, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".yaml") && !file.startsWith("rules"),
  );
  return files.map((file) => readFileSync(`${root}fixtures/${file}`, "utf8"));
}

const suite = `${root}../shared/data/yaml-test-suite/src`;

/** The inputs of the official YAML test suite, when it stands beside the project; its marks for invisible characters are undone. */
export function suiteTexts(): string[] {
  if (!existsSync(suite)) return [];
  const cases = readdirSync(suite).flatMap((file) => parse(readFileSync(`${suite}/${file}`, "utf8")) as { yaml?: string }[]);
  const invisible = (text: string): string =>
    text
      .replaceAll("␣", " ")
      .replaceAll(/—*»/g, "\t")
      .replaceAll("↵", "")
      .replaceAll("∎\n", "")
      .replaceAll("←", "\r")
      .replaceAll("⇔", "\uFEFF");
  return cases.flatMap(({ yaml }) => (yaml === undefined ? [] : [invisible(yaml)]));
}

/** Numbers below a bound, always the same ones for a seed (mulberry32). */
export function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const pieces = [
  " ",
  "  ",
  "\n",
  "\t",
  ":",
  ": ",
  "- ",
  " #",
  '"',
  "'",
  "[",
  "]",
  "{",
  "}",
  ",",
  "&a ",
  "*a",
  "!",
  "|",
  ">",
  "%",
  "@",
  "~",
  "null",
  "<<: ",
  "---",
  "\r\n",
  "\u00a0",
  "é",
  "9",
  "-1",
  "1e9",
  "2024-02-30",
  "\u{1F600}",
  "\0",
];

/** A text after one of the accidents that befall files: a piece inserted, characters lost or changed, lines cut, swapped or moved, keys renamed. */
export function mutated(text: string, random: (bound: number) => number): string {
  const lines = text.split("\n");
  const line = random(lines.length);
  const at = random(text.length + 1);
  const accidents: (() => string)[] = [
    () => text.slice(0, at) + (pieces[random(pieces.length)] ?? "") + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + random(8)),
    () => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random(7))) + text.slice(at + 1),
    () => lines.toSpliced(line, 1 + random(4)).join("\n"),
    () => lines.toSpliced(line, 0, lines[random(lines.length)] ?? "").join("\n"),
    () =>
      lines
        .with(
          line,
          (lines[line] ?? "").replace(/\w+:/, (key) => `${key.slice(1)}`),
        )
        .join("\n"),
    () =>
      lines
        .with(
          line,
          (lines[line] ?? "").replace(/: .*/, () => /: .*/.exec(lines[random(lines.length)] ?? "")?.[0] ?? ":"),
        )
        .join("\n"),
    () => lines.with(line, ` ${lines[line]}`).join("\n"),
    () => text.slice(0, at),
  ];
  return accidents[random(accidents.length)]?.() ?? text;
}
