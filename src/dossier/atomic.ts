import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** What a file is called until it is whole: hidden, with the number of the process that writes it. */
const NOM = /^\..+\.(\d+)-\d+\.cpro-tmp$/;

let ecrits = 0;

interface Reglages {
  /** The rights of the file, when they are not to be those it has, or the usual ones. */
  mode?: number | undefined;
  /** Whether to wait until the disk has it. */
  fsync?: boolean;
}

/**
 * Writes a whole file or nothing: beside it, then in its place. Node's own `writeFileSync` goes on after a short write, as a disk
 * that fills up gives; libraries that write once would take the half for the whole.
 */
export function writeAtomic(file: string, content: string | Uint8Array, { mode, fsync = true }: Reglages = {}): void {
  const { target, before } = existing(file);
  ecrits += 1;
  const temporary = join(dirname(target), `.${basename(target).slice(0, 150)}.${process.pid}-${ecrits}.cpro-tmp`);
  try {
    const descriptor = openSync(temporary, "wx", mode ?? 0o666);
    try {
      writeFileSync(descriptor, content);
      if (fsync) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (before !== undefined) keepRights(temporary, { ...before, mode: mode ?? before.mode });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** What a link leads to, for it is not to be replaced itself; and what is there. */
function existing(file: string): { target: string; before?: { uid: number; gid: number; mode: number } } {
  try {
    const target = realpathSync(file);
    return { target, before: statSync(target) };
  } catch {
    return { target: file };
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

/** Removes from a folder what processes that are no more left half written: it may hold personal data. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = NOM.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One that is not ours to speak to is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
