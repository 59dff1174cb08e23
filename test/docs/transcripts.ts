import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { root } from "../cli/run.ts";

/** A console block of a document: each command after `$ `, and what it printed. */
export interface Transcript {
  command: string;
  printed: string;
}

const block = /^```console\n([\s\S]*?)^```$/gm;

export function transcriptsOf(markdown: string): Transcript[] {
  return [...markdown.matchAll(block)].flatMap(([, text = ""]) => {
    const parts = text.split(/^\$ /m).slice(1);
    return parts.map((part) => {
      const newline = part.indexOf("\n");
      return { command: part.slice(0, newline), printed: part.slice(newline + 1) };
    });
  });
}

/** A document with what its commands print now in place of what they printed. */
export async function refreshed(markdown: string): Promise<string> {
  let text = markdown;
  for (const { command, printed } of transcriptsOf(markdown))
    text = text.replace(`$ ${command}\n${printed}`, `$ ${command}\n${await printedBy(command)}`);
  return text;
}

const bin = mkdtempSync(join(tmpdir(), "cpro-bin-"));
symlinkSync(`${root}bin/cpro.js`, join(bin, "cpro"));

/** Both outputs of a command as a terminal of 80 columns without colour shows them; the files it writes go where it says. */
export async function printedBy(command: string): Promise<string> {
  mkdirSync(join(root, "demo"), { recursive: true });
  const env = { NO_COLOR: "1", COLUMNS: "80", PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { all } = await execa("sh", ["-c", command], { cwd: root, env, all: true, reject: false, stripFinalNewline: false });
  return all;
}
