import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { root } from "../cli/run.ts";

/** A command of a document and what it printed; what it prints is not shown when it stands in a comment: `<!-- $ command -->`. */
export interface Transcript {
  command: string;
  printed: string | undefined;
}

const block = /^```console\n([\s\S]*?)^```$|^<!-- \$ (.*) -->$/gm;

export function transcriptsOf(markdown: string): Transcript[] {
  return [...markdown.matchAll(block)].flatMap(([, text = "", hidden]): Transcript[] => {
    if (hidden !== undefined) return [{ command: hidden, printed: undefined }];
    const parts = text.split(/^\$ /m).slice(1);
    return parts.map((part) => {
      const newline = part.indexOf("\n");
      return { command: part.slice(0, newline), printed: part.slice(newline + 1) };
    });
  });
}

/** A document with what its commands print now in place of what they printed. */
export async function refreshed(markdown: string, folder: string): Promise<string> {
  const pieces: string[] = [];
  let from = 0;
  for (const match of markdown.matchAll(block)) {
    pieces.push(markdown.slice(from, match.index));
    from = match.index + match[0].length;
    const transcripts = transcriptsOf(match[0]);
    const now: string[] = [];
    for (const { command } of transcripts) now.push(`$ ${command}\n${await printedBy(command, folder)}`);
    pieces.push(match[2] === undefined ? `\`\`\`console\n${now.join("")}\`\`\`` : match[0]);
  }
  return pieces.join("") + markdown.slice(from);
}

const bin = mkdtempSync(join(tmpdir(), "cpro-bin-"));
symlinkSync(`${root}bin/cpro.js`, join(bin, "cpro"));

/** An empty folder with the example dossiers in it, where the commands of a document follow one another. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cpro-guide-"));
  symlinkSync(`${root}fixtures`, join(folder, "fixtures"));
  return folder;
}

/** Both outputs of a command as a terminal of 80 columns without colour shows them; hidden commands find the checkout in $RACINE. */
export async function printedBy(command: string, folder: string): Promise<string> {
  const env = { RACINE: root, NO_COLOR: "1", COLUMNS: "80", PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { all } = await execa("sh", ["-c", command], { cwd: folder, env, all: true, reject: false, stripFinalNewline: false });
  return all;
}

/** The checkout, with the folder where the README's commands write. */
export function checkout(): string {
  mkdirSync(join(root, "demo"), { recursive: true });
  return root;
}
