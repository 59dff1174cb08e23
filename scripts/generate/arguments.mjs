import { parseArgs } from "node:util";
import { isDay } from "./days.mjs";

export const usage = `Usage : npm run generate -- [options] <dossier>

Écrit un dossier national inventé et vraisemblable : des porteurs, leur fiche projet et leurs parcours.
Les mêmes options donnent toujours les mêmes fichiers.

  --parcours <n>     nombre de parcours (5000 par défaut, le plafond national ; au-delà, la règle
                     dossier-plafond-national est enfreinte)
  --seed <n>         graine du tirage, un entier (1 par défaut)
  --until <jour>     aucun fait après ce jour, hors les termes des contrats ; du 2023-12-31 au 2029-12-31
                     (2026-06-30 par défaut)
  --faulty <n>       part des fichiers de parcours où une faute connue est plantée, en pour cent (0 par défaut) ;
                     leur liste est écrite dans <dossier>/fautes.json
  --faults <quoi>    « all » : fautes de YAML, de schéma et de règles ; « schema » : celles qu'un schéma
                     voit, seules (all par défaut)

Le dossier est créé au besoin ; il doit être vide.`;

/** What the command line asks for; throws an Error with a French message. */
export function readArguments(argv) {
  const { values, positionals } = parse(argv);
  if (positionals.length !== 1) throw new Error("indiquez un dossier, et un seul.");
  const until = values.until;
  if (!isDay(until) || until < "2023-12-31" || until > "2029-12-31")
    throw new Error(`--until ${until} : un jour du 2023-12-31 au 2029-12-31 est attendu.`);
  return {
    dir: positionals[0],
    parcours: integer("--parcours", values.parcours, 1, 1_000_000),
    seed: integer("--seed", values.seed, 0, 2 ** 32 - 1),
    faulty: integer("--faulty", values.faulty, 0, 100),
    faults: choice("--faults", values.faults, ["all", "schema"]),
    until,
  };
}

function parse(argv) {
  const option = (value) => ({ type: "string", default: value });
  const options = {
    parcours: option("5000"),
    seed: option("1"),
    until: option("2026-06-30"),
    faulty: option("0"),
    faults: option("all"),
  };
  try {
    return parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    const [, name] = /'(-[^' ]*)/.exec(error.message) ?? [];
    throw new Error(
      error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? `l'option ${name} n'existe pas.` : `l'option ${name} attend une valeur.`,
    );
  }
}

function choice(name, text, choices) {
  if (!choices.includes(text)) throw new Error(`${name} ${text} : ${choices.join(" ou ")} est attendu.`);
  return text;
}

function integer(name, text, min, max) {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) throw new Error(`${name} ${text} : un entier de ${min} à ${max} est attendu.`);
  return value;
}
