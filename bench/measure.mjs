// Runs whole processes in turn, round after round, and gives the median of each with its peak memory: the machine's moods then
// weigh on all of them alike, and ratios hold.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Clock ticks of a second in /proc. */
const TICKS = 100;

/** One run: seconds, seconds of processor (less the last hundredth or two), peak memory in MB (from the kernel's own account, sampled until the end), exit code, all that it printed. */
export function run([file, ...args]) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } });
    let [peak, processor] = [0, 0];
    const sample = () => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0));
        const [user = 0, system = 0] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13).map(Number);
        processor = (user + system) / TICKS;
      } catch {
        // The process is gone, or this system has no /proc.
      }
    };
    const timer = setInterval(sample, 10);
    const [chunks, notes] = [[], []];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => notes.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({
        seconds: Number(process.hrtime.bigint() - started) / 1e9,
        processor,
        megabytes: peak / 1024,
        code,
        out: Buffer.concat(chunks).toString(),
        notes: Buffer.concat(notes).toString(),
      });
    });
  });
}

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Each competitor `{name, command, before?}` measured `rounds` times, in turn, after one round that is not counted. */
export async function measure(competitors, rounds) {
  const results = new Map(competitors.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, command, before } of competitors) {
      before?.();
      const result = await run(command);
      if (round >= 0) results.get(name).push(result);
    }
  }
  return competitors.map(({ name }) => {
    const runs = results.get(name);
    return {
      name,
      seconds: median(runs.map((each) => each.seconds)),
      megabytes: Math.max(...runs.map((each) => each.megabytes)),
      last: runs.at(-1),
    };
  });
}
