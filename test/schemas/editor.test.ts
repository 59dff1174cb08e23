import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMessageConnection, type MessageConnection } from "vscode-jsonrpc/node";
import { root } from "../cli/run.ts";

// The server that editors run for YAML files, spoken to as an editor does: the schema comes from the file's first line alone.
const server = execa("yaml-language-server", ["--stdio"], { preferLocal: true, localDir: root, reject: false, buffer: false });
let editor: MessageConnection;

interface Problem {
  message: string;
  range: { start: { line: number } };
}
const problems = new Map<string, (found: Problem[]) => void>();

beforeAll(async () => {
  editor = createMessageConnection(server.stdout, server.stdin);
  editor.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: { uri: string; diagnostics: Problem[] }) =>
    problems.get(uri)?.(diagnostics),
  );
  editor.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
    items.map(() => ({ validate: true, hover: true, completion: true })),
  );
  editor.onRequest("client/registerCapability", () => null);
  editor.listen();
  await editor.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: { textDocument: { publishDiagnostics: {} } },
  });
  await editor.sendNotification("initialized", {});
});

afterAll(() => {
  editor.dispose();
  server.kill();
});

/** Opens a text under the name of a fixture, and waits for what the server says of it. */
function open(file: string, text: string, version: number): Promise<Problem[]> {
  const uri = pathToFileURL(root + file).href;
  const answer = new Promise<Problem[]>((resolve) => problems.set(uri, resolve));
  const isFirst = version === 1;
  if (isFirst) editor.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
  else editor.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  return answer;
}

describe("un éditeur qui connaît YAML", () => {
  const file = "fixtures/geiq-epe/parcours/EPE-001.yaml";
  const text = readFileSync(root + file, "utf8");
  const uri = pathToFileURL(root + file).href;
  const lineOf = (start: string) => text.split("\n").findIndex((line) => line.trimStart().startsWith(start));

  it("n'a rien à redire à un fichier juste", async () => {
    expect(await open(file, text, 1)).toEqual([]);
  });

  it("explique une clé en français au survol", async () => {
    const hover: { contents: unknown } = await editor.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: lineOf("situation_avant:"), character: 4 },
    });
    expect(JSON.stringify(hover.contents)).toContain("La situation de la personne juste avant le contrat");
  });

  it("propose les clés qui manquent encore", async () => {
    const added = text.replace("  sexe:", "  rq\n  sexe:");
    await open(file, added, 2);
    const { items }: { items: { label: string }[] } = await editor.sendRequest("textDocument/completion", {
      textDocument: { uri },
      position: { line: lineOf("sexe:"), character: 4 },
    });
    expect(items.map(({ label }) => label)).toContain("rqth");
  });

  it("souligne une valeur qui n'est pas admise", async () => {
    const found = await open(file, text.replace(/^ {2}sexe: .*$/m, "  sexe: masculin"), 3);
    expect(found.map(({ range }) => range.start.line)).toEqual([lineOf("sexe:")]);
    expect(found[0]?.message).toMatch(/femme.*homme/s);
  });
});
