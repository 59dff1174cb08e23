import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * A file that is being written: its name says by which machine and which process, so that what a process killed on the way has left,
 * which may be personal data, can be told from what another is writing now.
 */
const HERE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const TEMPORARY = /^\..+\.cpro-([0-9a-f]{8})-(\d+)-\d+$/;
/** Systems know no name of over 255 octets. */
const LONGEST_NAME = 100;
let written = 0;

interface AtomicOptions {
  /** The rights of the file; by default those it has, or the usual ones. */
  mode?: number | undefined;
  /** Whether the text must be on the disk before it takes its place; what can be made again need not wait. */
  fsync?: boolean;
}

/** Writes a whole file or nothing: a temporary file beside it, then a rename. A link is followed, and what it leads to replaced. */
export function writeAtomic(file: string, content: string | Uint8Array, { mode, fsync = true }: AtomicOptions = {}): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  const before = existsSync(target) ? statSync(target) : undefined;
  sweep(dirname(target));
  written += 1;
  const temporary = join(dirname(target), `.${basename(target).slice(0, LONGEST_NAME)}.cpro-${HERE}-${process.pid}-${written}`);
  try {
    writeWhole(temporary, content, mode ?? 0o666, fsync);
    if (before !== undefined) keepRights(temporary, { uid: before.uid, gid: before.gid, mode: mode ?? before.mode });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeWhole(file: string, content: string | Uint8Array, mode: number, fsync: boolean): void {
  const descriptor = openSync(file, "wx", mode);
  try {
    writeFileSync(descriptor, content);
    if (fsync) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function keepRights(file: string, { uid, gid, mode }: { uid: number; gid: number; mode: number }): void {
  chmodSync(file, mode);
  try {
    chownSync(file, uid, gid);
  } catch {
    // Only an administrator gives files away.
  }
}

const swept = new Set<string>();

/** Removes, once a folder, what processes of this machine that live no more have left in it. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const [, machine, pid] = TEMPORARY.exec(name) ?? [];
    if (machine === HERE && pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Signal 0 asks after a process without touching it; one that is not ours answers by a refusal. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
