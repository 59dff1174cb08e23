import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { bytesOf } from "./open.ts";
import { writeAtomic } from "./write/atomic.ts";

/** A name for a list of texts or bytes; another list has another name. */
export function keyOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // The length keeps « ab », « c » apart from « a », « bc ».
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/** Results kept at once; an older one is forgotten, for a report quotes lines of files that hold personal data. */
const MOST_KEPT = 20;

/**
 * The result known under a key, or a new one, kept for the next time as JSON that only its owner can read. Runs at the same time
 * are safe: a result is written whole or not at all. A folder that cannot be used costs time, never a result.
 */
export async function cached<T>(folder: string, key: string, compute: () => Promise<T>): Promise<T> {
  const file = join(folder, `${key}.json`);
  const known = read<T>(file);
  if (known !== undefined) return known;
  const result = await compute();
  keep(folder, file, JSON.stringify(result));
  return result;
}

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(bytesOf(file).toString()) as T;
  } catch {
    return undefined;
  }
}

function keep(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeAtomic(file, text, { mode: 0o600, fsync: false });
    const kept = readdirSync(folder).map((name) => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }));
    for (const { path } of kept.sort((a, b) => b.age - a.age).slice(MOST_KEPT)) rmSync(path, { force: true });
  } catch {
    // A read-only folder, a full disk: the next run will check again.
  }
}
