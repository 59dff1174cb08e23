import { existsSync, readdirSync } from "node:fs";
import { globSync, isDynamicPattern } from "tinyglobby";
import { UserError } from "../errors.ts";

/** A path that stands for several, cut after the last folder that is there as it is written. */
export interface Pattern {
  folder: string;
  steps: readonly string[];
}

/**
 * Where a path that nobody expanded begins to stand for others; nothing when it is one name. A name that is there as it is written is
 * what is meant, were it « mon dossier (1) », « [a] » or « {a} ».
 */
export function patternOf(path: string): Pattern | undefined {
  // PowerShell and cmd pass patterns as they are, with their own separator.
  const [first = "", ...others] = (process.platform === "win32" ? path.replaceAll("\\", "/") : path).split("/");
  const steps = [...(first === "" ? [] : [first]), ...others].filter((step) => step !== "" && step !== ".");
  let folder = first === "" ? "/" : "";
  for (const [rank, step] of steps.entries()) {
    const next = under(folder, step);
    if (!existsSync(next)) return isDynamicPattern(steps.slice(rank).join("/")) ? { folder, steps: steps.slice(rank) } : undefined;
    folder = next;
  }
  return undefined;
}

/**
 * What a pattern leads to, step by step: « *.yaml », « ** », « [a-c] », « {a,b} »; hidden names and node_modules apart.
 * @throws UserError when comparing names with it could take ages.
 */
export function expand({ folder, steps }: Pattern): string[] {
  let found = [folder];
  for (const [rank, step] of steps.entries()) {
    if (step === "**" || isOpen(step)) return [...new Set(found.flatMap((each) => globbed(steps.slice(rank).join("/"), each)))].sort();
    found = found.flatMap((each) => within(each, step));
  }
  return found.sort();
}

function under(folder: string, step: string): string {
  return folder === "" || folder.endsWith("/") ? folder + step : `${folder}/${step}`;
}

/** Whether braces go on in the next step, as in « {a/b,c} ». */
function isOpen(step: string): boolean {
  return step.split("{").length !== step.split("}").length;
}

function within(folder: string, step: string): string[] {
  const path = under(folder, step);
  if (existsSync(path)) return [path];
  if (!isDynamicPattern(step)) return [];
  if (/[[\]{}\\]/.test(step)) return globbed(step, folder);
  return namesIn(folder || ".")
    .filter((name) => name !== "node_modules" && name.startsWith(".") === step.startsWith(".") && fits(name, step))
    .map((name) => under(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A file, or a folder that is closed to us: nothing there is ours to find.
    return [];
  }
}

/**
 * Whether stars and question marks can stand for the rest of a name: at a sign that does not fit, only the last star takes one more,
 * so that no name takes longer than its length by that of the pattern.
 */
function fits(name: string, pattern: string): boolean {
  let [at, sign, star, taken] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[sign] === "*") {
      [star, taken] = [sign, at];
      sign += 1;
    } else if (pattern[sign] === "?" || pattern[sign] === name[at]) {
      at += 1;
      sign += 1;
    } else if (star >= 0) {
      taken += 1;
      [at, sign] = [taken, star + 1];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(sign));
}

/** What the package compares by a regular expression, in which each star multiplies the time that a name can take. */
const MOST_STARS = 3;

function globbed(pattern: string, folder: string): string[] {
  const stars = pattern.split("/").map((step) => (step === "**" ? 0 : step.split("*").length - 1));
  if (Math.max(...stars, pattern.split("**").length - 1) > MOST_STARS)
    throw new UserError(`ce motif compte plus de ${MOST_STARS} étoiles à comparer ensemble : cpro ne l'essaie pas.`);
  const options = { cwd: folder === "" ? "." : `${folder}/`, ignore: ["**/node_modules/**"], expandDirectories: false, onlyFiles: false };
  return globSync(literal(pattern), options).map((path) => under(folder, path.replace(/\/$/, "")));
}

/** Parentheses, and braces without a comma or two dots, are part of a name. */
function literal(pattern: string): string {
  return pattern
    .replaceAll(/[()|]/g, "\\$&")
    .replaceAll(/\{([^{},/]*)\}/g, (braces, inside: string) => (inside.includes("..") ? braces : `\\{${inside}\\}`))
    .replace(/^!/, "\\!");
}
