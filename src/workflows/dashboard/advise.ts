import { thresholdsAt } from "../../disclosure/index.ts";
import { UserError } from "../../errors.ts";
import type { Io } from "../../io.ts";
import { adviceJson } from "../../render/dashboard/advice/json.ts";
import { adviceTable, type Commands } from "../../render/dashboard/advice/table.ts";
import { makeAdvice } from "../../secrecy/index.ts";
import { count } from "../../words/french.ts";
import { noteLeftOut, openInput } from "./input.ts";
import type { DashboardOptions } from "./options.ts";

/**
 * What to make one to show more, as a table or as JSON.
 * @throws UserError when nothing of what is asked can be advised.
 */
export async function advise(paths: readonly string[], options: DashboardOptions, io: Io): Promise<string> {
  const format = options.isFormatAsked ? options.format : undefined;
  const refused = refusal(options, format);
  if (refused !== undefined) throw refused;
  const { input, precedents } = await openInput(paths, options, io);
  const secret = { ...thresholdsAt(options.date, options.seuil), ...(options.secretGroupes && { groupes: true as const }) };
  const conseil = await makeAdvice(input, secret, precedents, {
    commence: (dashboard) => noteLeftOut(dashboard, io),
    essaie: (essayes, compares) => io.note(`Essai de ${count(essayes, "regroupement")}, parmi ${compares} comparés…`),
  });
  const asJson = format === "json" || (format === undefined && options.output?.endsWith(".json"));
  return asJson ? adviceJson(conseil) : adviceTable(conseil, commandsOf(paths, options, io));
}

/** The command again, with what it takes to keep the advice and to follow it. */
function commandsOf(paths: readonly string[], options: DashboardOptions, io: Io): Commands {
  const { semester, date, by, previous = [], seuil, secretGroupes, inites, strict, attendus, cles, regroupement } = options;
  const valued = Object.entries({ semester, date: date === io.today ? undefined : date, by, seuil, attendus, cles });
  const words = [
    ...paths,
    ...valued.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, String(value)])),
    ...previous.flatMap((file) => ["--previous", file]),
    ...(strict ? ["--strict"] : []),
    ...(secretGroupes ? ["--secret-groupes"] : []),
    ...(inites === "tous" ? ["--inites", "tous"] : []),
  ];
  const typed = (more: readonly string[]): string => ["cpro", "dashboard", ...words, ...more].map(quoted).join(" ");
  const from = regroupement === undefined ? [] : ["--regroupement", regroupement];
  return { keep: typed([...from, "--advise", "--output", KEPT]), publish: typed(["--regroupement", `${KEPT}#1`]) };
}

const KEPT = "conseil.json";

/** A word as shells read it whole. */
const quoted = (word: string): string => (/^[\w./:=@%+#-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function refusal({ diffusion, secret }: DashboardOptions, format: DashboardOptions["format"] | undefined): UserError | undefined {
  if (diffusion === "interne")
    return new UserError(
      "--diffusion interne ne masque rien : réunir des catégories n'y montrerait rien de plus.",
      "Retirez --diffusion interne pour savoir ce que gagnerait une publication.",
    );
  if (secret === "arrondi")
    return new UserError(
      "L'arrondi montre déjà tous les effectifs : --advise ne vaut que pour la méthode qui en masque.",
      "Retirez --secret arrondi et --base pour savoir ce que gagnerait une publication par suppression.",
    );
  if (format !== undefined && format !== "json")
    return new UserError(
      `--advise ne publie rien : il n'y a pas de fichier ${format} à écrire.`,
      "Retirez --format pour lire les conseils à l'écran, ou prenez --format json.",
    );
  return undefined;
}
