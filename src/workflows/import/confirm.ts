import { createInterface } from "node:readline/promises";

/** Asks a person a question to be answered by yes or no, on standard error; no is the answer of who types nothing, or stops. */
export async function confirmer(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const stopped = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  const answer = await Promise.race([lines.question(`${question} (oui/non) `), stopped]);
  lines.close();
  return /^o(ui)?$/i.test(answer.trim());
}
